import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { transact } from '#platform/database/database.ts'
import { NOON, openMailing } from '#tests/mailing.ts'
import { sendMail, sendMails } from './outbox.ts'
import { mails } from './tables.ts'

let open: Awaited<ReturnType<typeof openMailing>>
beforeAll(async () => {
  open = await openMailing()
})
afterAll(() => open.close())
beforeEach(async () => {
  await open.database.execute(sql`delete from mails`)
  await open.database.execute(sql`delete from graphile_worker._private_jobs`)
})

const mail = (over = {}) => ({
  cause: 'seat:1',
  kind: 'plain',
  recipient: 'a@example.fr',
  about: {},
  now: NOON,
  ...over,
})
const jobs = async () =>
  (await open.database.execute(sql`select key, priority from graphile_worker.jobs order by priority, key`)).rows

test('R8: a mail and its job are written in one statement', async () => {
  const before = open.database.statements()
  await transact(open.database, async (tx) => {
    const inside = open.database.statements()
    await sendMails(tx, [mail(), mail({ recipient: 'b@example.fr' }), mail({ cause: 'digest:1', bulk: true })])
    expect(open.database.statements() - inside).toBe(1)
  })
  expect(open.database.statements()).toBeGreaterThan(before)
  expect(await open.database.$count(mails)).toBe(3)
  expect((await jobs()).map((job) => job.priority)).toEqual([0, 0, 10])
})

test('R8: what is rolled back sends nothing', async () => {
  const undone = transact(open.database, async (tx) => {
    await sendMail(tx, mail())
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await open.database.$count(mails)).toBe(0)
  expect(await jobs()).toEqual([])
})

test('R5: the same cause never writes twice to the same address, even ten at once', async () => {
  await Promise.all(Array.from({ length: 10 }, () => transact(open.database, (tx) => sendMail(tx, mail()))))
  expect(await open.database.$count(mails)).toBe(1)
  expect(await jobs()).toHaveLength(1)
})

test('R8: a list of ten thousand people is written to whole', async () => {
  const some = Array.from({ length: 10_000 }, (_, index) => mail({ cause: `moved:${index}` }))
  await transact(open.database, (tx) => sendMails(tx, some))
  expect(await open.database.$count(mails)).toBe(10_000)
})
