import pg from 'pg'
import { learnSearchWords } from '#features/search/jobs.ts'
import { readSearchQuery } from '#features/search/listing-rules.ts'
import { answerQuestion } from '#features/search/question-queries.ts'
import { suggestTitles } from '#features/search/suggestion-queries.ts'
import { searchKey } from '#features/search/words.ts'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { QUESTIONS } from '../tests/proofs/search-questions.ts'
import { fillSearchIndex, makeTerritory } from './sites.ts'
import { atMost, type Line, quantile, short, told } from './table.ts'

const log = createLog('error')
const FEW = 1000
const MANY = 100_000
const MOST_MS = 30
const MOST_STATEMENTS = 5
const ROUNDS = 3

/** Words that nobody types, rarer and rarer, beside those of the questions. */
const FILLERS = 20_000

/** A database of that many contents of every kind, whose words are as uneven as those of a language. */
async function makeSearched(server: string, name: string, contents: number): Promise<string> {
  const url = await makeTerritory(server, name)
  await fillSearched(url, contents)
  return url
}

const vocabulary = (): string[] => [
  ...new Set(QUESTIONS.flatMap(([typed]) => searchKey(typed).split(' ')).filter((word) => word.length > 2)),
]

/** `count` words: half of those of the questions, half drawn so that the first are in nearly every text. */
const WORDS = `
  create function pg_temp.words(seed int, count int, vocabulary text[]) returns text language sql immutable as $$
    select string_agg(case when (seed * 31 + n * 17) % 4 = 0
      then vocabulary[1 + abs(hashint4(seed * 7 + n)) % cardinality(vocabulary)]
      else 'mot' || to_hex((${FILLERS} ^ ((abs(hashint4(seed * 13 + n)) % 10000) / 10000.0))::int) end, ' ')
    from generate_series(1, count) n $$`

async function fillSearched(url: string, contents: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin; set local session_replication_role = replica; set local synchronous_commit = off')
    await client.query(WORDS)
    await client.query(CONTENTS, [vocabulary(), contents])
    for (const statement of OWN_ROWS) await client.query(statement)
    await client.query('commit')
    await client.query('vacuum analyze')
    await fillSearchIndex(client)
  } finally {
    await client.end()
  }
}

const CONTENTS = `
  insert into contents (id, kind, state, access, title, slug, summary, presentation, created_at, updated_at, published_at)
  overriding system value
  select n, (array['structure','service','article','resource','event'])[1 + n % 5], case when n % 25 = 0 then 'draft' else 'published' end,
    case when n % 20 = 0 then 'pro' else 'public' end, initcap(pg_temp.words(n, 6, $1)), 'contenu', pg_temp.words(n + 1000000, 20, $1),
    pg_temp.words(n + 2000000, 120, $1), now(), now(), now() from generate_series(1, $2::int) n`

const DEPARTEMENTS = `(array['01','03','07','15','26','38','42','43','63','69','73','74'])`

const OWN_ROWS = [
  `insert into content_departements select id, ${DEPARTEMENTS}[1 + id % 12] from contents where id % 3 > 0`,
  `insert into structures (content_id, kinds, city, latitude, longitude, search_name)
   select id, case id % 2 when 0 then '{reseau-creation}' else '{association}' end::text[], 'Lyon', 44.5 + id % 1000 * 0.002,
     3 + id % 900 * 0.004, '' from contents where kind = 'structure'`,
  `insert into services (content_id, structure_id, kinds, stages, search_name)
   select id, greatest(5, id - id % 5), '{accompagnement}', '{idea}', '' from contents where kind = 'service' and id > 5`,
  `insert into articles (content_id, search_name) select id, '' from contents where kind = 'article'`,
  `insert into resources (content_id, kind, search_name) select id, 'factsheet', '' from contents where kind = 'resource'`,
  `insert into events (content_id, kind, paying, city, departement_code, latitude, longitude)
   select id, 'workshop', false, 'Roanne', ${DEPARTEMENTS}[1 + id % 12], 44.5 + id % 1000 * 0.002, 3 + id % 900 * 0.004
   from contents where kind = 'event'`,
  `insert into event_dates (event_id, starts_at, over_at, latitude, longitude)
   select content_id, at, at + interval '2 hours', latitude, longitude
   from events, lateral (select now() + content_id % 400 * interval '1 day' - interval '30 days' as at) spread`,
]

type Run = (database: Database, typed: string) => Promise<unknown>

const answered =
  (filters: Parameters<typeof answerQuestion>[2]['filters']): Run =>
  (database, q) => {
    const { q: typed } = readSearchQuery((name) => (name === 'q' ? q : ''))
    const asked = { typed, exact: false, place: undefined, filters, limit: 20, offset: 0, now: systemClock.now() }
    return answerQuestion(database, undefined, asked)
  }

const RUNS: Record<string, Run> = {
  questions: answered({}),
  'questions, filtered': answered({ kinds: ['article'], departement: '42' }),
  proposals: (database, typed) =>
    suggestTitles(database, undefined, { key: searchKey(typed).slice(0, 5), limit: 8, now: systemClock.now() }),
}

type Measured = { times: number[]; most: number; slowest: string }

async function measured(database: Database, run: Run): Promise<Measured> {
  const measured: Measured = { times: [], most: 0, slowest: '' }
  for (let round = -1; round < ROUNDS; round++) {
    for (const [typed] of QUESTIONS) {
      const [before, from] = [database.statements(), performance.now()]
      await run(database, typed)
      const ms = performance.now() - from
      measured.most = Math.max(measured.most, database.statements() - before)
      if (round < 0) continue
      if (ms > Math.max(0, ...measured.times)) measured.slowest = typed
      measured.times.push(ms)
    }
  }
  return measured
}

/** The questions of the relevance proof, on a thousand contents and on a hundred thousand. */
export async function measureSearch(server: string): Promise<Line[]> {
  const few = await makeSearched(server, 'bench_search_few', FEW)
  return measureOn(few, await makeSearched(server, 'bench_search_many', MANY))
}

async function measureOn(fewUrl: string, manyUrl: string): Promise<Line[]> {
  const [few, many] = [openDatabase(fewUrl, WORKER_LIMITS, log), openDatabase(manyUrl, WORKER_LIMITS, log)]
  await learnSearchWords(few)
  const from = performance.now()
  await learnSearchWords(many)
  const lines = [told('words learnt from 100,000 contents', `${short((performance.now() - from) / 1000)} s`)]
  for (const [name, run] of Object.entries(RUNS)) lines.push(...(await linesOf(name, { run, few, many })))
  await Promise.all([few.close(), many.close()])
  return lines
}

type Compared = { run: Run; few: Database; many: Database }

async function linesOf(name: string, { run, few, many }: Compared): Promise<Line[]> {
  const [small, large] = [await measured(few, run), await measured(many, run)]
  const p95 = quantile(large.times, 0.95)
  const line = atMost(`${name}: p95 on 100,000`, p95, MOST_MS, 'ms')
  const more = `p50 ${short(quantile(large.times, 0.5))}, slowest ${short(Math.max(...large.times))}: ${large.slowest}`
  return [
    { ...line, figure: `${line.figure} (${more})` },
    atMost(`${name}: p95, 100,000 / 1,000`, p95 / quantile(small.times, 0.95), 2, '×'),
    atMost(`${name}: most SQL statements`, large.most, MOST_STATEMENTS, ''),
  ]
}
