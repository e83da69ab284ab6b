// Who may be an answer: at most a thousand, read from the indexes before anything is weighed, so that a common word costs
// what a rare one does.
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { listedFor } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import { cellsAround, type Near, type SearchAsked, type SearchFilters } from './asked.ts'
import { partExpression, typedExpression, wholeExpression } from './expressions.ts'
import { searchEntries } from './tables.ts'

/** Beyond, how many answers there are is no longer counted. */
export const MOST_COUNTED = 1000
const MOST_BESIDE = 400
/** With fewer answers that have everything, those that have a part are shown too. */
const FEW = 5

const FRENCH = sql.raw(`'pg_catalog.french'::regconfig`)
const ofWords = (expression: string): SQL => sql`to_tsquery(${FRENCH}, ${expression})`

export type Sought = { whole: SQL; part: SQL; typed: SQL }

/** What was typed, as PostgreSQL looks for it. The last word may be unfinished. */
export function soughtOf({ words, typed = '' }: SearchAsked): Sought {
  const unfinished = /[a-z0-9]{3,}$/.exec(typed)?.[0]
  const last = words.at(-1)
  const begun = unfinished === undefined || !(last?.[0] ?? '').endsWith(unfinished) ? undefined : unfinished
  const beginning = begun === undefined ? undefined : sql`to_tsquery('simple', ${`${begun}:*`})`
  const expression = (write: typeof wholeExpression) => {
    if (beginning === undefined || last === undefined) return ofWords(write(words))
    const before = words.slice(0, -1)
    const end = sql`(${ofWords(write([last]))} || ${beginning})`
    if (before.length === 0) return end
    return write === wholeExpression
      ? sql`(${ofWords(write(before))} && ${end})`
      : sql`(${ofWords(write(before))} || ${end})`
  }
  return {
    whole: expression(wholeExpression),
    part: expression(partExpression),
    typed: ofWords(typedExpression(words)),
  }
}

/** One array of facets for each filter: an entry has one of each. */
export function facetsOf({ kinds, departement, sector }: SearchFilters): string[][] {
  const wanted: string[][] = []
  if (kinds !== undefined && kinds.length > 0) wanted.push(kinds.map((kind) => `kind:${kind}`))
  if (departement) wanted.push([`departement:${departement}`, 'departement:*'])
  if (sector) wanted.push([`sector:${sector}`])
  return wanted
}

const hasOne = (facets: readonly string[]): SQL =>
  facets.length === 0 ? sql`false` : sql`${searchEntries.facets} && ${textArray(facets)}`

const textArray = (texts: readonly string[]): SQL =>
  sql`array[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`

export const withinFacets = (filters: SearchFilters): SQL | undefined => and(...facetsOf(filters).map(hasOne))

/** Around a place: in its squares, or in its département when it has no point. */
function around(place: Near): SQL {
  const cells = cellsAround(place)
  return hasOne(cells.length > 0 || !place.departement ? cells : [`departement:${place.departement}`])
}

type Wanted = {
  person: Person
  filters: SearchFilters
  match: SQL | undefined
  limit: number
  unless?: SQL | undefined
}

/** Numbers of what this person may know of; the newest when nothing is looked for. */
const some = ({ person, filters, match, limit, unless }: Wanted): SQL => sql`
  select ${searchEntries.contentId} from ${searchEntries}
  join ${contents} on ${eq(contents.id, searchEntries.contentId)}
  where ${and(match, withinFacets(filters), listedFor(person), unless)}
  ${match === undefined ? sql`order by ${searchEntries.contentId} desc` : sql``} limit ${limit}`

/**
 * The statement’s first parts: `base` has all the words, whatever their number; `hits` adds, when there are too many to
 * weigh, those that have them in the title and those near the place; and when there are few, those that have a part.
 */
export function candidates(person: Person, asked: SearchAsked, sought: Sought): SQL {
  const { filters = {}, place, words } = asked
  const of = (match: SQL | undefined, limit: number, unless?: SQL) => some({ person, filters, match, limit, unless })
  const where = place && around(place)
  const whole = words.length > 0 ? sql`${searchEntries.vector} @@ ${sought.whole}` : where
  const many = sql`(select count(*) from base) > ${MOST_COUNTED}`
  const few = sql`(select count(*) from base) < ${FEW}`
  const ways = [sql`select content_id from base`]
  if (words.length > 0) ways.push(sql`(${of(sql`${searchEntries.titleVector} @@ ${sought.whole}`, MOST_BESIDE, many)})`)
  if (words.length > 0 && where) ways.push(sql`(${of(and(whole, where), MOST_BESIDE, many)})`)
  if (words.length > 1) ways.push(sql`(${of(sql`${searchEntries.vector} @@ ${sought.part}`, MOST_BESIDE, few)})`)
  return sql`base as materialized (${of(whole, MOST_COUNTED + 1)}),
    hits as materialized (${sql.join(ways, sql` union `)})`
}
