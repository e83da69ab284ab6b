import { and, gt, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { listedFor } from '#features/contents/queries.ts'
import { distanceTo } from '#features/structures/sheet-queries.ts'
import type { Place } from '#features/territory/rules.ts'
import { daysLater, type Instant, startOfDay } from '#kernel/time'
import { wantedFacets } from './agenda-facets.ts'
import type { AgendaFilters } from './agenda-filters.ts'
import { eventDates } from './tables.ts'

export type AgendaAsked = {
  person: Person
  filters: AgendaFilters
  now: Instant
  /** The commune that was typed. */
  near: Place | undefined
  /** Whether a date has seats left: registrations know. */
  freeSeats: SQL
}

/** Not cancelled and not over: `over_at` is within a month of the start, so that the index on the start serves. */
export const comingDates = (now: Instant): SQL =>
  and(isNull(eventDates.cancelledAt), gt(eventDates.startsAt, daysLater(now, -31)), gt(eventDates.overAt, now)) as SQL

/** Words as PostgreSQL takes them: `facets @> array['kind:workshop']`. */
export const hasFacets = (words: readonly string[]): SQL =>
  words.length === 0 ? sql`true` : sql`${eventDates.facets} @> ${textArray(words)}`

const textArray = (words: readonly string[]): SQL =>
  sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`

/** The same for a walk by day, where looking each word up for each day would cost more than reading its dates. */
const walkedFacets = (words: readonly string[]): SQL =>
  words.length === 0 ? sql`true` : sql`array_cat(${eventDates.facets}, '{}') @> ${textArray(words)}`

/** What is never a choice among others: when, where around, for whom. */
export function frameOf({ person, filters, now, near }: AgendaAsked): SQL {
  const { from, to, radius } = filters
  const start = from === undefined ? undefined : startOfDay(from)
  const end = to === undefined ? undefined : startOfDay(to)
  return and(
    comingDates(now),
    listedFor(person),
    start === undefined ? undefined : gte(eventDates.startsAt, start),
    end === undefined ? undefined : lt(eventDates.startsAt, daysLater(end, 1)),
    near === undefined ? undefined : around(near, radius),
  ) as SQL
}

/** All that is asked; `walked` where each day is read on its own. */
export const agendaConditions = (asked: AgendaAsked, walked = false): SQL =>
  and(
    frameOf(asked),
    (walked ? walkedFacets : hasFacets)(Object.values(wantedFacets(asked.filters))),
    asked.filters.seats ? asked.freeSeats : undefined,
  ) as SQL

/** The square first, for the index; then the circle. */
function around(near: Place, radius: number): SQL {
  const { latitude, longitude } = eventDates
  const high = radius / 111.2
  const wide = high / Math.cos((near.latitude * Math.PI) / 180)
  return sql`${latitude} between ${near.latitude - high} and ${near.latitude + high}
    and ${longitude} between ${near.longitude - wide} and ${near.longitude + wide}
    and ${distanceTo(near, latitude, longitude)} <= ${radius}`
}
