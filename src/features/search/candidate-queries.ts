// Who may be an answer: at most some hundreds, read from the indexes before anything is weighed, so that a common word costs
// what a rare one does.
import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { listedFor } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import { cellsAround, type Near, type SearchAsked, type SearchFilters } from './asked.ts'
import { partExpression, typedExpression, wholeExpression } from './expressions.ts'
import { searchEntries } from './tables.ts'
import { searchKey } from './words.ts'

/** Beyond, how many answers there are is no longer counted. */
export const MOST_COUNTED = 500
const MOST_BESIDE = 300
/** With fewer answers that have everything, those that have a part are shown too. */
const FEW = 5

const FRENCH = sql.raw(`'pg_catalog.french'::regconfig`)
export const ofWords = (expression: string): SQL => sql`to_tsquery(${FRENCH}, ${expression})`

export type Sought = { whole: SQL; part: SQL; typed: SQL }

/** What was typed, as PostgreSQL looks for it. The last word may be unfinished. */
export function soughtOf({ words, typed = '', beside = [] }: SearchAsked): Sought {
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
    typed: ofWords(typedExpression([...words, ...beside.map((word) => [word])])),
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

const withinFacets = (filters: SearchFilters): SQL | undefined => and(...facetsOf(filters).map(hasOne))

/** Around a place: in its squares, or in its département when it has no point. */
function around(place: Near): SQL {
  const cells = cellsAround(place)
  return hasOne(cells.length > 0 || !place.departement ? cells : [`departement:${place.departement}`])
}

/** Says the name of the place, be it located or not. */
function names({ name = '' }: Near): SQL | undefined {
  const key = searchKey(name)
  return key === '' ? undefined : sql`${searchEntries.vector} @@ ${ofWords(wholeExpression([[key]]))}`
}

type Wanted = {
  person: Person
  filters?: SearchFilters
  match: SQL | undefined
  limit: number
  unless?: SQL | undefined
}

/** Numbers of what this person may know of; the newest when nothing is looked for. */
const some = ({ person, filters = {}, match, limit, unless }: Wanted): SQL => sql`(
  select ${searchEntries.contentId} from ${searchEntries}
  join ${contents} on ${eq(contents.id, searchEntries.contentId)}
  where ${and(match, withinFacets(filters), listedFor(person), unless)}
  ${match === undefined ? sql`order by ${searchEntries.contentId} desc` : sql``} limit ${limit})`

const union = (ways: readonly (SQL | undefined)[]): SQL =>
  sql.join(
    ways.filter((way) => way !== undefined),
    sql` union `,
  )

/**
 * The statement’s first parts. `base` has all the words, and `every` adds what has a part of them when few have all; neither
 * looks at the filters, so that the choices can be counted on it. `hits` is what is weighed: `every` within the filters; and
 * when there are too many to look at all, those that are within the filters, in the title, or near the place.
 */
export function candidates(person: Person, asked: SearchAsked, sought: Sought): SQL {
  const { filters = {}, place, words } = asked
  const where = place && around(place)
  const isWords = words.length > 0
  const whole = isWords ? sql`${searchEntries.vector} @@ ${sought.whole}` : where && or(where, names(place))
  const part = sql`${searchEntries.vector} @@ ${sought.part}`
  const inTitle = sql`${searchEntries.titleVector} @@ ${sought.whole}`
  const many = sql`(select count(*) from base) > ${MOST_COUNTED}`
  const few = sql`(select count(*) from base) < ${FEW}`
  const beside = { person, filters, limit: MOST_BESIDE, unless: many }
  const isFiltered = facetsOf(filters).length > 0
  const narrow = { person, filters, match: whole, limit: MOST_COUNTED + 1, unless: many }
  return sql`base as materialized ${some({ person, match: whole, limit: MOST_COUNTED + 1 })},
    every as materialized (${union([
      sql`select content_id from base`,
      words.length > 1 ? some({ person, match: part, limit: MOST_BESIDE, unless: few }) : undefined,
    ])}),
    narrow as materialized ${isFiltered ? some(narrow) : sql`(select content_id from every where false)`},
    hits as materialized (${union([
      sql`select content_id from ${isFiltered ? sql`every join ${searchEntries} using (content_id)` : sql`every`}
        where ${withinFacets(filters) ?? sql`true`}`,
      sql`select content_id from narrow`,
      isWords ? some({ ...beside, match: inTitle }) : undefined,
      isWords && where ? some({ ...beside, match: and(whole, where) }) : undefined,
    ])})`
}

/** How many answers each choice would give, by facet: nothing when there are too many to count. */
export function facetCounts({ filters = {} }: SearchAsked): SQL {
  const { kinds, departement, sector } = filters
  const unlessOf = (family: string, filter: SearchFilters) => {
    const within = withinFacets(filter)
    return within === undefined ? sql`true` : sql`(facet like ${`${family}:%`} or ${within})`
  }
  return sql`(select json_object_agg(facet, counted) from (
    select facet, count(*) as counted from every join ${searchEntries} using (content_id), unnest(${searchEntries.facets}) facet
    where facet not like 'cell:%' and (select count(*) from base) <= ${MOST_COUNTED}
      and ${unlessOf('kind', kinds === undefined ? {} : { kinds })}
      and ${unlessOf('departement', departement === undefined ? {} : { departement })}
      and ${unlessOf('sector', sector === undefined ? {} : { sector })}
    group by facet) counts)`
}
