import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { findContent } from '#features/contents/queries.ts'
import type { EventPageFacts } from '#features/events/queries.ts'
import { eventAnswer, readableEvent } from '#features/events/routes.tsx'
import { readEmail } from '#kernel/email-address'
import { type Answer, hidden, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { isKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { type Registered, type RegisterInput, register } from './actions.ts'
import { registrationSlot } from './block.tsx'
import { eventRights, nameOfEvent } from './event-rights.ts'
import { readExpectation } from './expectation.ts'
import { memberForm, strangerForm } from './forms.ts'
import { ReceiptPage } from './pages/receipt-page.tsx'
import { findByReceipt } from './queries.ts'
import { moveRoutes } from './routes-moves.tsx'
import { objectionRoutes } from './routes-objections.tsx'
import { oneRegistrationRoutes } from './routes-one.tsx'
import { mayRegisterAgain } from './stranger-limits.ts'
import { REFUSAL_TEXTS, surpriseText } from './texts.ts'

/** Registering on the page of an event, and all that the link of a mail opens. */
export function registrationRoutes(site: WebSite, parts: Parts): void {
  site.post(addresses.events.register, (visit) => registerAnswer(visit, parts))
  site.get(addresses.registrations.receipt, (visit) => receiptAnswer(visit, parts))
  oneRegistrationRoutes(site, parts)
  moveRoutes(site, parts)
  objectionRoutes(site, parts)
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
  if (registered.kind === 'refused') return again({ date: refusalText(registered, visit) })
  return answerOf(registered, input)
}

function readInput(visit: WebVisit, event: EventPageFacts): RegisterInput | { errors: Record<string, string> } {
  const { actor, form } = visit
  const of = (listId: number) => ({
    ...{ listId, eventId: event.id, dateIds: event.dates.map(({ id }) => id) },
    expected: readExpectation(form.get(`attendu.${listId}`)),
  })
  if (actor === undefined) {
    const read = readForm(strangerForm, form)
    if (!read.ok) return read
    const { date, nom, email, telephone } = read.value
    return { ...of(date), name: nom, email, phone: telephone, personId: undefined }
  }
  const read = readForm(memberForm, form)
  if (!read.ok) return read
  const email = readEmail(actor.email)
  if (typeof email === 'string')
    return { errors: { '': 'Votre compte n’a pas d’adresse e-mail valable : corrigez-la dans votre profil.' } }
  return { ...of(read.value.date), name: actor.name, email, phone: '', personId: actor.id }
}

/** Signed in: the registration itself. Otherwise a page without power, since the address may be somebody else's. */
const locationFor = (input: RegisterInput) => (keys: { key: string; receipt: string }) =>
  input.personId === undefined ? addresses.registrations.receipt(keys) : addresses.registrations.one(keys)

const refusalText = (refusal: Registered & { kind: 'refused' }, { now }: WebVisit): string =>
  refusal.because === 'now-full' || refusal.because === 'date-moved'
    ? surpriseText(refusal, now)
    : REFUSAL_TEXTS[refusal.because]

function answerOf(registered: Exclude<Registered, { kind: 'refused' }>, input: RegisterInput): Answer {
  switch (registered.kind) {
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
  if (found?.list.kind !== 'direct') return hidden
  const rights = await findContent(database, found.content.id, 'event')
  if (rights === undefined) return hidden
  const eventName = nameOfEvent(found, eventRights(rights, visit.actor), visit.now)
  const body = <ReceiptPage registration={found} eventName={eventName} now={visit.now} />
  return page('Votre inscription', body, { robots: 'noindex' })
}
