import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { findContent } from '#features/contents/queries.ts'
import { type Answer, hidden, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { otherDateChoices } from './block-facts.ts'
import { eventRights, nameOfEvent } from './event-rights.ts'
import { readExpectation } from './expectation.ts'
import { memberForm } from './forms.ts'
import { moveRegistration } from './move-actions.ts'
import { MovePage } from './pages/move-page.tsx'
import type { RegistrationDetail } from './queries.ts'
import { KEPT_PRIVATE, mayOf, registrationOf } from './routes-one.tsx'
import { REFUSAL_TEXTS, surpriseText } from './texts.ts'

/** « Choisir une autre date »: the same event, the same kind of list (EVT-4). */
export function moveRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.registrations.move, async (visit) => {
    const found = await registrationOf(visit, parts)
    if (found === undefined) return hidden
    const back = addresses.registrations.one({ key: found.key })
    return mayOf(found, visit).move ? moveAnswer(found, visit, { parts, form: emptyForm }) : redirect(back)
  })
  site.post(addresses.registrations.move, (visit) => movedAnswer(visit, parts))
}

type MovePart = { parts: Parts; form: FormState }

async function moveAnswer(found: RegistrationDetail, visit: WebVisit, { parts, form }: MovePart): Promise<Answer> {
  const { database } = parts
  const heading = await findContent(database, found.content.id, 'event')
  if (heading === undefined) return hidden
  const dates = await otherDateChoices(database, found, visit.now)
  const eventName = nameOfEvent(found, eventRights(heading, visit.actor), visit.now)
  const body = <MovePage registration={found} now={visit.now} submission={newKey()} {...{ dates, form, eventName }} />
  const status = Object.keys(form.errors).length === 0 ? 200 : 422
  return page('Choisir une autre date', body, { ...KEPT_PRIVATE, status })
}

async function movedAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await registrationOf(visit, parts)
  if (found === undefined) return hidden
  const { form, now, actor } = visit
  const again = (errors: Record<string, string>) =>
    moveAnswer(found, visit, { parts, form: { values: form.toValues(), errors } })
  const read = readForm(memberForm, form)
  if (!read.ok) return again(read.errors)
  const toListId = read.value.date
  const back = addresses.registrations.one({ key: found.key })
  // Sent twice: the first sending moved it.
  if (found.list.id === toListId) return redirect(back)
  const expected = readExpectation(form.get(`attendu.${toListId}`))
  const wish = { toListId, mayWait: expected?.place === false, startsAt: expected?.startsAt }
  const moved = await moveRegistration(parts.database, found.key, wish, { actorId: actor?.id ?? null, now })
  if (moved.kind !== 'refused') return redirect(back, DONE[moved.kind])
  if (moved.because === 'date-moved') return again({ date: surpriseText(moved, now) })
  return moved.because === 'already-there' && (await isThere(visit, parts, toListId))
    ? redirect(back)
    : again({ date: REFUSAL_TEXTS[moved.because] })
}

const DONE = {
  confirmed: 'Votre inscription a changé de date. Un mail vous le confirme.',
  waiting: 'Vous êtes sur la liste d’attente de cette autre date. Un mail vous le confirme.',
}

/** Whether the other of two sendings at once has just moved it. */
const isThere = async (visit: WebVisit, parts: Parts, listId: number): Promise<boolean> =>
  (await registrationOf(visit, parts))?.list.id === listId
