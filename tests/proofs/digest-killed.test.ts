import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailing } from '#tests/mailing.ts'
import { make } from '#tests/make.ts'
import { proved, rounds } from '#tests/proof.ts'
import { choosing, recommendedTo } from '#tests/told.ts'
import { buildChild, type Child } from './child.ts'

const PEOPLE = rounds(120, 2000)
const LINES = 3
const KILLS = rounds(4, 40)
const LONGEST_MS = rounds(120_000, 1_200_000)
const EIGHT = '2026-11-25T07:00:00Z'

let open: Awaited<ReturnType<typeof openMailing>>
let child: Child
beforeAll(async () => {
  child = await buildChild('digest-worker')
  open = await openMailing({ latencyMs: 25, dotMs: 2 })
}, 60_000)
afterAll(async () => {
  await open.close()
  await child.remove()
})

/** People who want one mail a day, and the lines that were left to it. */
async function crowd(): Promise<void> {
  const { database } = open
  const sender = await make.person(database, { role: 'professional', name: 'Inès Roux' })
  const event = await make.event(database)
  const now = Temporal.Instant.from(EIGHT).subtract({ hours: 12 })
  for (let rank = 0; rank < PEOPLE; rank++) {
    const person = await choosing(database, 'daily')
    for (let line = 0; line < LINES; line++)
      await recommendedTo(database, person, { contentId: event.id, senderId: sender.id, now })
  }
  await database.execute(sql`update mails set state = 'dropped', last_answer = 'in the mail of the day',
    settled_at = now()`)
  await database.execute(sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`)
  // One is written in a few thousandths of a second: no kill would fall in between.
  await database.execute(sql`create function slowly() returns trigger language plpgsql
    as 'begin perform pg_sleep(0.02); return null; end'`)
  await database.execute(sql`create trigger slowly after insert on mails for each statement execute function slowly()`)
}

/** The minute after, without waiting for it; whoever has not beaten for three seconds (here, twelve beats) is dead. */
async function nextMinute(): Promise<void> {
  await open.database.execute(sql`update periodic_tasks set occurrence = occurrence - interval '1 minute'`)
  await open.database.execute(sql`
    update worker_heartbeats set seen_at = seen_at - interval '1 minute' where seen_at < now() - interval '3 seconds'`)
}

const start = () => child.start([open.url, open.sink.url, EIGHT])

async function count(what: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await open.database.execute<{ count: number }>(sql`select count(*)::int as count ${what}`)
  return rows[0]?.count ?? 0
}

const written = () => count(sql`from mails where kind = 'digest'`)

test(
  'F1 F17: two workers, killed while they write and send the mails of the day: each person gets one, with every line',
  async () => {
    await crowd()
    const workers: ChildProcess[] = [await start(), await start()]
    let halfWritten = 0
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const before = await written()
        while ((await written()) === before && before < PEOPLE) await pause(5)
        workers.shift()?.kill('SIGKILL')
        if ((await written()) < PEOPLE) halfWritten++
        await nextMinute()
        workers.push(await start())
        await pause(100 + (kill % 5) * 60)
      }
      while ((await written()) < PEOPLE || (await count(sql`from mails where state = 'waiting'`)) > 0) {
        await nextMinute()
        await pause(500)
      }
    } finally {
      for (const worker of workers) worker.kill('SIGKILL')
    }
    await expectOneEach(halfWritten)
  },
  LONGEST_MS,
)

async function expectOneEach(halfWritten: number): Promise<void> {
  const read = await Promise.all(
    open.sink.accepted.map(async ({ recipient, raw }) => ({ recipient, text: (await simpleParser(raw)).text ?? '' })),
  )
  const reached = new Set(read.map(({ recipient }) => recipient))
  const doubles = read.length - reached.size
  const short = read.filter(({ text }) => text.match(/Inès Roux vous recommande/g)?.length !== LINES)
  const untold = await count(sql`from notifications where digested_at is null`)
  proved(
    'F17',
    `mails of the day written for ${PEOPLE} people, after ${KILLS} kills (${halfWritten} half-written)`,
    await written(),
    `goal ${PEOPLE}`,
  )
  proved(
    'F17',
    'people whom the mail of the day did not reach, or without a line',
    PEOPLE - reached.size + short.length,
    'goal 0',
  )
  proved('F17', 'mails of the day delivered twice', doubles, `goal ≤ ${4 * KILLS}`)
  expect({ written: await written(), reached: reached.size, short: short.length, untold }).toEqual({
    written: PEOPLE,
    reached: PEOPLE,
    short: 0,
    untold: 0,
  })
  // Those in flight when their worker died.
  expect(doubles).toBeLessThanOrEqual(4 * KILLS)
  expect(halfWritten).toBeGreaterThan(0)
}
