import { asc, eq, type SQL, sql } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import { distanceTo } from '#features/structures/sheet-queries.ts'
import type { Reader } from '#platform/database/database.ts'
import { type AgendaAsked, agendaConditions, frameOf, hasFacets } from './agenda-conditions-queries.ts'
import { type AgendaCounts, countsByGroup, GROUPS, wantedFacets } from './agenda-facets.ts'
import { MOST_COUNTED, PAGE_SIZE } from './agenda-sizes.ts'
import { type EventDateCard, listColumns } from './date-card-queries.ts'
import { eventDates, events } from './tables.ts'

/** One page of the agenda, soonest first, in two statements: its dates, and how many there are in all (`MOST_COUNTED` at most). */
export async function agenda(reader: Reader, asked: AgendaAsked): Promise<{ dates: EventDateCard[]; count: number }> {
  const { near, filters } = asked
  const where = agendaConditions(asked)
  const distance =
    near === undefined ? sql<null>`null::float8` : distanceTo(near, eventDates.latitude, eventDates.longitude)
  const dates = await reader
    .select({ ...listColumns, distance })
    .from(eventDates)
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(where)
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE)
  if (filters.page === 1 && dates.length < PAGE_SIZE) return { dates, count: dates.length }
  return { dates, count: await countDates(reader, where) }
}

/** At most `MOST_COUNTED` + 1. */
async function countDates(reader: Reader, where: SQL): Promise<number> {
  const some = reader
    .select({ one: sql`1` })
    .from(eventDates)
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(where)
    .limit(MOST_COUNTED + 1)
  const [row] = await reader.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some.as('some'))
  return row?.count ?? 0
}

/**
 * How many dates each choice of each filter would give, the other filters being as they are. Counted on the next
 * `MOST_COUNTED` dates of the frame, so that the price stays the same however many there are. One statement.
 */
export async function agendaCounts(reader: Reader, asked: AgendaAsked): Promise<AgendaCounts> {
  const wanted = wantedFacets(asked.filters)
  const others = (group: string) =>
    hasFacets(Object.entries(wanted).flatMap(([name, word]) => (name === group ? [] : [word])))
  const ways = GROUPS.map((group) => sql`(facet like ${`${group}:%`} and ${others(group)})`)
  const needsSeats = asked.filters.seats ? sql`free` : sql`true`
  const { rows } = await reader.execute<{ facet: string; count: string }>(sql`
    with event_dates as materialized (
      select ${eventDates.facets}, ${asked.freeSeats} as free from ${eventDates}
      join ${contents} on ${eq(contents.id, eventDates.eventId)}
      where ${frameOf(asked)} order by ${eventDates.startsAt}, ${eventDates.id} limit ${MOST_COUNTED + 1}
    )
    select facet, count(*) as count from event_dates cross join unnest(facets) as facet
      where ${needsSeats} and (${sql.join(ways, sql` or `)}) group by facet
    union all select 'seats', count(*) from event_dates where free and ${others('')}
    union all select 'frame', count(*) from event_dates`)
  const counts = rows.map(({ facet, count }) => ({ facet, count: Number(count) }))
  const alone = (name: string) => counts.find(({ facet }) => facet === name)?.count ?? 0
  return { groups: countsByGroup(counts), seats: alone('seats'), partial: alone('frame') > MOST_COUNTED }
}
