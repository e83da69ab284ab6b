import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contents } from '#features/contents/tables.ts'
import { services } from '#features/services/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { loadDemoStructures } from '../../demo/structures.ts'
import { structures } from './tables.ts'

let site: TestSite
const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T10:00:00Z' })
  await loadDemoStructures(site.database, now)
})
afterAll(() => site.close())

async function read(url: string): Promise<string> {
  const before = site.database.statements()
  const { statusCode, body } = await site.browser().get(url)
  expect([url, statusCode, site.database.statements() - before]).toEqual([url, 200, expect.toSatisfy((n) => n <= 5)])
  return body
}

const words = async (url: string) => wordsOf(await read(url))
const countIn = (said: string) => Number(/([\d\s]+) (?:structure|service)s?\b/.exec(said)?.[1]?.replace(/\s/g, '') ?? 0)

/** The names on every page of a list. */
async function allNames(list: string): Promise<string[]> {
  const names: string[] = []
  for (let page = 1; ; page++) {
    const body = await read(`${list}&page=${page}`)
    const here = [...body.matchAll(/class="card-title"><a href="([^"]+)"/g)].map(([, href]) => href ?? '')
    names.push(...here)
    if (here.length < 24) return names
  }
}

type Points = { note: string; features: { properties: { href: string } }[] }
const pointsOf = async (query: string): Promise<Points> => JSON.parse(await read(`/structures.geojson?${query}`))

test('MAP-1: near a commune, its département and what stands less than 30 km across the border, and nothing farther', async () => {
  const said = await words('/structures?commune=Roanne')
  expect(said).toContain('Tout le département (Loire), et ce qui est à 30 km au plus au-delà')
  expect(said).toContain('Roanne fait partie de : communauté d’agglomération Roannais Agglomération')
  const near = new Set(await allNames('/structures?commune=Roanne'))
  const loire = await allNames('/structures?departement=42')
  expect(loire.filter((href) => !near.has(href))).toEqual([])
  const { rows } = await site.database.execute<{ id: string; km: number; departement: string }>(sql`
    select content_id as id, departement_code as departement,
      111.2 * sqrt(power(latitude - 46.0449, 2) + power((longitude - 4.0797) * cos(radians(46.0449)), 2)) as km
    from structures where latitude is not null and departement_code <> '42' and demo = false`)
  const isThere = (id: string) => [...near].some((href) => href.endsWith(`-${id}`))
  const across = rows.filter(({ km }) => km < 29)
  expect(across.length).toBeGreaterThan(2)
  expect(across.filter(({ id }) => !isThere(id))).toEqual([])
  expect(rows.filter(({ id, km }) => km > 31 && isThere(id))).toEqual([])
})

test('MAP-1: an intercommunalité is a filter, and its neighbours stand under a département', async () => {
  const body = await read('/structures?epci=200035731')
  expect(wordsOf(body)).toContain('Retirer le filtre : communauté d’agglomération Roannais Agglomération')
  const within = countIn(wordsOf(body))
  expect(within).toBeGreaterThan(3)
  expect(within).toBeLessThan(countIn(await words('/structures?commune=Roanne')))
  expect(await words('/services?epci=200035731')).toContain('Retirer le filtre : communauté d’agglomération Roannais')
  expect(await words('/structures?departement=42')).toContain(
    'Départements voisins : Allier , Ardèche , Isère , Haute-Loire , Puy-de-Dôme , Rhône',
  )
  for (const wrong of ['999999999', 'x', "'", '%00'])
    expect((await words(`/structures?epci=${wrong}`)).length).toBeGreaterThan(100)
})

test('MAP-1: a service is offered to those whom its zone holds, wherever its structure is', async () => {
  const [service] = await site.database
    .select({ id: services.contentId, title: contents.title })
    .from(services)
    .innerJoin(contents, eq(contents.id, services.contentId))
    .where(eq(services.demo, true))
    .limit(1)
  const title = 'Prêt d’honneur du canari'
  await site.database
    .update(contents)
    .set({ title })
    .where(eq(contents.id, service?.id ?? 0))
  await site.database.execute(
    sql`update services set search_name = 'pret d honneur du canari' where content_id = ${service?.id}`,
  )
  const offered = async (zone: string[], commune: string) => {
    await site.database
      .update(services)
      .set({ zone })
      .where(eq(services.contentId, service?.id ?? 0))
    return words(`/services?q=canari&commune=${commune}`)
  }
  expect(await offered(['42187'], 'Roanne')).toMatch(/1 service .*Intervient à Roanne/)
  for (const code of ['200035731', '42', '84', 'france'])
    expect(await offered([code], 'Roanne')).toContain('Intervient à Roanne')
  for (const code of ['69', '42218', '69123']) expect(await offered([code], 'Roanne')).toContain('Aucun service')
  expect(await offered(['43'], 'Le Puy-en-Velay')).toContain('Intervient au Puy-en-Velay')
})

test('MAP-1: every marker of the map is in the list, and what has no place is counted', async () => {
  const { note, features } = await pointsOf('departement=42')
  const listed = await allNames('/structures?departement=42&vue=carte')
  const hrefs = features.map(({ properties }) => properties.href)
  expect(hrefs.filter((href) => !listed.includes(href))).toEqual([])
  expect(new Set(hrefs).size).toBe(hrefs.length)
  const said = `${hrefs.length} structures sur la carte ; ${listed.length - hrefs.length} sans adresse précise`
  expect(note).toContain(said)
  expect((await pointsOf('q=zzzz')).note).toBe('Aucune structure sur la carte.')
})

test('MAP-1: the map shows no more than the list: what is hidden or for professionals gives no point, to others', async () => {
  const [one] = await site.database
    .select({ id: structures.contentId, slug: contents.slug })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .where(sql`latitude is not null and departement_code = '42'`)
    .limit(1)
  const set = (values: Partial<typeof contents.$inferInsert>) =>
    site.database
      .update(contents)
      .set(values)
      .where(eq(contents.id, one?.id ?? 0))
  const isThere = async (browser = site.browser()) =>
    (await browser.get('/structures.geojson')).body.includes(`-${one?.id}"`)
  expect(await isThere()).toBe(true)
  const { browser: professional } = await make.signedIn(site, { role: 'professional' })
  await set({ access: 'pro' })
  expect([await isThere(), await isThere(professional)]).toEqual([false, true])
  await set({ access: 'public', state: 'unpublished' })
  expect([await isThere(), await isThere(professional)]).toEqual([false, false])
  await set({ state: 'published' })
})

test('MAP-1: « Carte » keeps the filters, stands after the list, and asks nothing of another site', async () => {
  const body = await read('/structures?vue=carte&commune=Roanne')
  expect(body.indexOf('class="card"')).toBeLessThan(body.indexOf('data-island="list-map"'))
  expect(body).toContain('data-points="/structures.geojson?commune=Roanne"')
  expect(body).toContain('<input type="hidden" name="vue" value="carte"')
  expect(body).not.toMatch(/(?:src|href|data-[a-z]+)="https?:\/\/(?!localhost)/)
  expect(await read('/structures?commune=Roanne')).not.toContain('data-island="list-map"')
})

test('MAP-1: the agenda has its map too: one point for an event and a place, with its next date', async () => {
  const place = { latitude: 46.0449, longitude: 4.0797, city: 'Roanne', departementCode: '42' }
  const dates = [{ startsAt: now.add({ hours: 48 }) }, { startsAt: now.add({ hours: 96 }) }]
  await make.event(site.database, { title: 'Atelier roannais', event: place, dates })
  await make.event(site.database, { title: 'Nulle part', event: { latitude: null, longitude: null } })
  await make.event(site.database, { title: 'Canari réservé', access: 'pro', event: place })
  const { body } = await site.browser().get('/evenements.geojson')
  const { note, features } = JSON.parse(body)
  expect(body).not.toMatch(/canari/i)
  expect(note).toBe('2 dates sur la carte ; 1 en ligne ou sans adresse précise, dans la liste seulement.')
  expect(features).toHaveLength(1)
  expect(features[0].properties.detail).toMatch(/^jeudi 26 novembre.*, et 1 autre date · Roanne$/)
  const page = await read('/evenements?vue=carte&departement=42')
  expect(page).toContain('data-points="/evenements.geojson?departement=42"')
})
