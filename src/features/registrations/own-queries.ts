import { and, asc, desc, eq, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { Owner } from './owner.ts'
import { detailedRegistrations, listedDates, type RegistrationDetail, rankOfRegistration } from './queries.ts'
import { ACTIVE_STATES, type ListKind, type RegistrationState } from './rules.ts'
import { registrationLists, registrations } from './tables.ts'

/** What an account registered for, and what was registered under its address before it existed or without signing in. */
const isOf = ({ id, emailKey }: Owner): SQL =>
  or(eq(registrations.personId, id), and(isNull(registrations.personId), eq(registrations.emailKey, emailKey))) as SQL

export type PlaceOnDate = {
  key: string
  state: RegistrationState
  dateId: number
  rank: number
  heldUntil: Instant | null
}

/** What a person holds on some dates, be it by a professional. One statement. */
export function placesOnDates(reader: Reader, owner: Owner, dateIds: readonly number[]): Promise<PlaceOnDate[]> {
  const { key, state, heldUntil } = registrations
  return reader
    .select({ key, state, heldUntil, dateId: registrationLists.dateId, rank: rankOfRegistration })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .where(
      and(isOf(owner), inArray(registrationLists.dateId, [...dateIds]), inArray(registrations.state, ACTIVE_STATES)),
    )
    .orderBy(asc(registrations.id))
}

/** Everything a person is or was registered for, the latest date first. One statement. */
export function registrationsOf(reader: Reader, owner: Owner): Promise<RegistrationDetail[]> {
  return detailedRegistrations(reader)
    .where(and(isOf(owner), inArray(registrations.state, [...ACTIVE_STATES, 'cancelled'])))
    .orderBy(desc(eventDates.startsAt), desc(registrations.id))
    .limit(200)
}

/** Those of these registrations whose event has another date to move to. One statement. */
export async function movableAmong(
  reader: Reader,
  rows: readonly { id: number }[],
  now: Instant,
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set()
  const [otherList, otherDate] = [alias(registrationLists, 'other_list'), alias(eventDates, 'other_date')]
  const ids = rows.map(({ id }) => id)
  const found = await reader
    .selectDistinct({ id: registrations.id })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .innerJoin(otherDate, and(eq(otherDate.eventId, eventDates.eventId), ne(otherDate.id, eventDates.id)))
    .innerJoin(otherList, and(eq(otherList.dateId, otherDate.id), eq(otherList.kind, registrationLists.kind)))
    .where(
      and(
        inArray(registrations.id, ids),
        eq(otherList.open, true),
        isNull(otherDate.cancelledAt),
        gt(otherList.closesAt, now),
      ),
    )
  return new Set(found.map(({ id }) => id))
}

/** The dates to come of an event that have a list of this kind, but for one: where somebody may move to. One statement. */
export function otherDates(reader: Reader, from: { eventId: number; dateId: number; kind: ListKind }, now: Instant) {
  return listedDates(reader)
    .where(
      and(
        eq(eventDates.eventId, from.eventId),
        ne(eventDates.id, from.dateId),
        eq(registrationLists.kind, from.kind),
        eq(registrationLists.open, true),
        isNull(eventDates.cancelledAt),
        gt(registrationLists.closesAt, now),
      ),
    )
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
    .limit(100)
}

/** How many places to come this person has or waits for, as a part of a statement. */
export const countToCome = (personId: number, now: Instant): SQL<number> => {
  const active = sql.join(
    ACTIVE_STATES.map((state) => sql`${state}`),
    sql`, `,
  )
  return sql<number>`(select count(*)::int from ${registrations} r join ${registrationLists} l on l.id = r.list_id
    where r.person_id = ${personId} and r.state in (${active}) and l.closes_at > ${now.toString()}::timestamptz)`
}

/** Places that a person took since then, and those that one professional gave him. One statement. */
export const placesSince = (
  reader: Reader,
  asked: { personId: number; prescriberId: number | undefined; since: Instant; most: number },
) =>
  reader
    .select({
      ...{ at: registrations.createdAt, title: contents.title, startsAt: eventDates.startsAt },
      isPrescribed: sql<boolean>`${registrations.prescriberId} is not null`,
    })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .innerJoin(people, eq(people.id, asked.personId))
    .where(
      and(
        or(
          eq(registrations.personId, asked.personId),
          and(isNull(registrations.personId), eq(registrations.emailKey, people.emailKey)),
        ),
        gt(registrations.createdAt, asked.since),
        inArray(registrations.state, [...ACTIVE_STATES]),
        eq(contents.access, 'public'),
        asked.prescriberId === undefined ? undefined : eq(registrations.prescriberId, asked.prescriberId),
      ),
    )
    .orderBy(desc(registrations.createdAt))
    .limit(asked.most)
