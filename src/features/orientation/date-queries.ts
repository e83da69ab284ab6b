import { and, asc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { listedFor } from '#features/contents/queries.ts'
import { contentSectors, contents } from '#features/contents/tables.ts'
import { comingDates, hasFacets } from '#features/events/agenda-conditions-queries.ts'
import { type EventDateCard, listColumns } from '#features/events/date-card-queries.ts'
import { eventDates, events } from '#features/events/tables.ts'
import { registrationLists } from '#features/registrations/tables.ts'
import { searchEntries } from '#features/search/tables.ts'
import { distanceTo } from '#features/structures/sheet-queries.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { ComingDate } from './facts.ts'
import { SIGNS } from './needs.ts'
import { type Asked, spanOf } from './rules.ts'
import { squaresAround } from './squares.ts'
import { FAR } from './weights.ts'

/** The soonest dates around, whatever they are about; and those of events whose title or kind answers a need. */
const MOST_SOON = 200
const MOST_NAMED = 150
const MOST_OF_KIND = 100

export type DateFound = ComingDate & EventDateCard & { access: 'public' | 'pro'; publishedAt: Instant | null }

type Search = Asked & { person: Person; freeSeats: SQL }

/** Coming dates that may answer, in one statement: bounded before anything is weighed. */
export async function datesFor(reader: Reader, search: Search): Promise<DateFound[]> {
  const { place, now } = search
  const km =
    place === undefined ? sql<null>`null::float8` : distanceTo(place, eventDates.latitude, eventDates.longitude)
  const rows = await reader
    .select({
      ...listColumns,
      ...{ summary: contents.summary, access: contents.access, publishedAt: contents.publishedAt, km },
      sizes: events.projectSizes,
      forSocialEconomy: events.forSocialEconomy,
      forInnovation: events.forInnovation,
      sectors: sql<string[]>`coalesce((select json_agg(${contentSectors.sector}) from ${contentSectors}
        where ${eq(contentSectors.contentId, contents.id)}), '[]'::json)`,
      seats: seatsOf(search.freeSeats),
    })
    .from(eventDates)
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(inArray(eventDates.id, candidateIds(search)))
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
  return rows.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, now) >= 0)
}

const seatsOf = (free: SQL): SQL<ComingDate['seats']> =>
  sql`case when ${free} then 'free'
    when exists (select 1 from ${registrationLists} where ${eq(registrationLists.dateId, eventDates.id)}) then 'full'
    else 'open' end`

/** Seats are looked at afterwards, on these alone: to look at them while walking costs the whole table. */
function candidateIds(search: Search): SQL {
  const dates = (where: SQL | undefined, limit: number) => sql`(
    select ${eventDates.id} from ${eventDates} join ${contents} on ${eq(contents.id, eventDates.eventId)}
    where ${and(frameOf(search), listedFor(search.person), where)}
    order by ${eventDates.startsAt}, ${eventDates.id} limit ${limit}::int)`
  const { needs } = search.criteria
  const kinds = needs.flatMap((need) => SIGNS[need].events ?? []).map((kind) => `kind:${kind}`)
  const ways = [
    dates(undefined, MOST_SOON),
    ...(needs.length > 0 ? [dates(namedEvents(search), MOST_NAMED)] : []),
    ...(kinds.length > 0 ? [dates(sql`${eventDates.facets} && ${array(kinds)}`, MOST_OF_KIND)] : []),
  ]
  return sql`(${sql.join(ways, sql` union `)})`
}

/** When, where around, and at what cost: what the rules would refuse otherwise. */
function frameOf({ criteria, place, now }: Search): SQL {
  const { starts, ends } = spanOf(criteria, now)
  const facets = [
    ...(criteria.free ? ['price:free'] : []),
    ...(criteria.remote === 'no' ? ['mode:place'] : []),
    ...(criteria.size === undefined ? [] : [`size:${criteria.size}`]),
  ]
  return and(
    comingDates(now),
    gte(eventDates.startsAt, starts),
    lt(eventDates.startsAt, ends),
    hasFacets(facets),
    place === undefined ? undefined : or(eq(eventDates.online, true), around(place)),
  ) as SQL
}

function around({ latitude, longitude }: { latitude: number; longitude: number }): SQL {
  const high = FAR / 111.2
  const wide = high / Math.cos((latitude * Math.PI) / 180)
  return sql`(${eventDates.latitude} between ${latitude - high} and ${latitude + high}
    and ${eventDates.longitude} between ${longitude - wide} and ${longitude + wide})`
}

const MOST_EVENTS = 200

/** Events whose title has the words of a need: from the index of search, bounded. */
function namedEvents({ criteria, place }: Search): SQL {
  const words = criteria.needs.flatMap((need) => SIGNS[need].words).map(prefixOf)
  const near = place === undefined ? undefined : sql`${searchEntries.facets} && ${array(squaresAround(place))}`
  return sql`${eventDates.eventId} = any(array(select ${searchEntries.contentId} from ${searchEntries} where ${and(
    sql`${searchEntries.titleVector} @@ to_tsquery('pg_catalog.french'::regconfig, ${words.join(' | ')})`,
    sql`${searchEntries.facets} && ${array(['kind:event'])}`,
    near,
  )} limit ${MOST_EVENTS}::int))`
}

const array = (texts: readonly string[]): SQL =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`

/** « etude de marche » is found in order, its last word may be a beginning. */
const prefixOf = (words: string): string => `(${words.split(' ').join(' <-> ')}:*)`
