import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { transact } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { loadRhone } from '#tests/account-journey.ts'
import type { Browser } from '#tests/browser.ts'
import { type Client, listen } from '#tests/http-client.ts'
import { make, NOW } from '#tests/make.ts'
import { proved } from '#tests/proof.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import type { Access, Situation } from './content-access-table.ts'
import { type Kind, type Made, makeContents } from './content-access-world.ts'

const MOST_STATEMENTS = 5
/** Who reads the addresses of those who registered leaves a line in the log: one statement more. */
const NOTED = [addresses.events.edit.path]

let site: TestSite
let visitor: Client
let event: string
const readers: Record<string, Browser> = {}
const contents = new Map<Kind, Made>()
const registration = { key: '', receipt: '' }

beforeAll(async () => {
  site = await openSite({ now: NOW })
  const { connect } = await listen(site)
  visitor = connect()
  const organiser = await make.signedIn(site, { role: 'professional' })
  const member = await make.signedIn(site)
  const administrator = await make.signedIn(site, { role: 'administrator' })
  Object.assign(readers, { anybody: site.browser(), member: member.browser, organiser: organiser.browser })
  readers.administrator = administrator.browser
  // More dates than a page of the agenda holds: it must then count them.
  await make.event(site.database, { dates: Array.from({ length: 40 }, () => ({})) })
  const made = await make.event(site.database, { authorId: organiser.id, dates: [{}, { prescription: 5 }] })
  await loadRhone(site)
  const people = { authorId: organiser.id, colleagueId: member.id }
  // With files, and with a text that waits where one may.
  const isWanted = (situation: Situation, access: Access) =>
    access === 'public' && (situation === 'changed' || situation === 'published')
  for (const content of (await makeContents(site, people, isWanted)).made) contents.set(content.kind, content)
  event = `${made.slug}-${made.id}`
  const list = String(made.dates[0]?.listId)
  const taken = await member.browser.post(addresses.events.register({ item: event }), { date: list })
  registration.key = String(taken.headers.location).split('/').at(-1) ?? ''
  const held = await site.browser().post(addresses.events.register({ item: event }), {
    ...{ date: list, nom: 'Léa Roux', email: 'lea@exemple.test', telephone: '' },
  })
  registration.receipt = String(held.headers.location).split('/').at(-1) ?? ''
})

afterAll(async () => {
  visitor.close()
  await site.close()
})

const KIND_OF_PLACE: Record<string, Kind> = {
  articles: 'article',
  ressources: 'resource',
  services: 'service',
  structures: 'structure',
}

/** What stands for each name in an address; a page that needs another name must be added here to be counted. */
function nameOf(name: string, path: string): string {
  const kind = KIND_OF_PLACE[path.split('/')[1] ?? '']
  const content = kind && contents.get(kind)
  if (name === 'item' && content !== undefined) return content.item
  const article = contents.get('article')
  if (name === 'content') return String(article?.id)
  const file = path.startsWith('/fichiers') ? article?.files.visible : undefined
  const found = { item: event, ...registration, ...file }[name as 'item']
  return found ?? 'aaaaaaaaaaaaaaaaaaaaaaaaaa'
}

const pathOf = (path: string) => path.replace(/:([a-zA-Z]+)/g, (_, name: string) => nameOf(name, path))

function pagesOf({ app }: TestSite): string[] {
  const paths = app.site.routes().flatMap(({ method, path }) => (method === 'GET' ? [path] : []))
  const pages = paths.map(pathOf)
  return [...pages, ...pages.filter((page) => page.endsWith('/historique')).map((page) => `${page}?version=1`)]
}

async function statementsOf(browser: Browser, page: string): Promise<number> {
  const before = site.database.statements()
  const { statusCode } = await browser.get(`${page}${page.includes('?') ? '&' : '?'}sans-memoire=1`)
  if (statusCode >= 500) throw new Error(`${page} answers ${statusCode}`)
  return site.database.statements() - before
}

describe('Speed: statements of a page', () => {
  for (const who of ['anybody', 'member', 'organiser', 'administrator']) {
    test(`no page costs ${who} more than ${MOST_STATEMENTS} statements`, async () => {
      const pages = pagesOf(site)
      const counts: [string, number][] = []
      for (const page of pages) {
        // The first visit of a session notes it, once in ten minutes, and a new connection prepares the lookup.
        await statementsOf(readers[who]!, page)
        counts.push([page, await statementsOf(readers[who]!, page)])
      }
      const most = Math.max(...counts.map(([, count]) => count))
      proved('Speed', `most SQL statements of ${pages.length} pages, for ${who}`, most, `goal ≤ ${MOST_STATEMENTS}`)
      expect(pages.length).toBeGreaterThan(20)
      const allowed = (page: string) => MOST_STATEMENTS + Number(NOTED.some((path) => pathOf(path) === page))
      expect(counts.filter(([page, count]) => count > allowed(page))).toEqual([])
    })
  }
})

describe('Speed: a page kept in memory', () => {
  const kept = () => [
    addresses.home(),
    addresses.agenda(),
    addresses.structures.all(),
    addresses.services.all(),
    addresses.events.one({ item: event }),
  ]

  async function secondAnswer(page: string) {
    for (let tries = 0; tries < 100; tries++) {
      const before = site.database.statements()
      const answer = await visitor.get(page)
      if (site.database.statements() === before) return answer
      await pause(20)
    }
    throw new Error(`${page} is never kept`)
  }

  test('is answered without any statement, with its strong ETag', async () => {
    for (const page of kept()) {
      const answer = await secondAnswer(page)
      expect([page, answer.status, answer.headers.etag]).toEqual([page, 200, expect.stringMatching(/^"[\w-]{22}"$/)])
    }
  })

  test('is not sent again to who has it: 304', async () => {
    const { headers } = await secondAnswer(addresses.agenda())
    const address = `http://localhost:${(site.app.server.server.address() as { port: number }).port}${addresses.agenda()}`
    const again = await fetch(address, { headers: { 'if-none-match': String(headers.etag) } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('is made again after a write, and only then', async () => {
    await secondAnswer(addresses.agenda())
    await transact(site.database, (tx) => dropPages(tx, ['events']))
    await pause(100)
    const before = site.database.statements()
    await visitor.get(addresses.agenda())
    expect(site.database.statements()).toBeGreaterThan(before)
  })
})
