import { afterAll, beforeAll, expect, test } from 'vitest'
import { learnSearchWords } from '#features/search/jobs.ts'
import { answerQuestion } from '#features/search/question-queries.ts'
import { searchKey } from '#features/search/words.ts'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { proved } from '#tests/proof.ts'
import { demoDatabase } from '../journeys/demo-database.ts'
import { QUESTIONS } from './search-questions.ts'

const FIRST = 3
const GOAL = 0.9

let demo: Awaited<ReturnType<typeof demoDatabase>>
let database: Database

beforeAll(async () => {
  demo = await demoDatabase()
  database = openDatabase(demo.url, WORKER_LIMITS, createLog('silent'))
  await learnSearchWords(database)
}, 120_000)
afterAll(async () => {
  await database?.close()
  await demo?.drop()
})

const firstOf = async (typed: string) => {
  const asked = { typed, exact: false, place: undefined, filters: {}, limit: FIRST, offset: 0, now: systemClock.now() }
  return (await answerQuestion(database, undefined, asked)).rows.map(({ title }) => title)
}

test('SEA-1: what people type has an expected answer among the first three, nine times in ten', async () => {
  const missed: string[] = []
  for (const [typed, expected] of QUESTIONS) {
    const titles = await firstOf(typed)
    if (!titles.some((title) => expected.test(searchKey(title)))) missed.push(`${typed} → ${titles.join(' ; ')}`)
  }
  for (const line of missed) process.stderr.write(`missed: ${line}\n`)
  const share = 1 - missed.length / QUESTIONS.length
  proved('SEA-1', 'questions with an expected answer in the first three', `${Math.round(share * 100)} %`, '≥ 90 %')
  expect(share, missed.join('\n')).toBeGreaterThanOrEqual(GOAL)
}, 120_000)
