import { sql } from 'drizzle-orm'
import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadRhone } from '../account-journey.ts'
import { type Change, type Fault, onTheLine } from '../faults.ts'
import { NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { differences, rowCounts } from '../row-counts.ts'
import { openSite, type TestSite } from '../site.ts'
import { isSlow, LINES } from './clicks-lines.ts'
import type { Line, Ready } from './clicks-table.ts'

const FAULTS: readonly Fault[] = ['cut', 'cut-after', 'refuse']
/** Counters of tries are no state of anybody's; what was counted before a fault stays counted. */
const NOT_COUNTED = ['rate_limits', 'submissions']

let site: TestSite
let change: Change = () => undefined
beforeAll(async () => {
  site = await openSite({ now: NOW })
  onTheLine(site.database, (text) => change(text))
  await loadRhone(site)
})
afterAll(() => site.close())

/** Sends a form while its statement number `nth` meets a fault; undefined when it has fewer statements. */
async function sendThrough({ browser, url, form }: Ready, nth: number, fault: Fault): Promise<Answer | undefined> {
  let count = 0
  change = () => (++count === nth ? { fault } : undefined)
  const answer = await browser.post(url, form)
  change = () => undefined
  return count < nth ? undefined : answer
}

const trace = () => rowCounts(site.database, NOT_COUNTED)

async function wholeEffect(line: Line) {
  const { browser, url, form } = await line.ready(site)
  const before = await trace()
  const answer = await browser.post(url, form)
  return { effect: differences(before, await trace()), status: answer.statusCode }
}

/** What a person typed, but passwords, stands in the page of the failure. */
function keepsWhatWasTyped(answer: Answer, { form }: Ready): boolean {
  const typed = Object.entries(form).filter(([name]) => name !== 'mot_de_passe')
  return typed.every(([name]) => answer.body.includes(`name="${name}"`)) && answer.body.includes('Renvoyer')
}

/** One fault at one place: the state is that before or after, what was typed is kept, and sending again succeeds once. */
async function meet(line: Line, whole: Record<string, number>, at: { nth: number; fault: Fault }): Promise<boolean> {
  await site.database.execute(sql`delete from rate_limits`)
  const ready = await line.ready(site)
  const before = await trace()
  const answer = await sendThrough(ready, at.nth, at.fault)
  if (answer === undefined) return false
  const between = differences(before, await trace())
  expect([{}, whole], `${at.fault} at statement ${at.nth}`).toContainEqual(between)
  if (answer.statusCode !== toldBy(line)) {
    expect([500, 503], `${at.fault} at statement ${at.nth}`).toContain(answer.statusCode)
    expect(keepsWhatWasTyped(answer, ready), `${at.fault} at statement ${at.nth}: typed text`).toBe(true)
  }
  const again = await ready.browser.post(ready.url, ready.form)
  expect(again.statusCode, `${at.fault} at statement ${at.nth}: sent again`).toBe(toldBy(line))
  expect(differences(before, await trace()), `${at.fault} at statement ${at.nth}: sent again`).toEqual(whole)
  return true
}

/** In `npm test` one statement of nine, from another one on each line, and fewer still where it is slow. */
const strideOf = ({ route }: Line) => (isSlow(route) ? rounds(30, 1) : rounds(9, 1))
const toldBy = ({ answers }: Line) => (answers === undefined ? 303 : Number(answers))
/** Each fault at each statement; in `npm test` one of them, in turn. */
const faultsAt = (nth: number) => FAULTS.filter((_, index) => rounds(0, 1) === 1 || index === nth % FAULTS.length)

async function meetAll(line: Line, place: number): Promise<number> {
  const { effect, status } = await wholeEffect(line)
  expect(status).toBe(toldBy(line))
  let met = 0
  for (let nth = 1 + rounds(place % 2, 0), more = true; more; nth += strideOf(line)) {
    for (const fault of faultsAt(nth)) more = await meet(line, effect, { nth, fault })
    if (more) met++
  }
  return met
}

const journeys = LINES.filter(({ opens }) => opens === undefined)

test.each(journeys.map((line, place) => [line.route, line, place] as const))(
  'R25: %s: a fault at each statement leaves the state before or after, and what was typed',
  async (route, line, place) => {
    const met = await meetAll(line, place)
    expect(met).toBeGreaterThan(0)
    proved('R25', `${route}: statements made to fail`, met, 'all, 0 half state')
  },
)

test('R25: without transactions a fault leaves half a state, so the proof above can fail', async () => {
  const [line] = LINES
  if (line === undefined) throw new Error('no line')
  const { effect } = await wholeEffect(line)
  const halves: Record<string, number>[] = []
  for (let nth = 1; nth < 20; nth++) {
    const ready = await line.ready(site)
    const before = await trace()
    let count = 0
    change = (text) => {
      if (++count === nth) return { fault: 'refuse' }
      return /^(begin|commit|rollback)/.test(text) ? 'select 1' : undefined
    }
    await ready.browser.post(ready.url, ready.form)
    change = () => undefined
    halves.push(differences(before, await trace()))
  }
  const whole = [{}, effect].map((state) => JSON.stringify(state))
  expect(halves.some((half) => !whole.includes(JSON.stringify(half)))).toBe(true)
})
