import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import type { Browser } from '../browser.ts'
import { NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'
import { enter } from './access-world.ts'
import * as table from './content-access-table.ts'
import { COPIES, KINDS, type Kind, type Made, makeContents } from './content-access-world.ts'

/** One cell in twenty, drawn by a seed; all of them in `prove`. */
const SHARE = rounds(20, 1)
const SEED = Number(process.env.ACCESS_SEED ?? Date.now() % 1000)

let site: TestSite
let made: Made[]
let house: string
const browsers = new Map<table.Person, Browser>()

beforeAll(async () => {
  site = await openSite({ now: NOW })
  const [author, colleague] = [await enter(site, 'author'), await enter(site, 'professional')]
  const world = await makeContents(site, { authorId: author.id, colleagueId: colleague.id })
  made = world.made
  house = world.house
  for (const person of table.PEOPLE) {
    if (person === 'author') browsers.set(person, author.browser)
    else if (person === 'colleague') browsers.set(person, colleague.browser)
    else browsers.set(person, (await enter(site, person)).browser)
  }
})
afterAll(() => site.close())

const PLACES = {
  article: addresses.articles,
  resource: addresses.resources,
  event: addresses.events,
  service: addresses.services,
  structure: addresses.structures,
} as const
const UNKNOWN = 'inconnu-999999999'
const LISTS: Partial<Record<Kind, (query: { q: string }) => string>> = {
  article: addresses.articles.all,
  resource: addresses.resources.all,
  service: addresses.services.all,
  structure: addresses.structures.all,
}

type Asked = { content: Made; person: table.Person; cell: table.Cell; browser: Browser }

const REFUSED = [401, 403, 404]
const CHANGING = ['date', 'content-security-policy', 'content-length']
/** The address that was asked is said back; nothing else of a content is. */
function canariesIn({ body, headers }: Answer, { canary, newCanary, item }: Made): string[] {
  const said = `${body} ${JSON.stringify(headers)}`.replaceAll(item, '')
  return [canary, newCanary].filter((word) => said.includes(word))
}

/** All that an answer says, but for nonces, form numbers and the address itself. */
function bareOf({ statusCode, headers, body }: Answer, said: string): unknown {
  const text = body.replaceAll(/nonce="[^"]*"|value="[a-z2-7]{26}"/g, '').replaceAll(said, '')
  return { statusCode, headers: Object.entries(headers).filter(([name]) => !CHANGING.includes(name)), text }
}

/** Refused: no canary, and what is hidden is what does not exist. */
async function checkRefused(answer: Answer, { content, browser }: Asked, unknown: string): Promise<void> {
  expect(canariesIn(answer, content)).toEqual([])
  if (answer.statusCode !== 404) return
  expect(bareOf(answer, content.item)).toEqual(bareOf(await browser.get(unknown), UNKNOWN))
}

async function checkPage(asked: Asked): Promise<void> {
  const { content, cell, browser } = asked
  const { one } = PLACES[content.kind]
  const answer = await browser.get(one({ item: content.item }))
  expect(answer.statusCode).toBe(table.pageStatus(cell))
  if (REFUSED.includes(answer.statusCode)) return checkRefused(answer, asked, one({ item: UNKNOWN }))
  const waits = table.readsNewText(cell)
  expect(answer.body).toContain(waits ? content.newCanary : content.canary)
  if (!waits) expect(answer.body).not.toContain(content.newCanary)
  const jsonLd = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(answer.body)?.[1]
  if (!table.hasJsonLd(cell)) return expect(jsonLd).toBeUndefined()
  if (content.kind !== 'resource') expect(jsonLd).toContain(content.canary)
}

async function checkForm(asked: Asked): Promise<void> {
  const { content, cell, browser } = asked
  const { edit } = PLACES[content.kind]
  const answer = await browser.get(edit({ item: content.item }))
  expect(answer.statusCode).toBe(table.formStatus(cell))
  if (answer.statusCode !== 200) await checkRefused(answer, asked, edit({ item: UNKNOWN }))
}

async function checkHistory(asked: Asked): Promise<void> {
  const { content, cell, browser } = asked
  const { history } = PLACES[content.kind]
  const answer = await browser.get(history({ item: content.item }))
  expect(answer.statusCode).toBe(table.historyStatus(cell))
  if (answer.statusCode !== 200) await checkRefused(answer, asked, history({ item: UNKNOWN }))
}

const countIn = (html: string) => /(\d+|Aucune?) (?:articles?|ressources?|services?|structures?)/.exec(html)?.[1]

/** The list that asks for its title: there or not, and counted or not. */
async function checkList({ content, cell, browser }: Asked): Promise<void> {
  const list = LISTS[content.kind]
  if (list === undefined) return
  const { body } = await browser.get(list({ q: content.canary }))
  const text = body.replaceAll(`value="${content.canary}"`, '').replaceAll(`q=${content.canary}`, '')
  expect(text.includes(`Titre ${content.canary}`)).toBe(table.isListed(cell))
  expect(body).not.toContain(content.newCanary)
  const nothing = await browser.get(list({ q: 'zqrienx' }))
  expect(countIn(body) === countIn(nothing.body)).toBe(!table.isListed(cell))
}

const UNHEARD = 'zqrienx'

/** The search and its proposals: who may not know of a content is answered as if nobody had written the word. */
async function checkSearch({ content, cell, browser }: Asked): Promise<void> {
  const isListed = table.isListed(cell)
  for (const ask of [addresses.search, addresses.searchSuggestions]) {
    const answer = await browser.get(ask({ q: content.canary }))
    expect(answer.body.replaceAll(/<\/?mark>/g, '').includes(`Titre ${content.canary}`)).toBe(isListed)
    if (isListed) continue
    expect(bareOf(answer, content.canary)).toEqual(bareOf(await browser.get(ask({ q: UNHEARD })), UNHEARD))
    expect((await browser.get(ask({ q: `titre ${content.canary}` }))).body).not.toContain(`/${content.item}`)
  }
  const proposed = await browser.get(addresses.search({ q: content.newCanary }))
  expect(bareOf(proposed, content.newCanary)).toEqual(
    bareOf(await browser.get(addresses.search({ q: UNHEARD })), UNHEARD),
  )
}

type Way = { method: 'GET' | 'HEAD'; range?: string }
const WAYS: Way[] = [{ method: 'GET' }, { method: 'HEAD' }, { method: 'GET', range: 'bytes=0-9' }]

type Wanted = { file: keyof Made['files']; copy: { size: number; format: string } | undefined; way: Way }

const checkFile =
  ({ file, copy, way }: Wanted) =>
  async ({ content, cell, browser }: Asked): Promise<void> => {
    const found = content.files[file]
    if (found === undefined) return
    const query = copy && { taille: copy.size, format: copy.format }
    const ask = (key: string) => {
      const range = way.range === undefined ? {} : { range: way.range }
      const headers = { host: 'localhost:3000', cookie: browser.cookieHeader, ...range }
      const url = addresses.files.one({ key, name: found.name }, query)
      return site.app.server.inject({ method: way.method, url, headers })
    }
    const answer = await ask(found.key)
    if (table.readsFile(cell, file)) return expect([200, 206]).toContain(answer.statusCode)
    const unknown = 'a'.repeat(26)
    expect(bareOf(answer, found.key)).toEqual(bareOf(await ask(unknown), unknown))
    expect(answer.statusCode).toBe(404)
    const text = answer.body.replaceAll(found.name, '')
    expect(text).not.toMatch(/zq[ab]\d/)
  }

type Surface = { name: string; check(asked: Asked): Promise<void> }

const named = ({ file, copy, way }: Wanted) =>
  `${file} file${copy ? ` ${copy.size} ${copy.format}` : ''} ${way.range ? 'Range' : way.method}`

const ofFile = (file: Wanted['file'], copies: readonly Wanted['copy'][]): Surface[] =>
  copies.flatMap((copy) =>
    WAYS.map((way) => ({ name: named({ file, copy, way }), check: checkFile({ file, copy, way }) })),
  )

const SURFACES: readonly Surface[] = [
  { name: 'page and JSON-LD', check: checkPage },
  { name: 'list and count', check: checkList },
  { name: 'search and proposals', check: checkSearch },
  { name: 'form', check: checkForm },
  { name: 'history', check: checkHistory },
  ...ofFile('visible', [undefined, ...COPIES]),
  ...ofFile('private', [undefined, COPIES[0]]),
  ...ofFile('waiting', [undefined, COPIES[1]]),
]

/** Those drawn, and each surface at least once for each kind. */
function* drawn(): Generator<Asked & Surface> {
  const seen = new Set<string>()
  let place = 0
  for (const content of made)
    for (const person of table.PEOPLE)
      for (const surface of SURFACES) {
        const first = `${content.kind} ${surface.name}`
        const isDrawn = (place++ * 7 + SEED) % SHARE === 0
        if (!isDrawn && seen.has(first)) continue
        seen.add(first)
        const { situation, access } = content
        const browser = browsers.get(person) as Browser
        yield { ...surface, content, person, browser, cell: { situation, access, person } }
      }
}

test('R14 R15: each content, in each situation, is read where and by whom the rights say; elsewhere it does not exist', async () => {
  const wrong: string[] = []
  let tried = 0
  for (const { name, check, ...asked } of drawn()) {
    const { content, person } = asked
    const said = `${name}: ${content.kind} ${content.situation} ${content.access}, ${person}`
    await check(asked).catch((error: Error) => wrong.push(`${said}: ${error.message.slice(0, 300)}`))
    tried++
  }
  proved(
    'R14',
    `cells of contents answered otherwise than written (seed ${SEED})`,
    `${wrong.length} of ${tried}`,
    'goal 0',
  )
  expect(wrong, `seed ${SEED}`).toEqual([])
  expect(tried).toBeGreaterThan(1000)
}, 600_000)

type Gathering = { url: string; shows(cell: table.Cell): boolean }

/** Pages that gather many contents, each with what it may show. */
const gathering = (): Gathering[] => [
  ...[
    addresses.home(),
    addresses.agenda(),
    addresses.agendaCalendar(),
    addresses.articles.all(),
    addresses.resources.all(),
    addresses.services.all(),
    addresses.structures.all(),
    addresses.structures.one({ item: house }),
    addresses.proSpace(),
  ].map((url) => ({ url, shows: table.isListed })),
  { url: addresses.articles.feed(), shows: table.isInFeed },
  { url: addresses.admin.contents(), shows: table.isJudged },
  { url: addresses.admin.contents({ etat: 'publie' }), shows: table.isJudged },
]

test('R14: no page that gathers contents tells anybody of one that its lists hide, nor of a text that waits', async () => {
  const told: string[] = []
  for (const [person, browser] of browsers)
    for (const { url, shows } of gathering()) {
      const answer = await browser.get(url)
      for (const content of made) {
        const { kind, situation, access, newCanary } = content
        const cell = { situation, access, person }
        const mayBeNew = shows === table.isJudged && table.readsNewText(cell)
        const leaks = canariesIn(answer, content).filter((word) => !shows(cell) || (word === newCanary && !mayBeNew))
        if (leaks.length > 0) told.push(`${url}: ${kind} ${situation} ${access}, ${person}`)
      }
    }
  expect(told).toEqual([])
})

test('R14: the canaries are read where they may be, so the proofs above can fail', async () => {
  const administrator = browsers.get('administrator') as Browser
  const { body } = await administrator.get(addresses.articles.all())
  expect(made.filter(({ canary }) => body.includes(canary)).length).toBeGreaterThan(2)
  expect(new Set(made.map(({ kind }) => kind)).size).toBe(KINDS.length)
  const draft = made.find(({ situation }) => situation === 'draft') as Made
  const asked = { content: draft, person: 'professional' as const, browser: browsers.get('professional') as Browser }
  const wrong = { situation: 'published', access: 'public', person: 'professional' } as const
  for (const { check, name } of SURFACES.filter(({ name }) => !name.startsWith('waiting')))
    await expect(check({ ...asked, cell: wrong }), name).rejects.toThrow()
  const feed = (await site.browser().get(addresses.articles.feed())).body
  expect(made.filter(({ canary }) => feed.includes(canary)).map(({ access }) => access)).toEqual(['public', 'public'])
})
