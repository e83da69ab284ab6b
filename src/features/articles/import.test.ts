import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { contents } from '#features/contents/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { importArticles } from './import-actions.ts'
import { articles } from './tables.ts'

const SHEETS = 'data/articles-service-public-creation-2020.json.gz'
const GLOSSARY = 'data/glossaire-creation-2020.csv'
const now = Temporal.Instant.from(NOW)

let site: TestSite
let folder: string

const run = (path: string, format: 'articles' | 'glossary', dryRun = false) =>
  importArticles(
    site.database,
    { path, now, dryRun, articleAddress: (item) => addresses.articles.one({ item }) },
    format,
  )

/** Every article with its text, as the database holds it. */
const kept = () =>
  site.database.select().from(contents).innerJoin(articles, eq(articles.contentId, contents.id)).orderBy(contents.id)

beforeAll(async () => {
  site = await openSite({ now: NOW })
  folder = await mkdtemp(join(tmpdir(), 'texts-'))
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

test('ART-1: a dry run says what it would do, and writes nothing', async () => {
  const report = await run(SHEETS, 'articles', true)
  expect(report).toMatchObject({ lines: 70, added: 70, outcome: 'dry-run', faults: [] })
  expect(await kept()).toHaveLength(0)
})

test('ART-1: the glossary then the sheets of service-public.fr become articles; a second import changes nothing', async () => {
  expect(await run(GLOSSARY, 'glossary')).toMatchObject({ lines: 80, added: 1, outcome: 'done' })
  expect(await run(SHEETS, 'articles')).toMatchObject({ lines: 70, added: 70, outcome: 'done' })
  const before = await kept()
  expect(before).toHaveLength(71)
  expect(await run(SHEETS, 'articles')).toMatchObject({ added: 0, changed: 0, unchanged: 70 })
  expect(await run(GLOSSARY, 'glossary')).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  expect(await kept()).toEqual(before)
})

test('ART-1: every link between sheets leads to a page that exists, its anchor included', async () => {
  const browser = site.browser()
  const all = (await kept()).map(({ contents: row }) => row.presentation).join('')
  const links = [...new Set([...all.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href))]
  expect(links.filter((href) => href.startsWith('#') || href.startsWith('see:') || href.startsWith('term:'))).toEqual(
    [],
  )
  const local = links.filter((href) => href.startsWith('/'))
  expect(local.length).toBeGreaterThan(90)
  const broken: string[] = []
  for (const href of local) {
    const [path = '', anchor] = href.split('#')
    const page = await browser.get(path)
    if (page.statusCode !== 200 || (anchor && !page.body.includes(`id="${anchor}"`))) broken.push(href)
  }
  expect(broken).toEqual([])
})

test('ART-1: an old text says its year, its source and that rules have changed', async () => {
  const [acre] = await site.database.select().from(articles).where(eq(articles.sourceId, 'F11677'))
  const page = await site.browser().get(addresses.articles.one({ item: String(acre?.contentId) }))
  const right = await site.browser().get(String(page.headers.location))
  expect(page.statusCode).toBe(301)
  const words = wordsOf(right.body).replace(/\s+/g, ' ')
  expect(words).toContain('Texte de 2020 : des règles ont changé')
  expect(words).toContain('tel qu’il était le 23 janvier 2020')
  expect(right.body).toContain('#texte-bic">BIC</a>')
  expect(right.body).toContain('https://www.service-public.fr/professionnels-entreprises/vosdroits/F11677')
  expect(right.body).not.toMatch(/1\^er|<aside|<section><h[1-6]>Depuis/)
})

test('ART-1: a newer file changes what changed; what a member edited stays', async () => {
  const sheets = JSON.parse(gunzipSync(await readFile(SHEETS)).toString()) as { titre: string }[]
  const newer = sheets.map((sheet, rank) => (rank < 2 ? { ...sheet, titre: `${sheet.titre} (2027)` } : sheet))
  const path = join(folder, 'newer.json')
  await writeFile(path, JSON.stringify(newer))
  const [first] = await site.database.select().from(articles).where(eq(articles.sourceId, 'F11299'))
  const { browser } = await make.signedIn(site, { role: 'administrator' })
  const edit = addresses.articles.edit({ item: `x-${first?.contentId}` })
  const saved = await browser.post(edit, {
    ...{ titre: 'Le Cape, repris par nous', resume: 'Un résumé', presentation: 'Un texte', acces: 'public' },
    ...{ version: '1', geste: 'enregistrer', submission: 'one' },
  })
  expect(saved.statusCode).toBe(303)
  const report = await run(path, 'articles')
  expect(report.kept).toBeGreaterThanOrEqual(1)
  expect(report.changed).toBeGreaterThanOrEqual(1)
  const titles = (await kept()).map(({ contents: row }) => row.title)
  expect(titles).toContain('Le Cape, repris par nous')
  expect(titles.filter((title) => title.endsWith('(2027)'))).toHaveLength(1)
})

test('ART-1: a line that is not a sheet stops everything, with its number', async () => {
  const path = join(folder, 'broken.json')
  await writeFile(path, JSON.stringify([{ id: 'F1', titre: 'Un titre', html: '', date_maj: '2020-01-01' }]))
  const report = await run(path, 'articles')
  expect(report.outcome).toBe('refused')
  expect(report.faults).toEqual([{ line: 1, text: 'le titre ou le texte manque', blocking: true }])
})
