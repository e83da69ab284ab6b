import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { transact } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { NOON, openMailing } from '#tests/mailing.ts'
import { measureQueue } from './queue-gauges.ts'

test('OPS-2: an operator reads how many jobs and mails wait, and nothing of them once the database is away', async () => {
  const open = await openMailing()
  const mail = { cause: 'seat:1', kind: 'plain', recipient: 'a@example.fr', about: {}, now: NOON }
  await transact(open.database, (tx) => sendMail(tx, mail))
  const registry = new Registry()
  measureQueue(registry, open.database)
  const text = await registry.metrics()
  expect(text).toContain('queue_jobs{figure="waiting"} 1')
  expect(text).toContain('mails{figure="waiting"} 1')
  expect(text).not.toContain('example.fr')
  await open.close()
  expect(await registry.metrics()).toContain('queue_jobs')
})
