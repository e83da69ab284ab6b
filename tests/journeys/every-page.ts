import type { BrowserContext, Page } from 'playwright-core'
import { NOW } from '#tests/make.ts'
import { ACTORS, type ActorName, CELLS, type Cell } from '#tests/proofs/access-table.ts'
import { CELLS_OF_ORIENTATION } from '#tests/proofs/access-table-of-orientation.ts'
import { CELLS_OF_PRESCRIPTIONS } from '#tests/proofs/access-table-of-prescriptions.ts'
import { CELLS_OF_PROJECTS } from '#tests/proofs/access-table-of-projects.ts'
import { CELLS_OF_REGISTRANTS } from '#tests/proofs/access-table-of-registrants.ts'
import { enter, makeWorld, type World } from '#tests/proofs/access-world.ts'
import { openSite } from '#tests/site.ts'
import { freePort } from './stage.ts'

/** A page to look at: who opens which address, or sends which form empty. */
export type Sight = { name: string; actor: ActorName; send: boolean; url: string }

export type Gallery = {
  sights: readonly Sight[]
  cookieOf(actor: ActorName): string
  url: string
  close(): Promise<void>
}

/** Every page of the router, by the table of rights: as those who may see it, refused once, and each form sent empty. */
export async function openGallery(): Promise<Gallery> {
  const url = `http://localhost:${await freePort()}`
  const site = await openSite({ now: NOW, settings: { PUBLIC_URL: url } })
  const cookies = new Map<ActorName, string>()
  const author = await enter(site, 'author')
  const world = await makeWorld(site, author.id)
  for (const actor of ACTORS) {
    const { browser } = actor === 'author' ? author : await enter(site, actor)
    cookies.set(actor, browser.cookieHeader)
  }
  await site.app.server.listen({ port: Number(new URL(url).port), host: '127.0.0.1' })
  return { sights: sightsOf(world), cookieOf: (actor) => cookies.get(actor) ?? '', url, close: () => site.close() }
}

function sightsOf(world: World): Sight[] {
  const sights = new Map<string, Sight>()
  for (const cell of [
    ...CELLS,
    ...CELLS_OF_ORIENTATION,
    ...CELLS_OF_PRESCRIPTIONS,
    ...CELLS_OF_PROJECTS,
    ...CELLS_OF_REGISTRANTS,
  ])
    for (const sight of sightsOfCell(cell, world)) {
      if (!sights.has(sight.name)) sights.set(sight.name, sight)
    }
  return [...sights.values()]
}

const REFUSALS = [401, 403, 404]
const WANTED: Partial<Record<Cell['method'], readonly number[]>> = { GET: [200, ...REFUSALS], POST: [422] }

function sightsOfCell(cell: Cell, world: World): Sight[] {
  const { method, statuses } = cell
  return (WANTED[method] ?? []).flatMap((status) => {
    const actor = ACTORS.findLast((one) => statuses[one] === status)
    if (actor === undefined) return []
    const name = nameOf(cell, status)
    return [{ name, actor, send: method === 'POST', url: cell.target(world).url }]
  })
}

/** One page of each refusal, one of each form in error, whatever it is about. */
function nameOf({ method, path, about }: Cell, status: number): string {
  if (REFUSALS.includes(status)) return `refused ${status}`
  return method === 'POST' ? `${method} ${path}` : `${method} ${path} (${about})`
}

/** Opens a sight; false for what is not a page: a calendar, an export, data. */
export async function openSight(page: Page, context: BrowserContext, url: string, { send }: Sight): Promise<boolean> {
  if (send) return sendEmpty(page, url)
  const answer = await context.request.get(url, { maxRedirects: 0 })
  if (!answer.headers()['content-type']?.startsWith('text/html')) return false
  await page.goto(url)
  return true
}

async function sendEmpty(page: Page, url: string): Promise<boolean> {
  await page.goto(new URL('/mentions-legales', url).href)
  await Promise.all([
    page.waitForNavigation({ waitUntil: 'load' }),
    page.evaluate((action) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action })
      document.body.append(form)
      form.submit()
    }, url),
  ])
  return true
}
