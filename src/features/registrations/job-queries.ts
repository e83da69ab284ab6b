import { and, asc, eq, gt, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { eventDates } from '#features/events/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { firstToThank, lastToRemind, remindsNow, thanksNow } from './reminders.ts'
import { registrationLists, registrations } from './tables.ts'

const MOST_LISTS = 1000

/** The lists whose people are to be reminded now: the law is in `reminders.ts`, SQL only narrows the search. */
export async function listsToRemind(reader: Reader, now: Instant): Promise<{ id: number; startsAt: Instant }[]> {
  const { id, closesAt, cancelled, taken, remindedFor } = registrationLists
  const rows = await reader
    .select({ id, startsAt: closesAt })
    .from(registrationLists)
    .where(
      and(
        and(gt(closesAt, now), lte(closesAt, lastToRemind(now)), eq(cancelled, false), gt(taken, 0)),
        or(isNull(remindedFor), ne(remindedFor, closesAt)),
      ),
    )
    .orderBy(asc(closesAt), asc(id))
    .limit(MOST_LISTS)
  return rows.filter(({ startsAt }) => remindsNow(startsAt, now))
}

/** The lists whose people are to be thanked now. */
export async function listsToThank(reader: Reader, now: Instant): Promise<{ id: number }[]> {
  const { id, cancelled, taken, thankedAt } = registrationLists
  const rows = await reader
    .select({ id, overAt: eventDates.overAt })
    .from(registrationLists)
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .where(
      and(
        and(gt(eventDates.overAt, firstToThank(now)), lte(eventDates.overAt, now)),
        and(eq(cancelled, false), gt(taken, 0), isNull(thankedAt)),
      ),
    )
    .orderBy(asc(eventDates.overAt), asc(id))
    .limit(MOST_LISTS)
  return rows.filter(({ overAt }) => thanksNow(overAt, now))
}

const person = { id: registrations.id, email: registrations.email, personId: registrations.personId }

type Slice = { listId: number; after: number; limit: number }

const confirmedOf = ({ listId, after }: Slice) =>
  and(
    and(eq(registrations.listId, listId), gt(registrations.id, after), eq(registrations.state, 'confirmed')),
    isNull(registrations.anonymisedAt),
  )

/** Those of a list whose seat was confirmed by `before`, some at a time, by number. */
export const confirmedBefore = (reader: Reader, slice: Slice, before: Instant) =>
  reader
    .select(person)
    .from(registrations)
    .where(
      and(
        confirmedOf(slice),
        sql`coalesce(${registrations.settledAt}, ${registrations.createdAt}) <= ${before.toString()}::timestamptz`,
      ),
    )
    .orderBy(asc(registrations.id))
    .limit(slice.limit)

/** Those of a list who came, as far as is known. */
export const presentOf = (reader: Reader, slice: Slice) =>
  reader
    .select(person)
    .from(registrations)
    .where(and(confirmedOf(slice), sql`${registrations.presence} is distinct from 'absent'`))
    .orderBy(asc(registrations.id))
    .limit(slice.limit)
