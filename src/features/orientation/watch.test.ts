import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { contents } from '#features/contents/tables.ts'
import { notificationPreferences } from '#features/notifications/tables.ts'
import { hasFreeSeats } from '#features/registrations/seat-queries.ts'
import { newKey } from '#platform/keys.ts'
import { messageOf } from '#platform/mail/message.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { watchOrientations } from './jobs.ts'
import { savedOrientations } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const DAY = '2026-11-25T09:30:00Z'
const round = () => watchOrientations(site.database, site.parts.clock.now(), hasFreeSeats)

async function watcher(criteres = 'besoin=statut', role: 'creator' | 'professional' = 'creator') {
  const someone = await make.signedIn(site, { role })
  const form = { submission: newKey(), nom: 'Mon statut', criteres, prevenir: 'oui' }
  expect((await someone.browser.post(addresses.mySpace.orientations(), form)).statusCode).toBe(303)
  return someone
}

const newsFor = (recipient: string) => site.mails({ kind: 'orientation-news', recipient })

/** Published once the orientations of these tests are kept. */
async function published(title: string, access: 'public' | 'pro' = 'public') {
  const event = await make.event(site.database, { title, access })
  const publishedAt = Temporal.Instant.from('2026-11-24T18:00:00Z')
  await site.database.update(contents).set({ publishedAt }).where(eq(contents.id, event.id))
  return event
}

test('ORI-2: what is new and fits is told once, a day later at the soonest, with a way to stop', async () => {
  site.at(NOW)
  const { email } = await watcher()
  await published('Choisir son statut à Lyon')
  await round()
  expect(await newsFor(email)).toHaveLength(0)
  site.at(DAY)
  await Promise.all([round(), round()])
  const [mail, ...others] = await newsFor(email)
  expect(others).toHaveLength(0)
  expect(JSON.stringify(mail?.content)).toContain('Choisir son statut à Lyon')
  const stop = mail?.content?.unsubscribe ?? ''
  expect(stop).toContain('/orientation/suivis/')
  const sender = { from: 'site@exemple.test', publicUrl: 'http://localhost:3000', secret: 'secret' }
  const message =
    mail?.content && messageOf({ id: 1, recipient: email, createdAt: site.parts.clock.now() }, mail.content, sender)
  expect(message?.headers).toMatchObject({
    'List-Unsubscribe': `<${stop}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  site.at('2026-11-26T10:00:00Z')
  await round()
  expect(await newsFor(email)).toHaveLength(1)
})

test('ORI-2: nothing new, no mail', async () => {
  site.at(NOW)
  const { email } = await watcher('besoin=reprendre')
  site.at(DAY)
  await round()
  expect(await newsFor(email)).toHaveLength(0)
})

test('ORI-2: a mail tells nobody of what he may not read', async () => {
  site.at(NOW)
  const [creator, professional] = [await watcher('besoin=vendre'), await watcher('besoin=vendre', 'professional')]
  await published('Trouver des clients CANARI', 'pro')
  site.at(DAY)
  await round()
  expect(JSON.stringify(await newsFor(creator.email))).not.toContain('CANARI')
  expect(JSON.stringify(await newsFor(professional.email))).toContain('CANARI')
})

test('ORI-2: one click of a mailbox, from no page of ours, stops the mails; a GET does not', async () => {
  site.at(NOW)
  const { id, email } = await watcher('besoin=gerer')
  await published('Tenir sa comptabilité')
  site.at(DAY)
  await round()
  const stop = new URL((await newsFor(email))[0]?.content?.unsubscribe ?? '').pathname
  const isWatched = async () => {
    const [row] = await site.database.select().from(savedOrientations).where(eq(savedOrientations.personId, id))
    return row?.watched
  }
  expect((await site.browser().get(stop)).body).toContain('Ne plus me prévenir')
  expect(await isWatched()).toBe(true)
  const headers = { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' }
  const payload = 'List-Unsubscribe=One-Click'
  const answer = await site.app.server.inject({ method: 'POST', url: stop, headers, payload })
  expect(answer.statusCode).toBe(200)
  expect(await isWatched()).toBe(false)
  expect(await newsFor(email)).toMatchObject([{ content: undefined }])
})

test('ORI-2: who wants no such mails gets none', async () => {
  site.at(NOW)
  const { email, id } = await watcher('besoin=local')
  await site.database.insert(notificationPreferences).values({ personId: id, topic: 'orientation', choice: 'none' })
  await published('Trouver son local')
  site.at(DAY)
  await round()
  expect((await newsFor(email))[0]?.content?.topic).toBe('orientation')
})
