import { addresses } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { isKey, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { prescriptionChangeForm } from './forms.ts'
import { PrescriptionPage } from './pages/prescription-page.tsx'
import { PrescriptionsPage } from './pages/prescriptions-page.tsx'
import { changePrescription, withdrawPrescription } from './prescription-actions.ts'
import { findPrescription, prescriptionsOf } from './prescription-queries.ts'
import type { RegistrationDetail } from './queries.ts'
import { closingOf, decideCancellation, isActive } from './rules.ts'
import { REFUSAL_TEXTS } from './texts.ts'

/** « Les personnes que j’ai inscrites »: a professional sees and changes his own, nobody else’s (REG-6). */
export function ownPrescriptionRoutes(site: WebSite, parts: Parts): void {
  const { prescriptions, prescription, withdrawPrescription: withdrawal } = addresses.mySpace
  site.get(prescriptions, async ({ actor, now }) => {
    const refusal = refusalFor(actor)
    if (refusal !== undefined || actor === undefined) return refusal ?? signInFirst
    const rows = await prescriptionsOf(parts.database, actor.id)
    return page('Les personnes que j’ai inscrites', <PrescriptionsPage rows={rows} now={now} />, { robots: 'noindex' })
  })
  site.get(prescription, async (visit) => {
    const found = await ownPrescription(visit, parts)
    if ('kind' in found) return found
    return oneAnswer(found.row, visit, filledForm({ nom: found.row.name, telephone: found.row.phone }))
  })
  site.post(prescription, (visit) => changeAnswer(visit, parts))
  site.post(withdrawal, (visit) => withdrawAnswer(visit, parts))
}

function refusalFor(actor: Actor | undefined): Answer | undefined {
  if (actor === undefined) return signInFirst
  return mayContribute(actor)
    ? undefined
    : forbidden('Seuls les professionnels qui contribuent inscrivent les personnes qu’ils accompagnent.')
}

/** By the number that the sender of the form got, which holds no power of the person’s. */
async function ownPrescription(
  { actor, params }: WebVisit,
  { database }: Parts,
): Promise<{ row: RegistrationDetail; actor: Actor } | Answer> {
  const refusal = refusalFor(actor)
  if (refusal !== undefined || actor === undefined) return refusal ?? signInFirst
  const receipt = params.receipt ?? ''
  const row = isKey(receipt) ? await findPrescription(database, receipt, actor.id) : undefined
  return row === undefined ? hidden : { row, actor }
}

function oneAnswer(row: RegistrationDetail, { now }: WebVisit, form: FormState): Answer {
  const { list, state } = row
  const may = {
    change: isActive(state),
    withdraw: !list.cancelled && decideCancellation(list, state, now).kind === 'cancelled',
    enrolAnother: closingOf(list, now) === undefined,
  }
  const body = <PrescriptionPage prescription={row} submission={newKey()} {...{ now, form, may }} />
  const status = Object.keys(form.errors).length === 0 ? 200 : 422
  return page('Une personne que j’ai inscrite', body, { robots: 'noindex', status })
}

async function changeAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await ownPrescription(visit, parts)
  if ('kind' in found) return found
  const { row, actor } = found
  const read = readForm(prescriptionChangeForm, visit.form)
  if (!read.ok) return oneAnswer(row, visit, { values: visit.form.toValues(), errors: read.errors })
  const { nom, telephone } = read.value
  const change = { key: row.key, prescriberId: actor.id, name: nom, phone: telephone }
  const done = await changePrescription(parts.database, change, visit.now)
  return backTo(row, done.kind === 'refused' ? REFUSAL_TEXTS[done.because] : undefined, 'C’est enregistré.')
}

async function withdrawAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await ownPrescription(visit, parts)
  if ('kind' in found) return found
  const { row, actor } = found
  const done = await withdrawPrescription(parts.database, { key: row.key, prescriberId: actor.id }, visit.now)
  return backTo(row, done.kind === 'refused' ? REFUSAL_TEXTS[done.because] : undefined)
}

function backTo({ receipt }: RegistrationDetail, refusal: string | undefined, done?: string): Answer {
  const location = addresses.mySpace.prescription({ receipt })
  return refusal === undefined
    ? redirect(location, done)
    : { kind: 'redirect', location, flash: { tone: 'warn', text: refusal } }
}
