import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '#platform/database/database.ts'
import { openMailing } from '#tests/mailing.ts'
import { noteBounce } from './bounces.ts'
import { failingAddresses } from './failing-addresses.ts'
import { messageIdOf } from './message-id.ts'
import { sendMail } from './outbox.ts'
import { sendWaitingMail } from './send-waiting-mail.ts'
import { mails } from './tables.ts'

let open: Awaited<ReturnType<typeof openMailing>>
let count = 0
beforeAll(async () => {
  open = await openMailing({
    decide: (to) => (to.startsWith('refused') ? { refuse: 550, text: '5.1.1 unknown' } : 'accept'),
  })
})
afterAll(() => open.close())

const secret = 'a secret of at least 32 letters, kept'
const publicUrl = 'https://site.example'

/** A mail that left, as its row and as the relay saw it. */
async function sent(recipient: string) {
  const mail = { cause: `seat:${++count}`, kind: 'plain', recipient, about: {}, now: open.clock.now() }
  await transact(open.database, (tx) => sendMail(tx, mail))
  const row = async () => {
    const [found] = await open.database.select().from(mails).where(eq(mails.cause, mail.cause))
    if (found === undefined) throw new Error('no mail')
    return found
  }
  const { id } = await row()
  await sendWaitingMail(open.mailing, id)
  open.clock.move({ minutes: 1 })
  return { id, row, messageId: messageIdOf(id, { secret, publicUrl }) }
}

const sample = (name: string, messageId: string, recipient: string): Buffer =>
  Buffer.from(
    readFileSync(`src/platform/mail/samples/${name}.eml`, 'latin1')
      .replaceAll('{message-id}', messageId)
      .replaceAll('{recipient}', recipient),
    'latin1',
  )

const note = (raw: Buffer) => noteBounce(open.database, raw, { secret, now: open.clock.now() })
const fails = async (address: string) => (await failingAddresses(open.database, [address])).has(address)

test('R10: what leaves bears the name by which it is known again', async () => {
  const { messageId } = await sent('zoe@exemple.test')
  expect(open.sink.accepted.at(-1)?.messageId).toBe(messageId)
})

test('R10: a hard bounce is written once, and the address fails until a later mail does not come back', async () => {
  const first = await sent('Max@exemple.test')
  const raw = sample('hard-postfix', first.messageId, 'max@exemple.test')
  expect(await note(raw)).toEqual({ kind: 'hard', written: 1 })
  expect(await note(raw)).toEqual({ kind: 'hard', written: 0 })
  expect(await first.row()).toMatchObject({
    ...{ state: 'sent', bounce: 'hard' },
    bounceDetail: expect.stringContaining('User unknown'),
  })
  expect([await fails('Max@exemple.test'), await fails('max@exemple.test')]).toEqual([true, true])
  await sent('max@exemple.test')
  expect(await fails('max@exemple.test')).toBe(false)
})

test('R10: two hundred copies of a bounce at once write it once', async () => {
  const { messageId } = await sent('once@exemple.test')
  const raw = sample('hard-postfix', messageId, 'once@exemple.test')
  const outcomes = await Promise.all(Array.from({ length: 200 }, () => note(raw)))
  expect(outcomes.filter((outcome) => 'written' in outcome && outcome.written === 1)).toHaveLength(1)
})

test('R10: what comes late does not hide that the address is dead', async () => {
  const { messageId, row } = await sent('late@exemple.test')
  for (const name of ['delayed-postfix', 'hard-postfix', 'delayed-postfix', 'auto-reply-vacation']) {
    await note(sample(name, messageId, 'late@exemple.test'))
  }
  expect(await row()).toMatchObject({ bounce: 'hard' })
})

test('R10: away, full, late, unwanted or refused as spam, the address is not said to fail', async () => {
  for (const name of ['auto-reply-vacation', 'full-gmail', 'delayed-postfix', 'complaint', 'soft-policy-free']) {
    const address = `${name}@exemple.test`
    const { messageId, row } = await sent(address)
    expect(await note(sample(name, messageId, address))).toMatchObject({ written: 1 })
    expect([name.startsWith(String((await row()).bounce)), await fails(address)]).toEqual([true, false])
  }
})

test('R10: refused at once by the relay, an address fails too', async () => {
  const { row } = await sent('refused@exemple.test')
  expect(await row()).toMatchObject({ state: 'failed', bounce: 'hard' })
  expect(await fails('refused@exemple.test')).toBe(true)
})

test('R10: a forged bounce changes nothing: no seal, another seal, another recipient, a mail that never was', async () => {
  const { id, messageId, row } = await sent('victim@exemple.test')
  const other = await sent('other@exemple.test')
  const forged = [
    sample('hard-postfix', `<mail-${id}@site.example>`, 'victim@exemple.test'),
    sample('hard-postfix', messageIdOf(id, { secret: 'y'.repeat(32), publicUrl }), 'victim@exemple.test'),
    sample('hard-postfix', other.messageId, 'victim@exemple.test'),
    sample('hard-postfix', messageId, 'somebody@exemple.test'),
    sample('hard-postfix', messageIdOf(999_999, { secret, publicUrl }), 'victim@exemple.test'),
    sample('hard-french-text', 'nothing', 'victim@exemple.test'),
    sample('nothing-human-answer', messageId, 'victim@exemple.test'),
  ]
  for (const raw of forged) expect(await note(raw)).toEqual({ kind: 'nothing' })
  for (const one of [await row(), await other.row()]) expect(one).toMatchObject({ state: 'sent', bounce: null })
  expect(await fails('victim@exemple.test')).toBe(false)
})

test('failing addresses cost one statement, none for nobody', async () => {
  const before = open.database.statements()
  await failingAddresses(open.database, [])
  await failingAddresses(open.database, ['a@exemple.test', 'A@exemple.test', "d'urum@exemple.test"])
  expect(open.database.statements() - before).toBe(1)
})

type Ended = { code: number | null; said: string }

/** The command as a mail server runs it: the message on its standard input. */
function bounce(raw: Buffer, databaseUrl = open.url): Promise<Ended> {
  const env = { DATABASE_URL: databaseUrl, SECRET: secret, LOG_LEVEL: 'silent', NODE_ENV: 'production' }
  const child = spawn(process.execPath, ['src/main/bounce.ts'], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece))
  child.stdin.on('error', () => {})
  child.stdin.end(raw)
  return new Promise((done) => child.on('close', (code) => done({ code, said })))
}

test('R10: the command takes a bounce of ten megabytes, garbage and nothing, and always ends well', async () => {
  const { messageId } = await sent('pipe@exemple.test')
  const raw = sample('hard-exchange', messageId, 'pipe@exemple.test')
  const large = Buffer.concat([raw, Buffer.alloc(10_000_000, 'x')])
  expect(await bounce(large)).toMatchObject({ code: 0, said: expect.stringContaining('hard, 1') })
  expect(await fails('pipe@exemple.test')).toBe(true)
  const garbage = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))
  for (const odd of [garbage, Buffer.alloc(0)])
    expect(await bounce(odd)).toMatchObject({ code: 0, said: expect.stringContaining('Rien à noter') })
}, 60_000)

test('R10: with the database away, the command asks the mail server to come back (75)', async () => {
  const raw = sample('hard-postfix', (await sent('away@exemple.test')).messageId, 'away@exemple.test')
  expect(await bounce(raw, 'postgres://nobody@127.0.0.1:1/none')).toMatchObject({ code: 75 })
  expect(await bounce(raw)).toMatchObject({ code: 0, said: expect.stringContaining('hard, 1') })
}, 60_000)
