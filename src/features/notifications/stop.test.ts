import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { people } from '#features/accounts/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { make, NOW } from '#tests/make.ts'
import { sendWaiting } from '#tests/sent-mails.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { notify } from './actions.ts'
import { preferencesOf } from './list-queries.ts'
import { savePreference } from './preference-store.ts'
import { readTopicStop, topicStopKey } from './stop-actions.ts'
import { notifications } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())
beforeEach(async () => void (await sendWaiting(site)))

const SECRET = 'a secret of thirty-two characters, for tests'
const choicesOf = async (id: number) => Object.fromEntries(await preferencesOf(site.database, id))

/** A content that a professional recommends to somebody: a notice with its mail. */
async function recommendedTo(email: string) {
  const sender = await make.signedIn(site, { role: 'professional' })
  const { id } = await make.event(site.database)
  const form = { submission: newKey(), email, mot: 'À lire' }
  expect((await sender.browser.post(addresses.contents.recommend({ content: id }), form)).statusCode).toBe(303)
}

/** The POST that a mailbox makes of its own, from no page of ours. */
const oneClick = (url: string, more: Record<string, string> = {}) =>
  site.app.server.inject({
    method: 'POST',
    url,
    headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded', ...more },
    payload: 'List-Unsubscribe=One-Click',
  })

const stopIn = (headers: Record<string, string> | undefined) =>
  /^<http:\/\/localhost:3000(\/ne-plus-recevoir\/sujets\/[^>]+)>$/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''

test('ESP-3: a mail of a subject says how to stop it, in its foot and to mailboxes; one click stops it, its opening does not', async () => {
  const reader = await make.signedIn(site)
  await recommendedTo(reader.email)
  const [mail, ...others] = await sendWaiting(site)
  expect(others).toEqual([])
  expect(mail?.to).toBe(reader.email)
  const stop = stopIn(mail?.headers)
  expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  expect(mail?.text).toContain(
    `Ne plus recevoir de mails du sujet « Recommandations »\u00a0:\nhttp://localhost:3000${stop}`,
  )
  expect(mail?.text).toContain(addresses.mySpace.preferences())

  const page = await site.browser().get(stop)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Recommandations')
  expect(page.body).toContain(addresses.mySpace.preferences())
  expect(page.body).not.toContain(reader.email)
  expect(await choicesOf(reader.id)).toEqual({})

  expect((await oneClick(stop)).statusCode).toBe(200)
  expect(await choicesOf(reader.id)).toEqual({ recommendations: 'none' })
  expect((await oneClick(stop)).statusCode).toBe(200)
  expect((await site.browser().get(stop)).body).toContain('Vous ne recevrez plus ces mails')

  await recommendedTo(reader.email)
  expect(await sendWaiting(site)).toEqual([])
  const list = await reader.browser.get(addresses.mySpace.notifications())
  expect(list.body.match(/vous recommande une page du site<\/a>/g)).toHaveLength(2)
})

test('ESP-3: the button of our page stops too, signed in or not, as whoever holds the mail', async () => {
  const reader = await make.person(site.database)
  const stop = addresses.topicStop({ key: topicStopKey(SECRET, { personId: reader.id, what: 'comments' }) })
  const browser = site.browser()
  await browser.get(stop)
  expect((await browser.post(stop, {})).body).toContain('Vous ne recevrez plus ces mails')
  expect(await choicesOf(reader.id)).toEqual({ comments: 'none' })
})

test('ESP-3: the mail of the day is stopped with all that came in it, and nothing else', async () => {
  const reader = await make.person(site.database)
  await transact(site.database, async (tx) => {
    await savePreference(tx, reader.id, 'comments', 'daily')
    await savePreference(tx, reader.id, 'projects', 'at-once')
  })
  const stop = addresses.topicStop({ key: topicStopKey(SECRET, { personId: reader.id, what: 'digest' }) })
  expect((await oneClick(stop)).statusCode).toBe(200)
  expect(await choicesOf(reader.id)).toEqual({ comments: 'none', projects: 'at-once' })
})

test('ESP-3: a key that we did not sign stops nothing and tells nothing: one page for all', async () => {
  const reader = await make.person(site.database)
  const signed = topicStopKey(SECRET, { personId: reader.id, what: 'comments' })
  const gone = await make.person(site.database)
  const ofGone = topicStopKey(SECRET, { personId: gone.id, what: 'comments' })
  await site.database.delete(people).where(eq(people.id, gone.id))
  const wrong = [
    ofGone,
    signed.replace('comments', 'projects'),
    signed.replace(String(reader.id), String(reader.id + 1)),
    signed.replace('comments', 'rien'),
    `${signed.slice(0, -1)}${signed.endsWith('a') ? 'b' : 'a'}`,
    signed.slice(0, -1),
    topicStopKey('another secret', { personId: reader.id, what: 'comments' }),
    `999999999999999-comments-${newKey()}`,
    `9999999999999999-comments-${newKey()}`,
    `${reader.id}-toString-${newKey()}`,
    newKey(),
    'x',
    '%00',
    'é'.repeat(200),
  ]
  const pages = new Set<string>()
  for (const key of wrong) {
    const url = addresses.topicStop({ key })
    const [shown, sent] = [await site.browser().get(url), await site.browser().post(url, {})]
    expect([key, shown.statusCode, sent.statusCode]).toEqual([key, 404, 404])
    pages.add(shown.body.replace(/nonce="[^"]*"|retour=[^"]*/g, ''))
    expect([403, 404]).toContain((await oneClick(url)).statusCode)
  }
  expect(pages.size).toBe(1)
  expect(await choicesOf(reader.id)).toEqual({})
  expect(readTopicStop(SECRET, signed)).toEqual({ personId: reader.id, what: 'comments' })
})

test('ESP-3: only an address that ends in a key is sent from elsewhere', async () => {
  const reader = await make.person(site.database)
  const url = addresses.topicStop({ key: topicStopKey(SECRET, { personId: reader.id, what: 'checks' }) })
  const elsewhere = { origin: 'https://ailleurs.example' }
  expect((await oneClick(`${url}?a=1`, elsewhere)).statusCode).toBe(403)
  expect((await oneClick(addresses.mySpace.preferences(), elsewhere)).statusCode).toBe(403)
  expect(await choicesOf(reader.id)).toEqual({})
  expect((await oneClick(url, elsewhere)).statusCode).toBe(200)
  expect(await choicesOf(reader.id)).toEqual({ checks: 'none' })
})

test('ESP-3: the same cause told twice is one line and one mail', async () => {
  const reader = await make.person(site.database)
  const event = await make.event(site.database)
  const notice = {
    cause: `essai:${event.id}`,
    kind: 'recommended',
    topic: 'recommendations',
    about: { recommendation: 0 },
  } as const
  const twice = () =>
    transact(site.database, (tx) => notify(tx, [{ ...notice, person: reader, now: site.parts.clock.now() }]))
  await twice()
  await twice()
  expect(await site.mails({ kind: 'recommended', recipient: reader.email })).toHaveLength(1)
  expect(await site.database.$count(notifications, eq(notifications.personId, reader.id))).toBe(1)
})
