import { and, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { listedFor } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import { communes } from '#features/territory/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { type NearWord, SHORTEST_MENDED } from './corrections.ts'
import { searchWords } from './tables.ts'

/** Every word of what anybody may read, with in how many texts it is. */
export const publicWords: SQL = sql`
  select word, count(*)::int as count from (
    select distinct ${contents.id}, word from ${contents},
      regexp_split_to_table(search_fold(concat_ws(' ', ${contents.title}, ${contents.summary},
        search_plain(${contents.presentation}, ${contents.presentationFormat}))), ' ') word
    where ${and(listedFor(undefined), ne(contents.kind, 'page'))}
      and word ~ '^[a-z]' and length(word) between ${SHORTEST_MENDED}::int and 40
  ) said group by word`

export type NearNames = { known: Set<string>; words: NearWord[]; towns: NearWord[] }

/** For each word, whether it is known and which known words are near; for each phrase, the towns whose name is near. */
export async function nearNames(
  reader: Reader,
  words: readonly string[],
  phrases: readonly string[],
): Promise<NearNames> {
  const { rows } = await reader.execute<NearWord & { what: 'word' | 'town' }>(sql`
    select 'word' as what, typed, near.word, near.count from unnest(${texts(words)}) typed cross join lateral (
      select ${searchWords.word}, ${searchWords.count} from ${searchWords} where ${searchWords.word} % typed
      order by similarity(${searchWords.word}, typed) desc, ${searchWords.count} desc limit 12) near
    union all
    select 'town', typed, near.name, near.population from unnest(${texts(phrases)}) typed cross join lateral (
      select ${communes.searchName} as name, ${communes.population} as population from ${communes}
      where ${communes.searchText} %> typed order by similarity(${communes.searchName}, typed) desc limit 4) near`)
  const of = (wanted: string) => rows.filter(({ what }) => what === wanted)
  const near = of('word')
  return {
    known: new Set(near.filter(({ typed, word }) => typed === word).map(({ word }) => word)),
    words: near,
    towns: of('town'),
  }
}

const texts = (all: readonly string[]): SQL =>
  all.length === 0
    ? sql`'{}'::text[]`
    : sql`array[${sql.join(
        all.map((text) => sql`${text}`),
        sql`, `,
      )}]::text[]`

const townColumns = {
  code: communes.code,
  name: communes.searchName,
  label: communes.name,
  postalCodes: communes.postalCodes,
  departement: communes.departementCode,
  latitude: communes.latitude,
  longitude: communes.longitude,
  population: communes.population,
}

/** The communes of these names. */
export const townsNamed = (reader: Reader, names: readonly string[]) =>
  reader
    .select(townColumns)
    .from(communes)
    .where(inArray(communes.searchName, [...names]))

/** The largest commune of a postal code. */
export const townsOfPostalCode = (reader: Reader, postalCode: string) =>
  reader.select(townColumns).from(communes).where(sql`${communes.postalCodes} @> array[${postalCode}]::text[]`)

export type Town = Awaited<ReturnType<typeof townsNamed>>[number]
