import { notInArray, sql } from 'drizzle-orm'
import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditLog } from '#features/audit/tables.ts'
import { loadRhone } from '../account-journey.ts'
import { make, NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { differences, rowCounts } from '../row-counts.ts'
import { openSite, type TestSite } from '../site.ts'
import { isSlow, LINES, NO_FORMS } from './clicks-lines.ts'
import type { Line, Ready } from './clicks-table.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
  await loadRhone(site)
  await make.person(site.database, { role: 'administrator' })
})
afterAll(() => site.close())
/** Each way of clicking begins an hour of its own. */
beforeEach(() => site.database.execute(sql`delete from rate_limits`))

const send = ({ browser, url, form }: Ready) => browser.post(url, form)

/** The ways in which one form leaves more than once; each gives every answer, the first first. */
const WAYS: Record<string, (ready: Ready, line: Line) => Promise<Answer[]>> = {
  'double click': (ready) => Promise.all([send(ready), send(ready)]),
  'ten at once': (ready, { atOnce = 10 }) => Promise.all(Array.from({ length: atOnce }, () => send(ready))),
  replay: async (ready) => [await send(ready), await send(ready), await send(ready)],
  'back and resend': async (ready) => {
    const first = await send(ready)
    await ready.browser.get(String(first.headers.location ?? ready.url))
    return [first, await send(ready)]
  },
}

const READINGS = ['registrants-read', 'project-seen-through-glass']

/** Looking at a list of people, or at a project through the glass, leaves a line in the log each time: that is no effect of the form that led to it. */
async function traceOf({ opens }: Line): Promise<Record<string, number>> {
  const aside = ['submissions', 'rate_limits', 'audit_log', ...(opens === 'one-each' ? ['sessions'] : [])]
  const acts = await site.database.$count(auditLog, notInArray(auditLog.verb, READINGS))
  return { ...(await rowCounts(site.database, aside)), acts }
}

async function effectOf(line: Line, way: (ready: Ready, line: Line) => Promise<Answer[]>) {
  const ready = await line.ready(site)
  await site.database.execute(sql`delete from rate_limits`)
  const before = await traceOf(line)
  const answers = await way(ready, line)
  return { answers, effect: differences(before, await traceOf(line)) }
}

const places = (answers: readonly Answer[]) => [
  ...new Set(answers.map(({ statusCode, headers }) => `${statusCode} ${headers.location}`)),
]

/** In `npm test` what is slow is sent in one of the ways, in turn. */
const waysOf = (line: Line, place: number) =>
  Object.entries(WAYS).filter(
    (_, way, { length }) => !isSlow(line.route) || rounds(way, place) % length === place % length,
  )

describe.each(LINES.map((line, place) => [line.route, line, place] as const))('%s', (_, line, place) => {
  let once: Awaited<ReturnType<typeof effectOf>>
  beforeAll(async () => {
    once = await effectOf(line, async (ready) => [await send(ready)])
  })

  test.each(waysOf(line, place))('R5: %s has one effect, and every answer is the first', async (_name, way) => {
    const first = line.answers === undefined ? /^303 \// : new RegExp(`^${line.answers} `)
    expect(places(once.answers)[0]).toMatch(first)
    const { answers, effect } = await effectOf(line, way)
    expect(effect).toEqual(once.effect)
    expect(places(answers)).toHaveLength(1)
    expect(places(answers)[0]).toMatch(first)
  })
})

test('R5: each form of the site has its line', () => {
  const posts = site.app.site.routes().filter(({ method }) => method === 'POST')
  const lines = [...LINES.map(({ route }) => route), ...NO_FORMS]
  expect(posts.map(({ path }) => path).filter((path) => !lines.includes(path))).toEqual([])
  proved('R5', 'forms with one effect and one answer, four ways', new Set(lines).size, `goal ${posts.length}`)
})

test('R5: two different forms have two effects, so the proofs above can fail', async () => {
  const line = LINES.find(({ route }) => route === '/contact') as Line
  const { effect } = await effectOf(line, async (ready) => [
    await send(ready),
    await send({ ...ready, form: { ...ready.form, submission: 'another' } }),
  ])
  expect(effect).toMatchObject({ contact_messages: 2 })
})
