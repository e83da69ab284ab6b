import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { contents } from '#features/contents/tables.ts'
import { services } from '#features/services/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { loadDemoStructures } from '../../demo/structures.ts'
import { structures } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T10:00:00Z' })
  await loadDemoStructures(site.database, Temporal.Instant.from('2026-11-24T10:00:00Z'))
})
afterAll(() => site.close())

async function open(url: string) {
  const before = site.database.statements()
  const answer = await site.browser().get(url)
  expect(site.database.statements() - before, url).toBeLessThanOrEqual(5)
  return {
    status: answer.statusCode,
    html: answer.body,
    words: wordsOf(answer.body),
    location: answer.headers.location,
  }
}

async function sheet(sourceId: string) {
  const [found] = await site.database
    .select({ id: contents.id, slug: contents.slug })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .where(eq(structures.sourceId, sourceId))
  if (found === undefined) throw new Error(`no sheet ${sourceId}`)
  return { ...found, url: addresses.structures.one({ item: itemOf(found) }) }
}

test('the list of structures counts them, those of creation first, and every choice gives what it says', async () => {
  const all = await open('/structures')
  expect(all.status).toBe(200)
  expect(all.words).toMatch(/1 259 structures/)
  expect(all.html.indexOf('60 000 rebonds')).toBeGreaterThan(0)
  const [, count = ''] = /Loire \(42\) \((\d+)\)/.exec(all.words) ?? []
  const loire = await open('/structures?departement=42')
  const [, given = ''] = /(\d+) structures/.exec(loire.words) ?? []
  expect(given).toBe(count)
  expect(Number(given)).toBeGreaterThan(100)
  expect(loire.words).toContain('Retirer le filtre : Loire')
})

test('a visitor of the region sees the region: what stands elsewhere in France is not listed', async () => {
  expect((await open('/structures?q=cheops')).words).toContain('Aucune structure')
  const services = await open('/services')
  expect(services.words).toContain('services')
  expect(services.words).not.toMatch(/TOULOUSE|FORT-DE-FRANCE|EPINAL/)
})

test('structures are found by name without accents, by kind, by network, and pages follow each other', async () => {
  expect((await open('/structures?q=MEDIATHEQUE+intercommunale')).words).toMatch(/Médiathèque/i)
  expect((await open('/structures?type=fablab')).words).toContain('Retirer le filtre : Fablab')
  expect((await open('/structures?reseau=adie')).words).toContain('1 structure')
  const second = await open('/structures?page=2')
  expect(second.words).toContain('Page 2 sur')
  expect(second.html).toContain('noindex, follow')
  expect((await open('/structures?q=zzzz')).words).toContain('Aucune structure ne répond à ces filtres')
})

test('near a commune: the nearest with their distance; an unknown one is said, a doubtful one asked', async () => {
  const near = await open('/structures?commune=Roanne')
  expect(near.words).toContain('Près de Roanne (42300)')
  expect(near.words).toMatch(/Roanne, Loire, à (moins d’un|\d+) km/)
  expect((await open('/structures?commune=Bordeaux')).words).toContain(
    '« Bordeaux » n’est pas une commune d’Auvergne-Rhône-Alpes',
  )
  const asked = await open('/structures?commune=42300')
  expect(asked.words).toContain('Plusieurs communes répondent à « 42300 »')
  expect(asked.html).toContain('<option value="Roanne (42300)"')
})

test('a sheet says who, where, when, whence; the ODbL source is credited; an old address leads to the right one', async () => {
  const hinaura = await sheet('hinaura-0012')
  const page = await open(hinaura.url)
  expect(page.words).toContain('108 rue de la république 73200 Albertville')
  expect(page.words).toContain('Source : Hinaura, à jour au 21 septembre 2021, licence ODbL .')
  expect(page.html).toContain('"@type":"Organization"')
  const old = await open(addresses.structures.one({ item: `ancien-nom-${hinaura.id}` }))
  expect([old.status, old.location]).toEqual([301, hinaura.url])
})

test('a demo sheet is marked, and shows its services', async () => {
  const page = await open((await sheet('bge')).url)
  expect(page.words).toContain('Fiche de démonstration')
  expect(page.words).toMatch(/Nos services.*Couveuse : tester son activité.*Faire le point sur son idée/)
})

test('what is not published is as unknown; what is for professionals says only that', async () => {
  const { id, url } = await sheet('hinaura-0014')
  const set = (values: Partial<typeof contents.$inferInsert>) =>
    site.database.update(contents).set(values).where(eq(contents.id, id))
  const unknown = await open(addresses.structures.one({ item: '99999999' }))
  await set({ state: 'unpublished' })
  const hiddenPage = await open(url)
  expect(hiddenPage.status).toBe(404)
  expect(hiddenPage.html.replace(/nonce="[^"]*"/g, '')).toBe(unknown.html.replace(/nonce="[^"]*"/g, ''))
  expect((await open('/structures?q=alboussiere')).words).not.toContain('Espace Public Numérique Alboussière')
  await set({ state: 'published', access: 'pro' })
  const reserved = await open(addresses.structures.one({ item: `n-importe-quoi-${id}` }))
  expect(reserved.status).toBe(403)
  expect(reserved.words).not.toContain('Alboussière')
  const { browser } = await make.signedIn(site, { role: 'reader' })
  expect((await browser.get(url)).statusCode).toBe(200)
  await set({ state: 'published', access: 'public' })
})

test('services are asked by stage, theme and place; those of creation come first', async () => {
  const home = await open('/services?etape=idee&commune=Roanne')
  expect(home.words).toContain('Retirer le filtre : J’ai une idée')
  expect(home.words).toContain('Réunion d’information « Créer son entreprise »')
  expect(home.words).not.toContain('Garantie d’emprunt bancaire')
  const money = await open('/services?thematique=creer-une-entreprise--financer-son-projet&type=aide-financiere')
  expect(money.words).toContain('Microcrédit professionnel')
})

test('a service says for whom, at what cost and how; nothing of a structure that is not public', async () => {
  const [found] = await site.database
    .select({ id: contents.id, slug: contents.slug, structureId: services.structureId })
    .from(services)
    .innerJoin(contents, eq(contents.id, services.contentId))
    .where(eq(services.sourceId, 'bge-couveuse'))
  const url = addresses.services.one({ item: itemOf(found!) })
  const page = await open(url)
  expect(page.words).toMatch(/Coût Gratuit.*52 semaines.*BGE Auvergne-Rhône-Alpes.*Téléphoner, envoyer un courriel/)
  const owner = and(eq(contents.kind, 'structure'), eq(contents.id, found!.structureId))
  await site.database.update(contents).set({ state: 'unpublished' }).where(owner)
  await site.database.execute(sql`select pg_notify('pages', ${`content:${found!.structureId}`})`)
  expect((await site.browser().get(`${url}?`)).body).not.toContain('BGE Auvergne')
  await site.database.update(contents).set({ state: 'published' }).where(owner)
})

test('odd questions get a plain answer', async () => {
  for (const query of [
    'departement=zz',
    'page=-1',
    'page=1e9',
    'type=%00',
    'q=%00%27%25',
    'q=%',
    'etape=x',
    'commune=%00',
    'commune=()',
  ])
    for (const list of ['/structures', '/services']) expect((await open(`${list}?${query}`)).status, query).toBe(200)
  for (const item of ['0', 'abc', '999999999999999', 'a-b-c'])
    expect((await open(addresses.structures.one({ item }))).status).toBe(404)
})

test('suggestions and outlines are served for the browser', async () => {
  const suggestions = await site.browser().get('/communes?q=st%20etie')
  expect(suggestions.json()[0]).toEqual({ code: '42218', label: 'Saint-Étienne (42000)' })
  expect((await site.browser().get('/communes?q=%00')).json()).toEqual([])
  const outlines = await site.browser().get('/contours.json')
  expect(outlines.body.length).toBeLessThan(60_000)
  expect(outlines.json().features).toHaveLength(12)
})

test('ACC-1: a professional looks for his structure, then chooses it or keeps the name he typed', async () => {
  const browser = site.browser()
  const url = addresses.account.signUpProfessional()
  const looked = await browser.post(url, { nom: 'Zoé', structure: 'bge', structure_chercher: 'oui' })
  expect(looked.statusCode).toBe(200)
  expect(wordsOf(looked.body)).toMatch(/Votre structure est-elle ici.*BGE Auvergne-Rhône-Alpes.*garder le nom tapé/)
  expect(looked.body).toContain('value="Zoé"')
  const none = await browser.post(url, { structure: 'Chez Zoé', structure_chercher: 'oui' })
  expect(wordsOf(none.body)).toContain('Aucune structure de l’annuaire ne porte ce nom')
  const gone = await browser.post(url, { structure: 'bge', structure_choix: '99999999' })
  expect(wordsOf(gone.body)).toContain('Cette structure n’est plus dans l’annuaire')
})
