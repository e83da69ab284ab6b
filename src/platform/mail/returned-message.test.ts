import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BOUNCE_KINDS, isWorse, kindOfRefusal } from './bounce-kinds.ts'
import { mailsNamedIn, messageIdOf } from './message-id.ts'
import { readReturned } from './returned-message.ts'

const secret = 'x'.repeat(32)
const messageId = messageIdOf(7, { secret, publicUrl: 'https://site.example' })
const files = globSync('src/platform/mail/samples/*.eml').sort()

function sample(file: string): Buffer {
  const text = readFileSync(file, 'latin1')
  return Buffer.from(
    text.replaceAll('{message-id}', messageId).replaceAll('{recipient}', 'Zoe.Martin@exemple.test'),
    'latin1',
  )
}

const expected = (name: string) => [...BOUNCE_KINDS, 'nothing'].find((kind) => name.startsWith(`${kind}-`))

describe('R10: what comes back is classed', () => {
  for (const file of files) {
    const name = `${basename(file, '.eml')}-`
    test(basename(file), async () => {
      const { notices, text } = await readReturned(sample(file))
      const kinds = notices.map(({ kind }) => kind)
      expect(kinds).toEqual(expected(name) === 'nothing' ? [] : [expected(name)])
      for (const { recipients } of notices) expect(recipients).toContain('zoe.martin@exemple.test')
      if (!name.startsWith('nothing-delivered')) expect(mailsNamedIn(text, secret)).toEqual([7])
    })
  }

  test('twelve samples at least, one of each kind', () => {
    const kinds = new Set(files.map((file) => expected(`${basename(file, '.eml')}-`)))
    expect(files.length).toBeGreaterThanOrEqual(12)
    expect([...kinds].sort()).toEqual([...BOUNCE_KINDS, 'nothing'].sort())
  })

  test.each([
    ['550 5.1.1 <a@x.test>: Recipient address rejected', 'hard'],
    ['550-5.1.1 The email account that you tried to reach does not exist.', 'hard'],
    ['550 5.4.1 Recipient address rejected: Access denied', 'hard'],
    ['550 no such mailbox', 'hard'],
    ['554 5.7.1 Utilisateur inconnu', 'hard'],
    ['550 5.2.1 mailbox disabled', 'hard'],
    ['not one e-mail address', 'hard'],
    ['552 5.2.2 mailbox full', 'full'],
    ['552 Quota dépassé', 'full'],
    ['550 5.1.8 Sender address rejected: Domain not found', 'soft'],
    ['554 5.7.1 Service unavailable; client host blocked using a block list', 'soft'],
    ['550 Message rejected as spam', 'soft'],
    ['550 5.7.26 SPF and DKIM did not pass', 'soft'],
    ['552 5.3.4 message too big', 'soft'],
    ['550 Sender address rejected: Domain not found', 'soft'],
    ['550 Adresse de l’expéditeur refusée', 'soft'],
    ['550 host 5.9.10.2 said: no such user', 'hard'],
  ])('« %s » is %s', (words, kind) => {
    expect(kindOfRefusal(words)).toBe(kind)
  })

  test('the worst that was heard of a mail stays', () => {
    expect(isWorse('delayed', null)).toBe(true)
    expect(isWorse('hard', 'delayed')).toBe(true)
    expect(isWorse('delayed', 'hard')).toBe(false)
    expect(isWorse('hard', 'hard')).toBe(false)
  })
})

describe('R10: whatever comes in is read to its end', () => {
  test('ten megabytes are read, and still say why', async () => {
    const start = sample('src/platform/mail/samples/hard-postfix.eml')
    const { notices } = await readReturned(Buffer.concat([start, Buffer.alloc(10_000_000, `${'a'.repeat(70)}\n`)]))
    expect(notices).toMatchObject([{ kind: 'hard' }])
  })

  test('nothing, noise, a message cut anywhere, parts without end: no error', async () => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))
    const nested = Array.from({ length: 300 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`)
    const odd = [Buffer.alloc(0), noise, Buffer.from('\0\r\n\r\n'), Buffer.from(nested.join(''))]
    for (const raw of odd) expect((await readReturned(raw)).notices).toEqual([])
    const whole = sample('src/platform/mail/samples/hard-exchange.eml')
    for (let cut = 0; cut < whole.length; cut += 61) await readReturned(whole.subarray(0, cut))
    const spoilt = Buffer.from(whole)
    for (let at = 0; at < whole.length; at += 97) {
      spoilt[at] = (at * 31) % 256
      await readReturned(spoilt)
    }
  })

  test('long lines made to slow a pattern down do not', async () => {
    const slow = [
      `To: ${'a'.repeat(500_000)}`,
      `${'--copy '.repeat(60_000)}`,
      `${'a.@'.repeat(150_000)}`,
      '1 1 '.repeat(9e4),
    ]
    const from = 'From: MAILER-DAEMON@x.test\nSubject: absence\n\n'
    for (const text of slow) await readReturned(Buffer.from(`${from}${text}\nuser ${'address '.repeat(50_000)}`))
  }, 5000)
})

test('R10: a Message-ID without our seal names no mail of ours', () => {
  const seal = /\.(\w{20})@/.exec(messageId)?.[1] ?? ''
  expect(mailsNamedIn(`${messageId} ${messageId}`, secret)).toEqual([7])
  expect(mailsNamedIn(messageId, 'y'.repeat(32))).toEqual([])
  expect(mailsNamedIn(`<mail-8.${seal}@site.example> <mail-7@site.example> <mail-7.@site.example>`, secret)).toEqual([])
})
