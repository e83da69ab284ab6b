import { afterEach, expect, test } from 'vitest'
import { transact } from '#platform/database/database.ts'
import { type MailingOptions, NOON, openMailing } from '#tests/mailing.ts'
import { paragraph } from './mail-content.ts'
import { sendMail } from './outbox.ts'
import { sendWaitingMail } from './send-waiting-mail.ts'
import { mails } from './tables.ts'

const CUTS = [{ cut: 'at-recipient' }, { cut: 'after-data' }] as const

let open: Awaited<ReturnType<typeof openMailing>>
afterEach(() => open.close())

async function written(options: MailingOptions = {}, mail = {}) {
  open = await openMailing(options)
  const whole = { cause: 'seat:1', kind: 'plain', recipient: 'a@example.fr', about: {}, now: NOON, ...mail }
  await transact(open.database, (tx) => sendMail(tx, whole))
  return open
}

const send = () => sendWaitingMail(open.mailing, 1)
const row = async () => (await open.database.select().from(mails))[0]

test('R8: an accepted mail is sent once, whatever the number of jobs and workers', async () => {
  await written({ latencyMs: 30 })
  await Promise.all([send(), send(), send(), send()])
  await send()
  expect(open.sink.accepted).toHaveLength(1)
  expect(await row()).toMatchObject({ state: 'sent', attempts: 1 })
})

test('F5: a refusal for now is tried again later, with the same Message-ID', async () => {
  await written({ decide: (_to, tries) => (tries < 3 ? { refuse: 450, text: 'greylisted' } : 'accept') })
  await send()
  expect(await row()).toMatchObject({ state: 'waiting', attempts: 1, nextTryAt: NOON.add({ minutes: 1 }) })
  open.clock.move({ minutes: 1 })
  await send()
  expect(await row()).toMatchObject({ state: 'waiting', attempts: 2, lastAnswer: expect.stringContaining('450') })
  open.clock.move({ minutes: 2 })
  await send()
  expect(await row()).toMatchObject({ state: 'sent', attempts: 3 })
  expect(open.sink.accepted[0]?.messageId).toMatch(/^<mail-1\.\w{20}@site\.example>$/)
})

test('F5: a line that is cut, before or after the message, is tried again', async () => {
  await written({ decide: (_to, tries) => CUTS[tries - 1] ?? 'accept' })
  await send()
  await send()
  expect(await row()).toMatchObject({ state: 'waiting', attempts: 2 })
  await send()
  expect(await row()).toMatchObject({ state: 'sent' })
  expect(open.sink.tries('a@example.fr')).toBe(3)
})

test('F5: a relay that is away is tried again', async () => {
  await written()
  await open.sink.close()
  await send()
  expect(await row()).toMatchObject({
    state: 'waiting',
    attempts: 1,
    lastAnswer: expect.stringContaining('ECONNREFUSED'),
  })
})

test('F5: a refusal for good stops at once, and keeps what the relay said', async () => {
  await written({ decide: () => ({ refuse: 550, text: 'no such mailbox', at: 'recipient' }) })
  await send()
  await send()
  expect(await row()).toMatchObject({
    state: 'failed',
    attempts: 1,
    lastAnswer: expect.stringContaining('no such mailbox'),
  })
  expect(open.sink.tries('a@example.fr')).toBe(1)
})

test('F5: after two days of refusals, the mail is shown as failed', async () => {
  await written({ decide: () => ({ refuse: 451 }) })
  for (let tries = 1; tries <= 20; tries++) {
    expect(await row()).toMatchObject({ state: 'waiting' })
    await send()
    open.clock.move({ hours: 4 })
  }
  expect(await row()).toMatchObject({ state: 'failed', attempts: 20 })
})

test('ESP-3: what a person does not want is not sent, and what is no longer true neither', async () => {
  const renderers = {
    plain: async () => ({ subject: 'Un commentaire', body: [paragraph('.')], why: '.', topic: 'comments' }),
  }
  await written(
    { renderers, wants: async (_reader, person, topic) => (person === 7 && topic === 'comments' ? 'none' : 'at-once') },
    { personId: 7 },
  )
  await send()
  expect(await row()).toMatchObject({ state: 'dropped', lastAnswer: 'not wanted' })
  await open.close()
  await written({ renderers: { plain: async () => undefined } })
  await send()
  expect(await row()).toMatchObject({ state: 'dropped', lastAnswer: 'no longer true' })
  expect(open.sink.accepted).toEqual([])
})
