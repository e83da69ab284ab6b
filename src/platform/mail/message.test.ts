import blns from 'big-list-of-naughty-strings'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOON, openMailing } from '#tests/mailing.ts'
import { button, facts, type MailContent, paragraph, quote } from './mail-content.ts'
import { messageOf } from './message.ts'

let open: Awaited<ReturnType<typeof openMailing>>
beforeAll(async () => {
  open = await openMailing()
})
afterAll(() => open.close())

const sender = { from: 'Le site <site@site.example>', publicUrl: 'https://site.example', secret: 'x'.repeat(32) }
let count = 0

/** Through the relay, and read again as a mail reader does. */
async function received(over: Partial<MailContent>) {
  const recipient = `n${++count}@example.fr`
  const content = { subject: 'Bonjour', body: [paragraph('Un mot.')], why: 'Pour un essai.', ...over }
  const message = messageOf({ id: count, recipient, createdAt: NOON }, content, sender)
  expect(await open.mailing.relay.send(message ?? {})).toMatchObject({ kind: 'sent' })
  return open.sink.parsed(recipient)
}

test('REG-9: an invitation is a text/calendar alternative with its method, and a file', async () => {
  const ics = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n'
  const mail = await received({ calendar: { method: 'CANCEL', ics } })
  const raw = open.sink.accepted.at(-1)?.raw ?? ''
  expect(raw).toMatch(/multipart\/alternative[\s\S]*text\/calendar; charset=utf-8; method=CANCEL/i)
  const [invitation] = mail.attachments.filter(({ filename }) => filename === 'invitation.ics')
  expect(invitation?.content.toString()).toBe(ics)
})

test('the text and the page say the same, and why one gets it', async () => {
  const body = [
    paragraph('Votre place est confirmée.'),
    facts(['Date', 'jeudi 26 novembre 2026 à 14 h'], ['Lieu', 'Lyon 3e']),
    quote('À jeudi <b>!</b>', 'Zoé'),
    button('Voir mon inscription', 'https://site.example/inscriptions/abc'),
  ]
  const mail = await received({ body, subject: 'Place confirmée — Été' })
  expect(mail.subject).toBe('Place confirmée — Été')
  for (const said of ['Votre place est confirmée.', 'jeudi 26 novembre 2026 à 14 h', 'Zoé', 'Pour un essai.']) {
    expect(mail.text).toContain(said)
    expect(mail.html).toContain(said)
  }
  expect(mail.text).toContain('https://site.example/inscriptions/abc')
  expect(mail.html).toContain('&lt;b>')
  expect(mail.html).not.toMatch(/<img|<script|<link|url\(/)
})

test('no line of a mail ends with « « » or begins with « » »', async () => {
  const { html } = await received({ body: [paragraph('Sur le projet « Un atelier » : venez !')] })
  expect(html).toContain('projet «\u00A0Un atelier\u00A0»\u00A0: venez\u00A0!')
})

test('B10: no typed text becomes a header, a second recipient or a second body', async () => {
  const vectors = [
    'a\r\nBcc: x@evil.example',
    'a\nX-Evil: 1',
    'a\u2028Bcc: x@evil.example',
    'a\u0000b',
    '\u202Eexe',
    'a\r\n\r\n<h1>',
  ]
  for (const text of [...vectors, ...blns.filter((_line: string, index: number) => index % 10 === 0)]) {
    const mail = await received({ subject: `Sujet ${text}`, body: [paragraph(text)], replyTo: text })
    expect([...mail.headers.keys()].sort().join()).toBe(
      'auto-submitted,content-type,date,from,message-id,mime-version,subject,to',
    )
    expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
    expect(open.sink.accepted.at(-1)?.recipient).toBe(`n${count}@example.fr`)
  }
}, 60_000)

test('B10: what is not one address gets nothing', () => {
  const content = { subject: 'x', body: [], why: '' }
  for (const recipient of ['a@x.fr, b@x.fr', 'a@x.fr\r\nBcc: b@x.fr', '"a" <a@x.fr>', 'a@x.fr;b@x.fr', '', 'a']) {
    expect(messageOf({ id: 1, recipient, createdAt: NOON }, content, sender)).toBeUndefined()
  }
})
