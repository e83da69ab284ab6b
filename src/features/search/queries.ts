import { eq, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { Near, SearchAsked, SearchedKind } from './asked.ts'
import { candidates, facetCounts, facetsOf, MOST_COUNTED, ofWords, type Sought, soughtOf } from './candidate-queries.ts'
import { ideaExpression } from './expressions.ts'
import type { Idea } from './idea.ts'
import { searchEntries } from './tables.ts'

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
 * site: beyond a thousand answers, `total` is a thousand and `more` is true.
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

const page = ({ limit = PAGE, offset = 0 }: SearchAsked): SQL => sql`(
  select json_agg(json_build_object('id', ${contents.id}, 'kind', ${contents.kind}, 'slug', ${contents.slug},
    'title', ${contents.title}, 'summary', ${contents.summary}, 'score', best.score, 'whole', best.whole,
    'distance', best.distance, 'over', best.over) order by best.rank)
  from (select *, row_number() over (order by score desc, content_id) as rank from weighed
    order by score desc, content_id limit ${limit} offset ${offset}) best
  join ${contents} on ${contents.id} = best.content_id)`

/** What each candidate is worth. The table of weights is in docs/how/search.md. */
function weighed(asked: SearchAsked, sought: Sought): SQL {
  const { words, title = '', place, now } = asked
  const { vector, titleVector, titleKey, prior, lastAt, contentId } = searchEntries
  const isWhole = words.length === 0 ? sql`true` : sql`${vector} @@ ${sought.whole}`
  const worth =
    words.length === 0
      ? sql`1`
      : sql`0.1 + ts_rank(${WEIGHTS}, ${vector}, ${sought.typed}, 1) + 0.4 * ts_rank(${WEIGHTS}, ${vector}, ${sought.part}, 1)
        + case when ${titleVector} @@ ${sought.whole} then 0.5 else 0 end
        + case when ${titleVector} @@ ${sought.typed} then 0.3 else 0 end
        + case when ${titleKey} = ${title} then 2 else 0 end`
  const over = sql`(${searchEntries.kind} = 'event' and coalesce(${lastAt} < ${iso(now)}, true))`
  const distance = distanceTo(place)
  return sql`
    select ${contentId} as content_id, is_whole as whole, is_over as over, away as distance,
      (${worth}) * ${prior} * case when is_whole then 1 else ${share(words)} end * case when is_over then 0.3 else 1 end
        * ${nearness(place)} as score
    from hits join ${searchEntries} on ${eq(contentId, sql`hits.content_id`)}
    cross join lateral (select ${isWhole} as is_whole, ${over} as is_over, ${distance} as away) facts`
}

/** A part of what was looked for is worth its part, and far less than all of it. */
function share(words: readonly Idea[]): SQL {
  const had = words.map((idea) => sql`(${searchEntries.vector} @@ ${ofWords(ideaExpression(idea))})::int`)
  return had.length === 0 ? sql`1` : sql`0.4 * (${sql.join(had, sql` + `)}) / ${words.length}::float8`
}

const WEIGHTS = sql.raw(`'{0.05, 0.15, 0.45, 1}'::float4[]`)

const iso = (now: Instant): SQL => sql`${now.toString()}::timestamptz`

function distanceTo(place: Near | undefined): SQL {
  if (place?.latitude === undefined || place.longitude === undefined) return sql`null::float8`
  const { latitude, longitude } = place
  const east = 111.2 * Math.cos((latitude * Math.PI) / 180)
  return sql`round(sqrt(power((${searchEntries.latitude} - ${latitude}::float8) * 111.2, 2)
    + power((${searchEntries.longitude} - ${longitude}::float8) * ${east}::float8, 2))::numeric, 1)::float8`
}

/** Three times as much on the spot; half as much far away, in another département. */
function nearness(place: Near | undefined): SQL {
  if (place === undefined) return sql`1`
  const here = place.departement ? [`departement:${place.departement}`, 'departement:*'] : ['departement:*']
  const concerned = sql`${searchEntries.facets} && array[${sql.join(
    here.map((facet) => sql`${facet}`),
    sql`, `,
  )}]::text[]`
  return sql`(case when ${concerned} then 1.0 else 0.5 end + coalesce(2 / (1 + away / 10), 0))`
}
