import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Database, openDatabase, transact, WORKER_LIMITS } from '#platform/database/database.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { NOON, openMailing } from '#tests/mailing.ts'
import { mailFigures } from './mail-figures.ts'
import { mailPeriodics, mailTasks } from './mail-tasks.ts'
import { sendMails } from './outbox.ts'
import { forgetOldMails, sweepMails } from './sweep-mails.ts'
import { mails } from './tables.ts'

let open: Awaited<ReturnType<typeof openMailing>>
beforeEach(async () => {
  open = await openMailing({ latencyMs: 5 })
})
afterEach(() => open.close())

const write = (count: number, over = {}) =>
  transact(open.database, (tx) =>
    sendMails(
      tx,
      Array.from({ length: count }, (_, index) => {
        const recipient = `n${index}@example.fr`
        return { cause: 'seat:1', kind: 'plain', recipient, about: {}, now: NOON, ...over }
      }),
    ),
  )

const states = async () => (await open.database.select({ state: mails.state }).from(mails)).map((row) => row.state)
/** Those of mails: at the turn of a minute a worker may have added what is done regularly. */
const jobCount = async () =>
  (await open.database.execute(sql`select 1 from graphile_worker.jobs where task_identifier = 'send-mail'`)).rows.length

async function withWorkers(count: number, work: (databases: Database[]) => Promise<void>) {
  const { parts } = open.mailing
  const databases = Array.from({ length: count }, () => openDatabase(open.url, WORKER_LIMITS, parts.log))
  const workers = databases.map((database) => {
    const mailing = { ...open.mailing, parts: { ...parts, database } }
    const options = { tasks: mailTasks(mailing), periodics: mailPeriodics(mailing), beatMs: 200 }
    return startWorker({ database, log: parts.log }, options)
  })
  await work(databases)
  await Promise.all(workers.map((worker) => worker.stop()))
  await Promise.all(databases.map((database) => database.close()))
}

test('F17: two workers send forty mails, each once', async () => {
  await write(40)
  await withWorkers(2, async () => {
    await vi.waitFor(async () => expect(new Set(await states())).toEqual(new Set(['sent'])), { timeout: 15_000 })
  })
  expect(open.sink.accepted).toHaveLength(40)
  expect(new Set(open.sink.accepted.map((mail) => mail.messageId)).size).toBe(40)
  expect(await jobCount()).toBe(0)
})

test('R8: a mail whose job vanished is queued again, once', async () => {
  await write(3)
  await open.database.execute(sql`delete from graphile_worker._private_jobs`)
  await Promise.all([sweepMails(open.database, NOON), sweepMails(open.database, NOON)])
  await sweepMails(open.database, NOON)
  expect(await jobCount()).toBe(3)
})

test('F25: a mail that cannot be written is shown as failed, and its job stays parked', async () => {
  await write(1, { kind: 'unknown' })
  await open.database.execute(sql`update graphile_worker._private_jobs set max_attempts = 1`)
  await withWorkers(1, async () => {
    await vi.waitFor(
      async () => {
        await sweepMails(open.database, NOON)
        expect(await states()).toEqual(['failed'])
      },
      { timeout: 10_000 },
    )
  })
  expect(await jobCount()).toBe(1)
  expect(await mailFigures(open.database)).toMatchObject({ waiting: 0 })
})

test('F25: what someone waits for leaves before digests', async () => {
  await write(20, { cause: 'digest', bulk: true })
  await write(5)
  await withWorkers(1, async () => {
    await vi.waitFor(() => expect(open.sink.accepted.length).toBe(25), { timeout: 15_000 })
  })
  const { rows } = await open.database.execute<{ id: number }>(sql`select id::int from mails where not bulk`)
  const first = open.sink.accepted.slice(0, 9).map((mail) => Number(/mail-(\d+)/.exec(mail.messageId)?.[1]))
  for (const { id } of rows) expect(first).toContain(id)
})

test('a settled line is forgotten after twelve months, a waiting one never', async () => {
  await write(3)
  await open.database.execute(sql`
    update mails set state = 'sent', settled_at = case id when 1 then '2025-11-23 12:00Z' else '2025-11-25 12:00Z' end::timestamptz
    where id < 3`)
  await forgetOldMails(open.database, NOON)
  expect(await open.database.$count(mails)).toBe(2)
})
