import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import type { Browser } from '../browser.ts'
import { NOW } from '../make.ts'
import { proved } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'
import { ACTORS, type ActorName, type Cell, CELLS as OWN_CELLS } from './access-table.ts'
import { CELLS_OF_CONTENTS } from './access-table-of-contents.ts'
import { CELLS_OF_DECISIONS } from './access-table-of-decisions.ts'
import { CELLS_OF_ORIENTATION } from './access-table-of-orientation.ts'
import { CELLS_OF_PRESCRIPTIONS } from './access-table-of-prescriptions.ts'
import { CELLS_OF_PROJECTS } from './access-table-of-projects.ts'
import { CELLS_OF_REGISTRANTS } from './access-table-of-registrants.ts'
import { CANARY, enter, makeWorld, type World } from './access-world.ts'

const CELLS = [
  ...OWN_CELLS,
  ...CELLS_OF_CONTENTS,
  ...CELLS_OF_DECISIONS,
  ...CELLS_OF_ORIENTATION,
  ...CELLS_OF_PRESCRIPTIONS,
  ...CELLS_OF_PROJECTS,
  ...CELLS_OF_REGISTRANTS,
]

let site: TestSite
let world: World
const browsers = new Map<ActorName, Browser>()

beforeAll(async () => {
  site = await openSite({ now: NOW })
  const author = await enter(site, 'author')
  world = await makeWorld(site, author.id)
  for (const actor of ACTORS)
    browsers.set(actor, actor === 'author' ? author.browser : (await enter(site, actor)).browser)
})
afterAll(() => site.close())

/** Signing out would end the session that the next lines need. */
const ENDS = [addresses.account.signOut.path, addresses.mySpace.signOutEverywhere.path] as readonly string[]

async function ask(cell: Cell, actor: ActorName, url: string): Promise<Answer> {
  const kept = browsers.get(actor) as Browser
  const browser = ENDS.includes(cell.path) ? (await enter(site, actor)).browser : kept
  if (cell.method === 'GET') return browser.get(url)
  if (cell.method === 'POST')
    return browser.post(url, {
      submission: cell.form === undefined ? 'essai' : `${actor}, ${cell.about}`,
      ...cell.form,
    })
  const headers = { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', cookie: browser.cookieHeader }
  return site.app.server.inject({ method: cell.method, url, headers })
}

const CHANGING = ['date', 'content-security-policy', 'content-length']

/** All that an answer says, but for the nonce, the form numbers and the address itself. */
function bareOf({ statusCode, headers, body }: Answer, url: string): unknown {
  const said = Object.entries(headers).filter(([name]) => !CHANGING.includes(name))
  const text = body
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/name="submission" value="[^"]*"/g, '')
    .replaceAll(encodeURIComponent(url), '')
    .replaceAll(url.replaceAll('&', '&amp;'), '')
    .replaceAll(url, '')
  return { statusCode, headers: Object.fromEntries(said), text }
}

test.each(CELLS.map((cell) => [cell.method, cell.path, cell.about, cell] as const))(
  'R14: %s %s (%s) answers each person as the rights say',
  async (_method, _path, _about, cell) => {
    const { url } = cell.target(world)
    const found = await Promise.all(ACTORS.map(async (actor) => [actor, (await ask(cell, actor, url)).statusCode]))
    expect(Object.fromEntries(found)).toEqual(cell.statuses)
  },
)

const withUnknown = CELLS.filter((cell) => cell.about !== 'always')

test('R14: what is hidden answers byte for byte as what does not exist, and no canary is heard', async () => {
  let hidden = 0
  for (const cell of withUnknown) {
    const { url, unknown } = cell.target(world)
    for (const actor of ACTORS) {
      if (![401, 403, 404].includes(cell.statuses[actor])) continue
      const refused = await ask(cell, actor, url)
      expect(refused.body, `${actor} ${url}`).not.toContain(CANARY)
      expect(JSON.stringify(refused.headers), `${actor} ${url}`).not.toContain(CANARY.toLowerCase())
      if (unknown === undefined || cell.statuses[actor] === 403) continue
      const nothing = await ask(cell, actor, unknown)
      expect(bareOf(nothing, unknown), `${actor} ${url}`).toEqual(bareOf(refused, url))
      hidden++
    }
  }
  proved('R14', 'refusals that differ from an unknown number', `0 of ${hidden}`, 'goal 0')
  expect(hidden).toBeGreaterThan(50)
})

test('R14: every route has its line', () => {
  const named = CELLS.map(({ method, path }) => `${method} ${path}`)
  const routes = site.app.site.routes().map(({ method, path }) => `${method} ${path}`)
  expect(routes.filter((route) => !named.includes(route))).toEqual([])
  proved('R14', 'routes × people tried', CELLS.length * ACTORS.length, `every route (${routes.length}) at least once`)
})
