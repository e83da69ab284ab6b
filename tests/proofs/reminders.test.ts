import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registrationLists, registrations } from '#features/registrations/tables.ts'
import { daysLater } from '#kernel/time'
import { newKey } from '#platform/keys.ts'
import { openMailing } from '#tests/mailing.ts'
import { make } from '#tests/make.ts'
import { proved, rounds } from '#tests/proof.ts'
import { buildChild, type Child } from './child.ts'

const PEOPLE = rounds(1500, 20_000)
const KILLS = rounds(4, 40)
const LONGEST_MS = rounds(120_000, 1_200_000)

let open: Awaited<ReturnType<typeof openMailing>>
let child: Child
beforeAll(async () => {
  child = await buildChild('reminder-worker')
  open = await openMailing({ latencyMs: rounds(25, 120), dotMs: 2 })
  // Five hundred are written in a few hundredths of a second: no kill would fall in between.
  await open.database.execute(sql`create function slowly() returns trigger language plpgsql
    as 'begin perform pg_sleep(0.4); return null; end'`)
  await open.database.execute(
    sql`create trigger slowly after insert on mails for each statement execute function slowly()`,
  )
}, 60_000)
afterAll(async () => {
  await open.close()
  await child.remove()
})

/** A date whose reminder is due now, with everyone registered long ago. */
async function crowd(): Promise<number> {
  const startsAt = daysLater(Temporal.Now.instant(), 2).subtract({ seconds: 1 })
  const event = await make.event(open.database, { dates: [{ startsAt, places: null }] })
  const listId = event.dates[0]?.listId ?? 0
  const createdAt = startsAt.subtract({ hours: 24 * 9 })
  for (let at = 0; at < PEOPLE; at += 500) {
    const rows = Array.from({ length: Math.min(500, PEOPLE - at) }, (_, index) => {
      const email = `n${at + index}@example.fr`
      const keys = { key: newKey(), receipt: newKey(), listId, emailKey: email }
      return { ...keys, email, name: 'Zoé', state: 'confirmed' as const, verifiedAt: createdAt, createdAt }
    })
    await open.database.insert(registrations).values(rows)
  }
  return listId
}

/** The minute after, without waiting for it; whoever has not beaten for three seconds (here, twelve beats) is dead. */
async function nextMinute(): Promise<void> {
  await open.database.execute(sql`update periodic_tasks set occurrence = occurrence - interval '1 minute'`)
  await open.database.execute(sql`
    update worker_heartbeats set seen_at = seen_at - interval '1 minute' where seen_at < now() - interval '3 seconds'`)
}

const start = () => child.start([open.url, open.sink.url])

async function count(what: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await open.database.execute<{ count: number }>(sql`select count(*)::int as count ${what}`)
  return rows[0]?.count ?? 0
}

test(
  'R8 F17: two workers, killed while they write and send the reminders of a date: each person gets one',
  async () => {
    const listId = await crowd()
    const workers: ChildProcess[] = [await start(), await start()]
    let halfWritten = 0
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        while ((await count(sql`from mails`)) === 0) await pause(5)
        workers.shift()?.kill('SIGKILL')
        const written = await count(sql`from mails`)
        if (written < PEOPLE) halfWritten++
        await nextMinute()
        workers.push(await start())
        await pause(rounds(150, 300) + (kill % 5) * 60)
      }
      while ((await count(sql`from mails`)) < PEOPLE || (await count(sql`from mails where state = 'waiting'`)) > 0) {
        await nextMinute()
        await pause(500)
      }
    } finally {
      for (const worker of workers) worker.kill('SIGKILL')
    }
    await expectOneEach(listId, halfWritten)
  },
  LONGEST_MS,
)

async function expectOneEach(listId: number, halfWritten: number): Promise<void> {
  const accepted = open.sink.accepted.map(({ recipient }) => recipient)
  const reached = new Set(accepted)
  const doubles = accepted.length - reached.size
  const rows = await count(sql`from mails where kind = 'registration-reminder'`)
  const people = await count(sql`from (select distinct about->>'registration' from mails) as each`)
  proved(
    'R8',
    `reminders written for ${PEOPLE} people, after ${KILLS} kills (${halfWritten} half-written)`,
    rows,
    `goal ${PEOPLE}`,
  )
  proved('R8', 'people whom the reminder did not reach', PEOPLE - reached.size, 'goal 0')
  proved('R8', 'reminders delivered twice', doubles, `goal ≤ ${PEOPLE / 500}`)
  expect({ rows, people, reached: reached.size }).toEqual({ rows: PEOPLE, people: PEOPLE, reached: PEOPLE })
  expect(doubles).toBeLessThanOrEqual(rounds(4 * KILLS, PEOPLE / 500))
  expect(halfWritten).toBeGreaterThan(0)
  const [list] = await open.database.select().from(registrationLists).where(eq(registrationLists.id, listId))
  expect(list?.remindedFor?.epochMilliseconds).toBe(list?.closesAt.epochMilliseconds)
}
