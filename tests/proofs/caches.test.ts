import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { contents } from '#features/contents/tables.ts'
import { transact } from '#platform/database/database.ts'
import type { PageCache } from '#platform/http/page-cache.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { newKey } from '#platform/keys.ts'
import { type Browser, wordsOf } from '../browser.ts'
import { eventForm } from '../event-form.ts'
import { type Client, listen } from '../http-client.ts'
import { make, NOW } from '../make.ts'
import { proved } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'
import { openTwin } from '../twin.ts'
import { until } from '../until.ts'

/** Two processes on one database, read over real HTTP: pages in memory are answered before anything else. */
let site: TestSite
let here: Client
let there: Client
let asBrowser: (browser: Browser) => Client
let pagesThere: PageCache
const open = new AsyncDisposableStack()

beforeAll(async () => {
  site = open.adopt(await openSite({ now: NOW }), (one) => one.close())
  const twin = open.adopt(await openTwin(site), (one) => one.close())
  pagesThere = twin.app.pages
  const [first, second] = [await listen(site), await listen(twin)]
  const connect = (web: Awaited<ReturnType<typeof listen>>, browser?: Browser) =>
    open.adopt(web.connect(browser), (client) => client.close())
  here = connect(first)
  there = connect(second)
  asBrowser = (browser) => connect(first, browser)
  for (const client of [here, there]) await until(() => isKept(client, addresses.pages.help()))
})
afterAll(() => open.disposeAsync())

/** Whether a page is answered from memory the second time: then it carries its strong ETag. */
async function isKept(client: Client, url: string): Promise<boolean> {
  await client.get(url)
  return (await client.get(url)).headers.etag !== undefined
}

const pageOf = (event: { slug: string; id: number }) => addresses.events.one({ item: itemOf(event) })

test('R16: a page kept in memory holds nobody’s name, whoever reads it in between', async () => {
  const event = await make.event(site.database)
  const pages = [addresses.home(), addresses.agenda(), pageOf(event), addresses.structures.all()]
  const names = ['Professionnelle Un', 'Créatrice Deux']
  const pro = asBrowser((await make.signedIn(site, { role: 'professional', name: names[0] })).browser)
  const creator = asBrowser((await make.signedIn(site, { name: names[1] })).browser)
  let read = 0
  for (const url of pages) {
    for (const reader of [pro, here, creator, here, pro, here]) {
      const { body, headers } = await reader.get(url)
      const isShared = reader === here
      const others = names.filter((_, index) => [pro, creator][index] !== reader)
      expect(
        [...others, ...(isShared ? [addresses.mySpace.home()] : [])].filter((text) => body.includes(text)),
        url,
      ).toEqual([])
      expect(headers['cache-control'], url).toBe(isShared ? 'public, no-cache' : 'no-store')
      read++
    }
    expect(await isKept(here, url), url).toBe(true)
  }
  proved('R16', 'pages read by turns by two people and nobody, with another’s name', `0 of ${read}`, 'goal 0')
})

test('R16: every page of somebody signed in is no-store', async () => {
  const { browser } = await make.signedIn(site, { role: 'administrator' })
  const routes = site.app.site.routes().filter(({ method, path }) => method === 'GET' && !path.includes(':'))
  const shared = ['/communes', '/contours.json']
  for (const { path } of routes.filter((route) => !shared.includes(route.path))) {
    expect((await browser.get(path)).headers['cache-control'], path).toBe('no-store')
  }
  expect(routes.length).toBeGreaterThan(20)
})

test('R16: a flash is for one reader: the page that shows it is not kept', async () => {
  const browser = site.browser()
  await browser.post(addresses.contact(), {
    ...{ submission: newKey(), nom: 'Zoé', email: 'zoe@exemple.test', sujet: 'question', message: 'Bonjour.' },
  })
  const shown = await asBrowser(browser).get(addresses.contact())
  expect(wordsOf(shown.body)).toContain('Votre message est parti')
  expect(shown.headers['cache-control']).toBe('no-store')
  expect(wordsOf((await here.get(addresses.contact())).body)).not.toContain('Votre message est parti')
})

test('R16: a write drops the page in the other process too', async () => {
  const { id, browser } = await make.signedIn(site, { role: 'professional' })
  const event = await make.event(site.database, { authorId: id })
  expect(await isKept(there, pageOf(event))).toBe(true)
  const member = await make.signedIn(site)
  const form = { date: String(event.dates[0]?.listId), submission: newKey() }
  await member.browser.post(addresses.events.register({ item: itemOf(event) }), form)
  const words = async () => wordsOf((await there.get(pageOf(event))).body)
  await until(async () => (await words()).includes('9 places restantes sur 10'))
  expect(await isKept(there, addresses.agenda())).toBe(true)
  await browser.post(addresses.events.new(), eventForm({ titre: 'Un nouvel atelier' }))
  await until(async () => wordsOf((await there.get(addresses.agenda())).body).includes('Un nouvel atelier'))
})

test('R16: a page whose access becomes « pro » is refused to everyone else as soon as the write is heard of', async () => {
  const event = await make.event(site.database, { title: 'Canari du matin' })
  expect(await isKept(there, pageOf(event))).toBe(true)
  await transact(site.database, async (tx) => {
    await tx.update(contents).set({ access: 'pro' }).where(eq(contents.id, event.id))
    await dropPages(tx, ['events', `content:${event.id}`])
  })
  await until(async () => (await there.get(pageOf(event))).status === 403)
  const [refused, other] = [
    await there.get(pageOf(event)),
    await there.get(addresses.events.one({ item: `autre-titre-${event.id}` })),
  ]
  expect(refused.body).not.toContain('Canari')
  expect(refused.headers['cache-control']).toBe('no-store')
  expect(other.status).toBe(403)
  expect(bare(other.body)).toBe(bare(refused.body))
  const { browser } = await make.signedIn(site, { role: 'professional' })
  expect((await asBrowser(browser).get(pageOf(event))).body).toContain('Canari du matin')
})

const bare = (html: string) => html.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/href="[^"]*retour[^"]*"/g, '')

test('R16: without a line to the database nothing is kept', async () => {
  pagesThere.listening(false)
  expect(await isKept(there, addresses.pages.help())).toBe(false)
  pagesThere.listening(true)
  expect(await isKept(there, addresses.pages.help())).toBe(true)
})
