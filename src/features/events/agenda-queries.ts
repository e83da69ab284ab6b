import { asc, eq, type SQL, sql } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import { distanceTo } from '#features/structures/sheet-queries.ts'
import type { Reader } from '#platform/database/database.ts'
import { type AgendaAsked, agendaConditions, frameOf, hasFacets } from './agenda-conditions-queries.ts'
import { type AgendaCounts, countsByGroup, GROUPS, wantedFacets } from './agenda-facets.ts'
import { MOST_COUNTED, PAGE_SIZE } from './agenda-sizes.ts'
import { type EventDateCard, listColumns } from './date-card-queries.ts'
import { eventDates, events } from './tables.ts'

/**
 * One page of the agenda, soonest first, and how many dates there are in all (`MOST_COUNTED` + 1 at most); `counts` are
 * those of the same filters. One statement, or two.
 */
export async function agenda(
  reader: Reader,
  asked: AgendaAsked,
  counts: AgendaCounts,
): Promise<{ dates: EventDateCard[]; count: number }> {
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
    .orderBy(...orderOf(isRare(counts, filters.page)))
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE)
  if (!counts.partial || counts.total > MOST_COUNTED) return { dates, count: counts.total }
  if (filters.page === 1 && dates.length < PAGE_SIZE) return { dates, count: dates.length }
  return { dates, count: await countDates(reader, where) }
}

/** Of the next dates, too few answer to fill the page. */
const isRare = ({ partial, total }: AgendaCounts, page: number): boolean => partial && total < page * PAGE_SIZE

/**
 * Where many dates answer, they are met in the order of their index, which is left as soon as the page is full. Where few
 * do, that walk would go through all the others: an order that no index has makes `event_dates_facets` find them first.
 */
const orderOf = (rare: boolean): SQL[] => [
  rare ? sql`${eventDates.startsAt} + interval '0'` : asc(eventDates.startsAt),
  asc(eventDates.id),
]

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
  // The second `event_dates` are those of the frame, so that conditions on the table are asked of these alone.
  const { rows } = await reader.execute<{ facet: string; count: string }>(sql`
    with frame as materialized (
      select ${eventDates.id}, ${eventDates.facets} from ${eventDates}
      join ${contents} on ${eq(contents.id, eventDates.eventId)}
      where ${frameOf(asked)} order by ${eventDates.startsAt}, ${eventDates.id} limit ${MOST_COUNTED + 1}
    ), event_dates as materialized (select facets, ${asked.freeSeats} as free from frame as event_dates)
    select facet, count(*) as count from event_dates cross join unnest(facets) as facet
      where ${needsSeats} and (${sql.join(ways, sql` or `)}) group by facet
    union all select 'seats', count(*) from event_dates where free and ${others('')}
    union all select 'total', count(*) from event_dates where ${needsSeats} and ${others('')}
    union all select 'frame', count(*) from event_dates`)
  const counts = rows.map(({ facet, count }) => ({ facet, count: Number(count) }))
  const alone = (name: string) => counts.find(({ facet }) => facet === name)?.count ?? 0
  const [seats, total] = [alone('seats'), alone('total')]
  return { groups: countsByGroup(counts), seats, total, partial: alone('frame') > MOST_COUNTED }
}
