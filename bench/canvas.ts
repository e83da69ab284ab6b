import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { chromium } from 'playwright-core'
import { addresses } from '#addresses'
import { BLOCKS } from '#features/canvas/board.ts'
import { CHANGE_TYPE } from '#features/canvas/changes.ts'
import { spread } from '#features/canvas/order.ts'
import { newKey } from '#platform/keys.ts'
import { measureMadePages } from './made-pages.ts'
import { memoryOf } from './processes.ts'
import { Client } from './requests.ts'
import { makeDatabase, type Site, startWeb } from './sites.ts'
import { atMost, type Line, quantile, told } from './table.ts'
import { memberSession } from './world.ts'

const PEOPLE = 50
const NOTES = 500
const CHANGES = 200
const PAUSE_MS = 50
/** How long the live lines stay open while somebody moves post-its, to see the memory: an hour with MINUTES=60. */
const MINUTES = Number(process.env.MINUTES ?? 1)
const CANVAS = { project: 1, canvas: 1 }
const cookieOf = (member: number) => `session=${memberSession(member)}`

/** One canvas of 500 post-its, its creator and 49 advisers in front of it: the page, the live lines, the memory, the browser. */
export async function measureCanvas(server: string): Promise<Line[]> {
  const size = { structures: 10, services: 10, dates: 100, registrations: 100, members: PEOPLE }
  const { url } = await makeDatabase(server, 'bench_canvas', size)
  const notes = await fillProject(url)
  const site = await startWeb(url)
  try {
    const page = await measureMadePages(
      site,
      { 'canvas of 500 post-its': addresses.canvas.first(CANVAS) },
      { cookie: cookieOf(1), mostMs: 50 },
    )
    return [...page, ...(await measureLive(site, notes)), ...(await measureBrowser(site, notes))]
  } finally {
    await site.process.stop()
  }
}

/** Member 1 has a project, the others are its advisers. Gives the numbers of its post-its. */
async function fillProject(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `update people set role = 'professional', professional_state = 'validated' where id between 2 and ${PEOPLE}`,
    )
    await client.query(
      `insert into projects (owner_id, name, created_at, updated_at) values (1, 'La Fournée', now(), now())`,
    )
    await client.query(`insert into project_advisers (project_id, email, email_key, person_id, asked_from, state, invited_at, active_at)
      select 1, email, email_key, id, 'sheet', 'active', now(), now() from people where id between 2 and ${PEOPLE}`)
    await client.query(
      `insert into canvases (project_id, number, name, rev, created_at, updated_at) values (1, 1, 'Projet 360', 1, now(), now())`,
    )
    const each = Math.ceil(NOTES / BLOCKS.length)
    const places = BLOCKS.flatMap((block) => spread(each).map((position) => ({ block, position }))).slice(0, NOTES)
    const { rows } = await client.query<{ id: string }>(
      `insert into canvas_notes (canvas_id, block, position, body, colour, rev, created_at, updated_at)
       select 1, block, position, 'Un post-it de quelques mots, comme on les écrit, numéro ' || n, 'sun', 1, now(), now()
       from unnest($1::text[], $2::text[]) with ordinality as given(block, position, n) returning id`,
      [places.map(({ block }) => block), places.map(({ position }) => position)],
    )
    await client.query('vacuum analyze')
    return rows.map(({ id }) => Number(id))
  } finally {
    await client.end()
  }
}

/** Who looks at the canvas: when each revision came. */
class Watcher {
  readonly seen: { rev: number; at: number }[] = []
  readonly #request: ClientRequest

  constructor(site: Site, member: number) {
    const address = `${site.address}${addresses.canvas.live(CANVAS, { vu: 1 })}`
    this.#request = request(address, { headers: { cookie: cookieOf(member), 'sec-fetch-site': 'same-origin' } })
    this.#request.once('response', (answer: IncomingMessage) => {
      answer.setEncoding('utf8')
      let rest = ''
      answer.on('data', (piece: string) => {
        const at = performance.now()
        rest += piece
        for (const [, rev] of rest.matchAll(/^id: ?(\d+)$/gm)) this.seen.push({ rev: Number(rev), at })
        rest = rest.slice(rest.lastIndexOf('\n\n') + 1)
      })
      answer.on('error', () => {})
    })
    this.#request.on('error', () => {})
    this.#request.end()
  }

  whenSaw(rev: number): number {
    return this.seen.find((one) => one.rev >= rev)?.at ?? Number.POSITIVE_INFINITY
  }

  leave(): void {
    this.#request.destroy()
  }
}

/** Moves a post-it as the page does, which saw `seen`; gives the revision that came of it. */
async function move(client: Client, note: number, seen: number): Promise<number> {
  const block = BLOCKS[Math.floor(Math.random() * BLOCKS.length)] ?? 'value'
  const form = { submission: newKey(), vu: String(seen), bloc: block, place: 'debut' }
  const headers = { cookie: cookieOf(1), accept: CHANGE_TYPE }
  const { status, body } = await client.ask(addresses.canvas.move({ ...CANVAS, note }), { headers, form })
  if (status !== 200) throw new Error(`a move answered ${status}: ${body.subarray(0, 200)}`)
  return (JSON.parse(body.toString()) as { rev: number }).rev
}

async function measureLive(site: Site, notes: readonly number[]): Promise<Line[]> {
  const client = new Client(site.address, 1)
  const watchers = Array.from({ length: PEOPLE }, (_, index) => new Watcher(site, index + 1))
  await pause(1000)
  const changes: { rev: number; began: number }[] = []
  for (let count = 0; count < CHANGES; count++) {
    const began = performance.now()
    const seen = changes.at(-1)?.rev ?? 1
    changes.push({ began, rev: await move(client, notes[count % notes.length] ?? 0, seen) })
    await pause(PAUSE_MS)
  }
  await pause(2000)
  const times = changes.map(({ rev, began }) => Math.max(...watchers.map((one) => one.whenSaw(rev))) - began)
  const memory = await memoryWhileMoving(site, client, { notes, seen: changes.at(-1)?.rev ?? 1 })
  for (const watcher of watchers) watcher.leave()
  client.close()
  return [
    atMost(`a change seen by the last of ${PEOPLE} people: p95`, quantile(times, 0.95), 300, 'ms'),
    told('the same: median', `${Math.round(quantile(times, 0.5))} ms`),
    ...memory,
  ]
}

/** Memory of the site at the end beside that of its first third, the lines open and a post-it moved twice a second. */
async function memoryWhileMoving(
  site: Site,
  client: Client,
  { notes, seen }: { notes: readonly number[]; seen: number },
): Promise<Line[]> {
  let rev = seen
  const read: number[] = []
  const end = performance.now() + MINUTES * 60_000
  for (let count = 0; performance.now() < end; count++) {
    rev = await move(client, notes[count % notes.length] ?? 0, rev)
    if (count % 4 === 0) read.push(await memoryOf(site.process.pid))
    await pause(480)
  }
  const third = Math.floor(read.length / 3)
  const [first, last] = [quantile(read.slice(third, 2 * third), 0.5), quantile(read.slice(-third), 0.5)]
  return [
    atMost(`memory, last third / second third of ${MINUTES} min`, last / first, 1.1, '×'),
    told('memory at the end', `${Math.round(last)} MB`),
  ]
}

/** What keeps a real browser busy: opening the page, moving by the keyboard, a change that comes from elsewhere. */
async function measureBrowser(site: Site, notes: readonly number[]): Promise<Line[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-gpu'],
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    await context.addCookies([{ name: 'session', value: memberSession(1), url: site.address }])
    const page = await context.newPage()
    await page.addInitScript(() => {
      const kept = Object.assign(window, { longTasks: [] as number[] }).longTasks
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) kept.push(duration)
      }).observe({ type: 'longtask', buffered: true })
    })
    const longest = () => page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks))
    await page.goto(site.address + addresses.canvas.first(CANVAS))
    await page
      .locator('.note')
      .nth(NOTES - 1)
      .waitFor()
    await pause(1000)
    const opening = await longest()
    await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0))
    const client = new Client(site.address, 1)
    for (let count = 0; count < 10; count++) {
      await page
        .locator('.note-open')
        .nth(count * 40)
        .focus()
      await page.keyboard.press('Alt+ArrowRight')
      await move(client, notes[count * 7] ?? 0, Number(await page.locator('.canvas').getAttribute('data-rev')))
    }
    await pause(1000)
    client.close()
    return [
      atMost('browser, opening: longest task', opening, 100, 'ms'),
      atMost('browser, moving and being told: longest task', await longest(), 100, 'ms'),
    ]
  } finally {
    await browser.close()
  }
}
