import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, transact } from '#platform/database/database.ts'
import { sendMails } from '#platform/mail/outbox.ts'
import { NOON, openMailing } from '#tests/mailing.ts'
import { proved, rounds } from '#tests/proof.ts'
import type { Verdict } from '#tests/smtp-sink.ts'
import { buildChild, type Child } from './child.ts'

const MAILS = rounds(300, 10_000)
const KILLS = rounds(3, 100)
const LONGEST_MS = rounds(150_000, 3_600_000)

let open: Awaited<ReturnType<typeof openMailing>>
let child: Child
const answers = { soft: 0, hard: 0, cut: 0 }

beforeAll(async () => {
  child = await buildChild('mail-worker')
  open = await openMailing({ latencyMs: 120, dotMs: 2, decide })
}, 60_000)

afterAll(async () => {
  await open.close()
  await child.remove()
})

/** Of the tries, 30 % are refused for now and 5 % cut after the message; 5 % of the recipients are refused for good. */
function decide(recipient: string, tries: number): Verdict {
  const number = Number(/\d+/.exec(recipient)?.[0])
  if (number % 20 === 0) {
    answers.hard++
    return { refuse: 550, text: 'no such mailbox' }
  }
  const draw = (number * 7919 + tries * 104_729) % 100
  if (draw < 30) {
    answers.soft++
    return { refuse: 451, text: 'not now' }
  }
  if (draw >= 35) return 'accept'
  answers.cut++
  return { cut: 'after-data' }
}

test(
  'R8 R9: whatever the kills and the refusals, every mail is delivered or shown as failed',
  async () => {
    await writeMails(open.database)
    const workers = [await startChild(), await startChild()]
    try {
      for (let kill = 2; kill < KILLS; kill++) {
        await pause(rounds(700, 1500) + (kill % 7) * 130)
        workers.shift()?.kill('SIGKILL')
        workers.push(await startChild())
      }
      await pause(700)
      const orphans = await killedAtWork(workers)
      const killedAt = Date.now()
      workers.push(await startChild(), await startChild())
      while (orphans.size > 0 && !orphans.isDisjointFrom(await locked(open.database))) await pause(500)
      const retaken = Math.ceil((Date.now() - killedAt) / 1000)
      while ((await waiting(open.database)) > 0) await pause(500)
      await expectAllSettled({ retaken, orphans: orphans.size })
    } finally {
      for (const worker of workers) worker.kill('SIGKILL')
    }
  },
  LONGEST_MS,
)

async function expectAllSettled({ retaken, orphans }: { retaken: number; orphans: number }): Promise<void> {
  const { rows } = await open.database.execute<{ recipient: string; state: string }>(
    sql`select recipient, state from mails`,
  )
  const deliveries = new Map<string, string[]>()
  for (const { recipient, messageId } of open.sink.accepted) {
    deliveries.set(recipient, [...(deliveries.get(recipient) ?? []), messageId])
  }
  const lost = rows.filter(({ recipient, state }) => (state === 'sent') !== deliveries.has(recipient))
  const failed = rows.filter(({ state }) => state === 'failed').length
  const doubles = open.sink.accepted.length - deliveries.size
  const strangers = [...deliveries.values()].filter((ids) => new Set(ids).size > 1).length
  proved('R8', `mails lost or unsettled, of ${MAILS}, after ${KILLS} kills`, lost.length, 'goal 0')
  proved('R8', `mails shown as failed (refused for good)`, failed, `goal ${MAILS / 20}`)
  proved(
    'R8',
    'mails delivered twice (killed between the relay’s dot and our commit)',
    doubles,
    `goal ≤ ${MAILS / 500}`,
  )
  proved('R8', 'doubles with another Message-ID', strangers, 'goal 0')
  proved('R9', 'seconds until the jobs of the last killed worker are taken up', retaken, 'goal ≤ 60')
  proved('R8', `answers 4xx, 5xx, cut`, Object.values(answers).join(' '), '30 %, 5 %, 5 %')
  expect(rows).toHaveLength(MAILS)
  expect(lost).toEqual([])
  expect(failed).toBe(MAILS / 20)
  expect(strangers).toBe(0)
  expect(doubles).toBeLessThanOrEqual(rounds(4 * KILLS, MAILS / 500))
  expect(orphans).toBeGreaterThan(0)
  expect(retaken).toBeLessThanOrEqual(60)
}

/** Kills them all while one has a job, which nobody then works at: between two jobs there would be nothing to take up. */
async function killedAtWork(workers: ChildProcess[]): Promise<Set<string>> {
  for (;;) {
    while ((await locked(open.database)).size === 0 && (await waiting(open.database)) > 0) await pause(5)
    for (const worker of workers.splice(0)) worker.kill('SIGKILL')
    const orphans = await locked(open.database)
    if (orphans.size > 0 || (await waiting(open.database)) === 0) return orphans
    workers.push(await startChild(), await startChild())
  }
}

async function writeMails(database: Database): Promise<void> {
  const numbers = Array.from({ length: MAILS }, (_, index) => index + 1)
  for (let at = 0; at < MAILS; at += 500) {
    const some = numbers.slice(at, at + 500)
    await transact(database, (tx) =>
      sendMails(
        tx,
        some.map((number) => ({
          cause: `proof:${number}`,
          kind: 'plain',
          recipient: `n${number}@example.fr`,
          about: { number },
          now: NOON,
        })),
      ),
    )
  }
}

const startChild = () => child.start([open.url, open.sink.url])

/** Who holds which job now. */
async function locked(database: Database): Promise<Set<string>> {
  const { rows } = await database.execute<{ held: string }>(
    sql`select id || ' ' || locked_by as held from graphile_worker.jobs where locked_by is not null`,
  )
  return new Set(rows.map(({ held }) => held))
}

async function waiting(database: Database): Promise<number> {
  const { rows } = await database.execute<{ count: number }>(
    sql`select count(*)::int as count from mails where state = 'waiting'`,
  )
  return rows[0]?.count ?? 0
}
