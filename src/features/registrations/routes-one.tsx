import { addresses, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { findContent } from '#features/contents/queries.ts'
import { type Answer, hidden, page, redirect } from '#platform/http/answers.ts'
import { isKey, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { emptyForm } from '#ui/form-state.ts'
import { cancel, confirm } from './actions.ts'
import { addresseesOf } from './addressee-queries.ts'
import { otherDateChoices } from './block-facts.ts'
import { invitation } from './calendar.ts'
import { eventRights, nameOfEvent } from './event-rights.ts'
import { RegistrationPage } from './pages/registration-page.tsx'
import { findByKey, type RegistrationDetail } from './queries.ts'
import { closingOf, decideCancellation, isActive } from './rules.ts'
import { REFUSAL_TEXTS } from './texts.ts'

/** What the link of a mail opens: a registration, its buttons, its calendar file. */
export function oneRegistrationRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.registrations.one, (visit) => oneAnswer(visit, parts))
  site.post(addresses.registrations.confirm, (visit) => confirmAnswer(visit, parts))
  site.post(addresses.registrations.cancel, (visit) => cancelAnswer(visit, parts))
  site.get(addresses.registrations.calendar, (visit) => calendarAnswer(visit, parts))
}

/** The registration whose key stands in the address; undefined for one that holds nothing. */
export async function registrationOf(visit: WebVisit, { database }: Parts): Promise<RegistrationDetail | undefined> {
  const key = visit.params.key ?? ''
  const found = isKey(key) ? await findByKey(database, key) : undefined
  return found?.state === 'repeated' || found?.anonymisedAt ? undefined : found
}

/** Pages whose address is a key: never shown by search engines, never told to other sites. */
export const KEPT_PRIVATE = { robots: 'noindex', headers: { 'referrer-policy': 'no-referrer' } } as const

/** What may be done now with a registration, by whoever holds its key. */
export function mayOf({ list, state, verifiedAt, content }: RegistrationDetail, { now }: Pick<WebVisit, 'now'>) {
  const toCome = closingOf({ ...list, open: true }, now) === undefined
  const isUnconfirmed = state === 'waiting' && verifiedAt === null
  return {
    confirm: toCome && (state === 'held' || state === 'offered' || state === 'expired' || isUnconfirmed),
    cancel: isActive(state) && toCome && decideCancellation(list, state, now).kind === 'cancelled',
    move: isActive(state) && (toCome || list.cancelled) && content.state === 'published',
  }
}

async function oneAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const { database } = parts
  const found = await registrationOf(visit, parts)
  if (found === undefined) return hidden
  const enrolled = found.list.kind === 'prescription' ? await addresseesOf(database, found) : undefined
  const heading = enrolled === undefined ? await findContent(database, found.content.id, 'event') : enrolled.heading
  if (heading === undefined) return hidden
  const rights = eventRights(heading, visit.actor)
  const may = mayOf(found, visit)
  const body = (
    <RegistrationPage
      registration={found}
      eventName={nameOfEvent(found, rights, visit.now)}
      now={visit.now}
      submission={newKey()}
      may={{ ...may, readEvent: rights.opens }}
      dates={may.move ? await otherDateChoices(database, found, visit.now) : []}
      form={emptyForm}
      enroller={enrolled && (enrolled.prescriber ?? 'unknown')}
    />
  )
  return page('Votre inscription', body, KEPT_PRIVATE)
}

async function confirmAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await registrationOf(visit, parts)
  if (found === undefined) return hidden
  const done = await confirm(parts.database, found.key, visit.now)
  return backTo(found, done.kind === 'refused' ? REFUSAL_TEXTS[done.because] : undefined)
}

async function cancelAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await registrationOf(visit, parts)
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
  const found = await registrationOf(visit, parts)
  if (found === undefined || found.state !== 'confirmed') return hidden
  const heading = await findContent(parts.database, found.content.id, 'event')
  if (heading === undefined) return hidden
  const { PUBLIC_URL, CONTACT_MAIL } = parts.settings
  const { knows } = eventRights(heading, visit.actor)
  return {
    kind: 'data',
    body: invitation(found, 'PUBLISH', { publicUrl: PUBLIC_URL, from: CONTACT_MAIL, knowsEvent: knows }),
    contentType: 'text/calendar; charset=utf-8',
    headers: {
      'content-disposition': `attachment; filename="${knows ? itemOf(found.content) : 'evenement'}.ics"`,
    },
  }
}
