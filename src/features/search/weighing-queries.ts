// What each candidate is worth: docs/how/search.md has the table of weights.
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Near, SearchAsked } from './asked.ts'
import { ofWords, type Sought } from './candidate-queries.ts'
import { ideaExpression } from './expressions.ts'
import type { Idea } from './idea.ts'
import { searchEntries } from './tables.ts'

/** `hits`, each with what it is worth, whether it has all the words, and how far it is. */
export function weighed(asked: SearchAsked, sought: Sought): SQL {
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

export const iso = (now: Instant): SQL => sql`${now.toString()}::timestamptz`

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
