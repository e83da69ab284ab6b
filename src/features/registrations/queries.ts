import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { eventDates, events } from '#features/events/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { ACTIVE_STATES, KEPT_STATES, type ListFacts, type ListKind } from './rules.ts'
import { registrationLists, registrations } from './tables.ts'

export type ListOfDate = ListFacts & { id: number; dateId: number; kind: ListKind }

/** The lists of these dates. */
export async function listsOfDates(reader: Reader, dateIds: readonly number[]): Promise<ListOfDate[]> {
  if (dateIds.length === 0) return []
  return reader
    .select()
    .from(registrationLists)
    .where(inArray(registrationLists.dateId, [...dateIds]))
    .orderBy(asc(registrationLists.id))
}

/** Where someone stands in the queue, from 1. */
export const rankOfRegistration = sql<number>`(
  select count(*) from ${registrations} before
  where ${eq(sql`before.list_id`, registrations.listId)} and before.state = 'waiting'
    and ${lte(sql`before.arrival`, registrations.arrival)}
)`.mapWith(Number)

/** A registration with the date and the event it is for. */
const detail = {
  id: registrations.id,
  key: registrations.key,
  receipt: registrations.receipt,
  name: registrations.name,
  email: registrations.email,
  state: registrations.state,
  heldUntil: registrations.heldUntil,
  verifiedAt: registrations.verifiedAt,
  createdAt: registrations.createdAt,
  settledAt: registrations.settledAt,
  personId: registrations.personId,
  phone: registrations.phone,
  prescriberId: registrations.prescriberId,
  presence: registrations.presence,
  sequence: registrations.sequence,
  anonymisedAt: registrations.anonymisedAt,
  rank: rankOfRegistration,
  list: registrationLists,
  date: eventDates,
  event: events,
  content: {
    id: contents.id,
    slug: contents.slug,
    title: contents.title,
    summary: contents.summary,
    state: contents.state,
    access: contents.access,
  },
}

/** Registrations with the date and the event they are for: add the condition. One statement. */
export function detailedRegistrations(reader: Reader) {
  return reader
    .select(detail)
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
}

/** Dates with each of their lists: add the condition. One statement. */
export const listedDates = (reader: Reader) =>
  reader
    .select({ date: eventDates, list: registrationLists })
    .from(eventDates)
    .innerJoin(registrationLists, eq(registrationLists.dateId, eventDates.id))

export type RegistrationDetail = Awaited<ReturnType<ReturnType<typeof detailedRegistrations>['execute']>>[number]

export async function findByKey(reader: Reader, key: string): Promise<RegistrationDetail | undefined> {
  const [found] = await detailedRegistrations(reader).where(eq(registrations.key, key))
  return found
}

export async function findByReceipt(reader: Reader, receipt: string): Promise<RegistrationDetail | undefined> {
  const [found] = await detailedRegistrations(reader).where(eq(registrations.receipt, receipt))
  return found
}

export async function findById(reader: Reader, id: number): Promise<RegistrationDetail | undefined> {
  const [found] = await detailedRegistrations(reader).where(eq(registrations.id, id))
  return found
}

/** The lists in which a hold or an offer has run out; those of a cancelled date keep their people as they are (EVT-4). */
export async function listsWithEndedHolds(reader: Reader, now: Instant): Promise<number[]> {
  const rows = await reader
    .selectDistinct({ listId: registrations.listId })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .where(
      and(
        inArray(registrations.state, KEPT_STATES),
        lte(registrations.heldUntil, now),
        eq(registrationLists.cancelled, false),
      ),
    )
    .limit(500)
  return rows.map(({ listId }) => listId)
}

/** Those to tell when a date moves or is cancelled. */
export function activeOfDate(reader: Reader, dateId: number) {
  return reader
    .select({
      id: registrations.id,
      email: registrations.email,
      personId: registrations.personId,
      prescriberId: registrations.prescriberId,
    })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .where(
      and(
        eq(registrationLists.dateId, dateId),
        inArray(registrations.state, ACTIVE_STATES),
        isNull(registrations.anonymisedAt),
      ),
    )
}

/** Whom a message to these lists of a date would reach: those who come, each address once. */
export async function recipientsOf(reader: Reader, dateId: number, kinds: readonly ListKind[]) {
  const { id, email, emailKey, personId, state, anonymisedAt } = registrations
  const rows = await reader
    .select({ id, email, emailKey, personId })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .where(
      and(
        eq(registrationLists.dateId, dateId),
        inArray(registrationLists.kind, [...kinds]),
        eq(state, 'confirmed'),
        isNull(anonymisedAt),
      ),
    )
    .orderBy(asc(emailKey), asc(id))
  return rows.filter((row, at) => row.emailKey !== rows[at - 1]?.emailKey)
}

/** How many are confirmed on the coming dates of these events: the organiser's overview. */
export async function confirmedByEvent(
  reader: Reader,
  eventIds: readonly number[],
  now: Instant,
): Promise<ReadonlyMap<number, number>> {
  if (eventIds.length === 0) return new Map()
  const rows = await reader
    .select({ eventId: eventDates.eventId, taken: sql<number>`sum(${registrationLists.taken})`.mapWith(Number) })
    .from(registrationLists)
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .where(
      and(
        inArray(eventDates.eventId, [...eventIds]),
        isNull(eventDates.cancelledAt),
        sql`${eventDates.overAt} > ${now.toString()}::timestamptz`,
      ),
    )
    .groupBy(eventDates.eventId)
  return new Map(rows.map(({ eventId, taken }) => [eventId, taken]))
}

/** The pages that show the places of an event, of a date. */
export const tagsOfEvent = (eventId: number): string[] => ['events', `content:${eventId}`]

export async function pageTags(reader: Reader, dateId: number): Promise<string[]> {
  const [date] = await reader.select({ eventId: eventDates.eventId }).from(eventDates).where(eq(eventDates.id, dateId))
  return date === undefined ? ['events'] : tagsOfEvent(date.eventId)
}

/** Where to write to these professionals; who left is not written to. No statement when there are none. */
export async function prescribersOf(reader: Reader, ids: readonly number[]): Promise<{ id: number; email: string }[]> {
  if (ids.length === 0) return []
  return reader
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(and(inArray(people.id, [...new Set(ids)]), eq(people.state, 'active')))
}

/** The account that a person enrolled by another has under this address: the registration shows in it. */
export async function accountOf(reader: Reader, emailKey: string): Promise<number | undefined> {
  const [found] = await reader
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.emailKey, emailKey), eq(people.state, 'active')))
  return found?.id
}

/** Two dates of one event, with the SEQUENCE of their calendar entries; undefined when they are not of one event. */
export async function datesToMoveBetween(reader: Reader, ids: { from: number; to: number }) {
  const { id, eventId, sequence } = eventDates
  const dates = await reader
    .select({ id, eventId, sequence })
    .from(eventDates)
    .where(inArray(id, [ids.from, ids.to]))
  const from = dates.find((date) => date.id === ids.from)
  const to = dates.find((date) => date.id === ids.to)
  if (from === undefined || to === undefined || from.eventId !== to.eventId) return undefined
  return { eventId: from.eventId, from, to }
}
