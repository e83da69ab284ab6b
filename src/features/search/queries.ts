import { eq, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { contents } from '#features/contents/tables.ts'
import { eventDates, events } from '#features/events/tables.ts'
import { services } from '#features/services/tables.ts'
import { structures } from '#features/structures/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import type { SearchAsked, SearchedKind } from './asked.ts'
import { candidates, facetCounts, facetsOf, MOST_COUNTED, soughtOf } from './candidate-queries.ts'
import { iso, weighed } from './weighing-queries.ts'

export type FoundContent = {
  id: number
  kind: SearchedKind
  slug: string
  title: string
  summary: string
  score: number
  /** Whether it has all that was looked for, or only a part. */
  whole: boolean
  /** Kilometres to the place asked; null when either is unknown. */
  distance: number | null
  /** An event all of whose dates are over. */
  over: boolean
  /** What a page of results shows, when asked for. */
  shown?: ShownResult
}

export type ShownResult = {
  access: 'public' | 'pro'
  city: string
  /** The start of its full text, without marks. */
  text: string
  /** When an event next takes place. */
  nextAt: string | null
}

/** How many answers a facet has: `kind:event`, `departement:42`, `sector:commerce`. */
export type FacetCounts = Readonly<Record<string, number>>

export type Found = {
  rows: FoundContent[]
  total: number
  /** Whether there are more than `total`. */
  more: boolean
  /** Whether some content, within the filters or not, has all that was looked for. */
  whole: boolean
  /** What each choice of each filter would give; empty when there are too many answers to count. */
  facets: FacetCounts
}

const NONE: Found = { rows: [], total: 0, more: false, whole: false, facets: {} }
const PAGE = 20

type Row = { found: FoundContent[] | null; base: string; narrow: string; hits: string; facets: FacetCounts | null }

/**
 * The contents that this person may know of, the best first: those that have all the words, then those that have a part
 * when few have all. Near the place, coming soon and about creating come before. One statement, whatever the size of the
 * site: beyond `MOST_COUNTED` answers, `total` is that and `more` is true.
 */
export async function searchContents(reader: Reader, person: Person, asked: SearchAsked): Promise<Found> {
  const sought = soughtOf(asked)
  const { rows } = await reader.execute<Row>(sql`
    with ${candidates(person, asked, sought)}, weighed as (${weighed(asked, sought)})
    select (select count(*) from base) as base, (select count(*) from narrow) as narrow,
      (select count(*) from hits) as hits, ${page(asked)} as found, ${facetCounts(asked)} as facets`)
  const [row] = rows
  if (row === undefined) return NONE
  return {
    rows: row.found ?? [],
    ...countedOf(row, facetsOf(asked.filters ?? {}).length > 0),
    whole: Number(row.base) > 0,
    facets: row.facets ?? {},
  }
}

function countedOf({ base, narrow, hits }: Row, isFiltered: boolean): { total: number; more: boolean } {
  if (Number(base) <= MOST_COUNTED) return { total: Number(hits), more: false }
  const counted = isFiltered ? Number(narrow) : Number(base)
  return { total: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED }
}

const MOST_TEXT = 4000

const shownJson = ({ now }: SearchAsked): SQL => sql`json_build_object('access', ${contents.access},
  'city', coalesce(${structures.city}, nullif(${services.city}, ''), ${events.city}, ''),
  'text', left(search_plain(${contents.presentation}, ${contents.presentationFormat}), ${MOST_TEXT}::int),
  'nextAt', (select min(${eventDates.startsAt}) from ${eventDates} where ${eq(eventDates.eventId, contents.id)}
    and ${eventDates.cancelledAt} is null and ${eventDates.overAt} > ${iso(now)}))`

const kindRows = sql`left join ${structures} on ${structures.contentId} = ${contents.id}
  left join ${services} on ${services.contentId} = ${contents.id}
  left join ${events} on ${events.contentId} = ${contents.id}`

const page = (asked: SearchAsked): SQL => sql`(
  select json_agg(json_build_object('id', ${contents.id}, 'kind', ${contents.kind}, 'slug', ${contents.slug},
    'title', ${contents.title}, 'summary', ${contents.summary}, 'score', best.score, 'whole', best.whole,
    'distance', best.distance, 'over', best.over, 'shown', ${asked.shown ? shownJson(asked) : sql`null::json`}) order by best.rank)
  from (select *, row_number() over (order by score desc, content_id) as rank from weighed
    order by score desc, content_id limit ${asked.limit ?? PAGE} offset ${asked.offset ?? 0}) best
  join ${contents} on ${contents.id} = best.content_id ${asked.shown ? kindRows : sql``})`
