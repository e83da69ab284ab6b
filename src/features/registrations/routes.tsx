import { addresses, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { mayRead } from '#features/contents/access.ts'
import { findContent } from '#features/contents/queries.ts'
import type { EventPageFacts } from '#features/events/queries.ts'
import { eventAnswer, readableEvent } from '#features/events/routes.tsx'
import { readEmail } from '#kernel/email-address'
import { type Answer, hidden, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { isKey, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { cancel, confirm, type Registered, type RegisterInput, register } from './actions.ts'
import { addresseesOf } from './addressee-queries.ts'
import { registrationSlot } from './block.tsx'
import { invitation } from './calendar.ts'
import { memberForm, strangerForm } from './forms.ts'
import { ReceiptPage } from './pages/receipt-page.tsx'
import { RegistrationPage } from './pages/registration-page.tsx'
import { findByKey, findByReceipt, type RegistrationDetail } from './queries.ts'
import { closingOf, decideCancellation, isActive } from './rules.ts'
import { mayRegisterAgain } from './stranger-limits.ts'
import { REFUSAL_TEXTS } from './texts.ts'

/** Registering, confirming by the link of a mail, giving the place back. */
export function registrationRoutes(site: WebSite, parts: Parts): void {
  site.post(addresses.events.register, (visit) => registerAnswer(visit, parts))
  site.get(addresses.registrations.receipt, (visit) => receiptAnswer(visit, parts))
  site.get(addresses.registrations.one, (visit) => oneAnswer(visit, parts))
  site.post(addresses.registrations.confirm, (visit) => confirmAnswer(visit, parts))
  site.post(addresses.registrations.cancel, (visit) => cancelAnswer(visit, parts))
  site.get(addresses.registrations.calendar, (visit) => calendarAnswer(visit, parts))
}

async function registerAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const event = await readableEvent(visit, parts)
  if ('kind' in event) return event
  const again = (errors: Record<string, string>) =>
    eventAnswer(event, visit, {
      parts,
      registration: registrationSlot,
      form: { values: visit.form.toValues(), errors },
      status: 422,
    })
  const input = readInput(visit, event)
  if ('errors' in input) return again(input.errors)
  const wait = input.personId === undefined ? await mayRegisterAgain(parts, visit, input.email.key) : undefined
  if (wait !== undefined) return wait
  const registered = await register(parts.database, input, {
    submission: visit.submission,
    locationOf: locationFor(input),
  })
  return answerOf(registered, input, again)
}

function readInput(visit: WebVisit, event: EventPageFacts): RegisterInput | { errors: Record<string, string> } {
  const { actor, form } = visit
  const of = { eventId: event.id, dateIds: event.dates.map(({ id }) => id) }
  if (actor === undefined) {
    const read = readForm(strangerForm, form)
    if (!read.ok) return read
    const { date, nom, email, telephone } = read.value
    return { ...of, listId: date, name: nom, email, phone: telephone, personId: undefined }
  }
  const read = readForm(memberForm, form)
  if (!read.ok) return read
  const email = readEmail(actor.email)
  if (typeof email === 'string')
    return { errors: { '': 'Votre compte n’a pas d’adresse e-mail valable : corrigez-la dans votre profil.' } }
  return { ...of, listId: read.value.date, name: actor.name, email, phone: '', personId: actor.id }
}

/** Signed in: the registration itself. Otherwise a page without power, since the address may be somebody else's. */
const locationFor = (input: RegisterInput) => (keys: { key: string; receipt: string }) =>
  input.personId === undefined ? addresses.registrations.receipt(keys) : addresses.registrations.one(keys)

function answerOf(
  registered: Registered,
  input: RegisterInput,
  again: (errors: Record<string, string>) => Promise<Answer>,
): Answer | Promise<Answer> {
  switch (registered.kind) {
    case 'refused':
      return again({ date: REFUSAL_TEXTS[registered.because] })
    case 'sent-before':
      return redirect(registered.location)
    case 'already':
      return redirect(addresses.registrations.one(registered), 'Vous êtes déjà inscrit à cette date : rien n’a changé.')
    default:
      return redirect(locationFor(input)(registered))
  }
}

async function receiptAnswer(visit: WebVisit, { database }: Parts): Promise<Answer> {
  const receipt = visit.params.receipt ?? ''
  const found = isKey(receipt) ? await findByReceipt(database, receipt) : undefined
  if (found === undefined) return hidden
  return page('Votre inscription', <ReceiptPage registration={found} now={visit.now} />, { robots: 'noindex' })
}

async function byKey(visit: WebVisit, { database }: Parts): Promise<RegistrationDetail | undefined> {
  const key = visit.params.key ?? ''
  const found = isKey(key) ? await findByKey(database, key) : undefined
  return found?.state === 'repeated' ? undefined : found
}

async function oneAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await byKey(visit, parts)
  if (found === undefined) return hidden
  const { list, state, verifiedAt } = found
  const toCome = closingOf({ ...list, open: true }, visit.now) === undefined
  const rights = await findContent(parts.database, found.content.id, 'event')
  const may = {
    confirm: toCome && (state === 'held' || state === 'expired' || (state === 'waiting' && verifiedAt === null)),
    cancel: isActive(state) && toCome && decideCancellation(list, state, visit.now).kind === 'cancelled',
    readEvent: rights !== undefined && mayRead(rights, visit.actor) === 'yes',
  }
  const body = <RegistrationPage registration={found} now={visit.now} submission={newKey()} may={may} />
  return page('Votre inscription', body, { robots: 'noindex', headers: { 'referrer-policy': 'no-referrer' } })
}

async function confirmAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await byKey(visit, parts)
  if (found === undefined) return hidden
  const done = await confirm(parts.database, found.key, visit.now)
  return backTo(found, done.kind === 'refused' ? REFUSAL_TEXTS[done.because] : undefined)
}

async function cancelAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await byKey(visit, parts)
  if (found === undefined) return hidden
  const done = await cancel(parts.database, found.key, { actorId: visit.actor?.id ?? null, now: visit.now })
  return backTo(found, done.kind === 'refused' ? REFUSAL_TEXTS[done.because] : undefined)
}

/** The page itself tells the new state; a refusal is said above it. */
function backTo({ key }: RegistrationDetail, refusal: string | undefined): Answer {
  const location = addresses.registrations.one({ key })
  return refusal === undefined
    ? redirect(location)
    : { kind: 'redirect', location, flash: { tone: 'warn', text: refusal } }
}

async function calendarAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await byKey(visit, parts)
  if (found === undefined || found.state !== 'confirmed') return hidden
  const { PUBLIC_URL, CONTACT_MAIL } = parts.settings
  const { rights } = await addresseesOf(parts.database, found)
  const name = rights.knows ? itemOf(found.content) : 'evenement'
  return {
    kind: 'data',
    body: invitation(found, 'PUBLISH', { publicUrl: PUBLIC_URL, from: CONTACT_MAIL, knowsEvent: rights.knows }),
    contentType: 'text/calendar; charset=utf-8',
    headers: { 'content-disposition': `attachment; filename="${name}.ics"` },
  }
}
