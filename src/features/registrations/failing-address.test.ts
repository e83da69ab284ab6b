import { readFileSync } from 'node:fs'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { noteBounce } from '#platform/mail/bounces.ts'
import { openRelay } from '#platform/mail/relay.ts'
import { sendWaitingMail } from '#platform/mail/send-waiting-mail.ts'
import { mails } from '#platform/mail/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { openSink, type Sink } from '#tests/smtp-sink.ts'
import { renderers } from '../../app/worker.ts'

let site: TestSite
let sink: Sink
beforeAll(async () => {
  site = await openSite({ now: NOW })
  sink = await openSink()
})
afterAll(async () => {
  await sink.close()
  await site.close()
})

/** What waits for this address leaves for the relay. */
async function send(recipient: string): Promise<string> {
  const { parts, database } = site
  const waiting = and(eq(mails.recipient, recipient), eq(mails.state, 'waiting'))
  const rows = await database.select({ id: mails.id }).from(mails).where(waiting).orderBy(asc(mails.id))
  const relay = openRelay(sink.url)
  const mailing = { parts, relay, renderers: renderers(parts), wants: async () => 'at-once' as const }
  for (const { id } of rows) await sendWaitingMail(mailing, id)
  relay.close()
  return sink.accepted.findLast((mail) => mail.recipient === recipient)?.messageId ?? ''
}

const MARK = 'adresse en échec'

test('R10: the organiser sees « adresse en échec » on the list, in its export and in the form of the event', async () => {
  const organiser = await make.signedIn(site, { role: 'professional' })
  const event = await make.event(site.database, { authorId: organiser.id })
  const liste = event.dates[0]?.listId ?? 0
  for (const email of ['Bonne@exemple.test', 'Morte@exemple.test']) {
    const form = { date: String(liste), nom: 'Max', email, telephone: '', submission: email }
    await site.browser().post(addresses.events.register({ item: itemOf(event) }), form)
    await send(email)
  }
  const list = async () =>
    (await organiser.browser.get(`${addresses.mySpace.eventRegistrations()}?liste=${liste}`)).body
  expect(await list()).not.toContain(MARK)

  const returned = readFileSync('src/platform/mail/samples/hard-postfix.eml', 'utf8')
    .replaceAll('{message-id}', sink.accepted.at(-1)?.messageId ?? '')
    .replaceAll('{recipient}', 'morte@exemple.test')
  const { SECRET: secret } = site.parts.settings
  const now = site.parts.clock.now()
  expect(await noteBounce(site.database, Buffer.from(returned), { secret: secret ?? '', now })).toMatchObject({
    written: 1,
  })
  const before = site.database.statements()
  const shown = wordsOf(await list())
  // Session, lists, people, failing addresses, who read before; then the line of the log, in its transaction.
  expect(site.database.statements() - before).toBeLessThanOrEqual(5 + 1)
  expect(shown).toContain(`Morte@exemple.test ${MARK}`)
  expect(shown.split(MARK)).toHaveLength(2)

  const csv = (await organiser.browser.get(addresses.mySpace.eventRegistrationsExport({ liste }))).body
  const lines = csv.trim().split('\r\n')
  expect(lines[0]?.toLowerCase()).toContain(MARK)
  expect(lines.filter((line) => line.endsWith(';oui'))).toEqual([expect.stringContaining('Morte@exemple.test')])

  const edit = (await organiser.browser.get(addresses.events.edit({ item: itemOf(event) }))).body
  expect(wordsOf(edit)).toContain(`Morte@exemple.test ${MARK}`)
  expect(wordsOf(edit)).not.toContain(`Bonne@exemple.test ${MARK}`)
})

test('F6: after « gmial.com » the page asks, and the mail leaves all the same', async () => {
  const event = await make.event(site.database)
  const to = async (email: string) => {
    const form = { date: String(event.dates[0]?.listId), nom: 'Zoé', email, telephone: '', submission: email }
    return wordsOf((await site.browser().send(addresses.events.register({ item: itemOf(event) }), form)).body)
  }
  expect(await to('zoe@gmial.com')).toContain('Vouliez-vous dire « gmail.com » ?')
  expect(await send('zoe@gmial.com')).toContain('mail-')
  expect(await to('zoe@gmail.com')).not.toContain('Vouliez-vous dire')
})
