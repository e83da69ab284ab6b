import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { listedFor } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import { likeText } from '#kernel/fold'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { SearchedKind } from './asked.ts'
import { searchEntries } from './tables.ts'

export type SuggestedTitle = { id: number; kind: SearchedKind; slug: string; title: string }

const MOST_LOOKED_AT = 60
const SHORTEST_PART = 3

/** Titles that this person may know of, one word of which begins so: those that begin so first. What is over is left out. */
export async function suggestTitles(
  reader: Reader,
  person: Person,
  asked: { key: string; limit: number; now: Instant },
): Promise<SuggestedTitle[]> {
  const start = likeText(asked.key)
  const ways = [titlesLike(person, `${start}%`, asked.now)]
  if (asked.key.length >= SHORTEST_PART) ways.push(titlesLike(person, `% ${start}%`, asked.now))
  const { rows } = await reader.execute<SuggestedTitle>(sql`
    select * from (
      select distinct on (title_key) id::float8 as id, kind, slug, title, title_key, prior
      from (${sql.join(ways, sql` union all `)}) found order by title_key, prior desc, id
    ) titles
    order by title_key like ${`${start}%`} desc, prior desc, length(title_key), title_key limit ${asked.limit}`)
  return rows.map(({ id, kind, slug, title }) => ({ id, kind, slug, title }))
}

const titlesLike = (person: Person, pattern: string, now: Instant): SQL => sql`(
  select ${contents.id}, ${contents.kind}, ${contents.slug}, ${contents.title}, ${searchEntries.titleKey}, ${searchEntries.prior}
  from ${searchEntries} join ${contents} on ${eq(contents.id, searchEntries.contentId)}
  where ${and(
    sql`${searchEntries.titleKey} like ${pattern}`,
    or(sql`${searchEntries.kind} <> 'event'`, sql`${searchEntries.lastAt} > ${now.toString()}::timestamptz`),
    listedFor(person),
  )} limit ${MOST_LOOKED_AT})`
