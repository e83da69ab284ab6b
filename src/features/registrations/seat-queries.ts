import { and, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { mayContribute } from '#features/accounts/access.ts'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { eventDates } from '#features/events/tables.ts'
import type { Instant } from '#kernel/time'
import { registrationLists } from './tables.ts'

/**
 * Whether a date has a seat that this person may take at once, or give to somebody he supports: a condition on `event_dates`.
 * `offset 0` keeps it a question asked of each date: without it every list of the site may be read for a page of twenty.
 */
export function hasFreeSeats(person: Person, now: Instant): SQL {
  const { dateId, kind, places, taken, waiting, open, cancelled, closesAt } = registrationLists
  const kinds = mayContribute(person) ? (['direct', 'prescription'] as const) : (['direct'] as const)
  return sql`exists (select 1 from ${registrationLists} where ${and(
    eq(dateId, eventDates.id),
    inArray(kind, [...kinds]),
    eq(open, true),
    eq(cancelled, false),
    gt(closesAt, now),
    eq(waiting, 0),
    sql`(${places} is null or ${taken} < ${places})`,
  )} offset 0)`
}
