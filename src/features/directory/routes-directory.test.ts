import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { affiliations, people } from '#features/accounts/tables.ts'
import { auditLog } from '#features/audit/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { type Browser, wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { loadRhone } from '../../../tests/account-journey.ts'

let site: TestSite
let reader: Browser
beforeAll(async () => {
  site = await openSite({ now: NOW })
  await loadRhone(site)
  reader = (await make.signedIn(site, { role: 'reader', name: 'Louis Girard', departement: '69' })).browser
})
afterAll(() => site.close())

const LIST = addresses.directory()
const read = async (query = '') => (await reader.get(`${LIST}${query}`)).body
const professional = { role: 'professional', job: 'Conseillère création', phone: '04 65 71 00 11' } as const

test('DIR-1: a professional is there by name, function and structure; phone and address only once she shows them', async () => {
  const email = 'canari.helene@exemple.test'
  const given = {
    ...professional,
    email,
    name: 'Hélène Œuvrard',
    departement: '69',
    structureName: 'Maison des projets',
  }
  const { browser } = await make.signedIn(site, given)
  const before = await read()
  expect(wordsOf(before)).toMatch(/Hélène Œuvrard Conseillère création Maison des projets Rhône Par sa structure/)
  expect(before).not.toMatch(/canari|04 65 71/)
  expect((await browser.get(addresses.mySpace.profile())).body).toContain('Ma fiche dans l’annuaire')
  await browser.send(addresses.mySpace.directory(), { annuaire: 'oui', email: 'oui' })
  const after = await read()
  expect(after).toContain(`href="mailto:${email}"`)
  expect(after).not.toContain('04 65 71')
  await browser.send(addresses.mySpace.directory(), { annuaire: 'oui', telephone: 'oui' })
  expect(await read()).toContain('href="tel:0465710011"')
  await browser.send(addresses.mySpace.directory(), { telephone: 'oui' })
  expect(await read()).not.toContain('Œuvrard')
})

test('DIR-1: one filters by name, structure, function and département, without accents; the counts are those of what is shown', async () => {
  await make.person(site.database, {
    ...professional,
    name: 'Aïcha Benoît',
    departement: '42',
    structureName: 'Fabrique Nord',
  })
  await make.person(site.database, {
    ...professional,
    name: 'Paul Benoît',
    departement: '69',
    job: 'Chargé de mission',
  })
  const names = async (query: string) => wordsOf(await read(query)).match(/(Aïcha|Paul) Benoît/g) ?? []
  expect(await names('?q=benoit')).toEqual(['Aïcha Benoît', 'Paul Benoît'])
  expect(await names('?q=benoit+AICHA')).toEqual(['Aïcha Benoît'])
  expect(await names('?structure=fabrique')).toEqual(['Aïcha Benoît'])
  expect(await names('?fonction=charge')).toEqual(['Paul Benoît'])
  expect(await names('?departement=42')).toEqual(['Aïcha Benoît'])
  expect(wordsOf(await read('?q=benoit&departement=42'))).toContain('1 personne')
  expect(wordsOf(await read('?q=%25&fonction=_'))).toContain('personnes')
  expect(wordsOf(await read('?q=zzzz'))).toContain('Personne ne répond à ces filtres')
})

test('DIR-1: only professionals who were validated, whose account is active, are there', async () => {
  await make.person(site.database, { name: 'Canari Createur' })
  await make.person(site.database, { name: 'Canari Attente', professionalState: 'pending' })
  await make.person(site.database, { ...professional, name: 'Canari Suspendue', state: 'suspended' })
  await make.person(site.database, { name: 'Canari Administrateur', role: 'administrator' })
  expect(await read('?q=canari')).not.toMatch(/Canari (Createur|Attente|Suspendue|Administrateur)/)
})

test('DIR-1: the structure is the one she belongs to, with its sheet; a hidden one is not named', async () => {
  const { id } = await make.person(site.database, {
    ...professional,
    name: 'Nadia Petit',
    structureName: 'Typé à la main',
  })
  const event = await make.event(site.database, { title: 'Agence de l’avenir' })
  await site.database.update(contents).set({ kind: 'structure' }).where(eq(contents.id, event.id))
  await site.database
    .insert(affiliations)
    .values({ personId: id, structureId: event.id, since: Temporal.Instant.from(NOW) })
  const body = await read('?structure=avenir')
  expect(wordsOf(body)).toMatch(/Nadia Petit Conseillère création Agence de l’avenir/)
  expect(body).toContain(`href="${addresses.structures.one({ item: itemOf(event) })}"`)
  await site.database.update(contents).set({ state: 'unpublished' }).where(eq(contents.id, event.id))
  expect(wordsOf(await read('?structure=avenir'))).not.toContain('Nadia Petit')
  expect(wordsOf(await read('?q=nadia'))).toContain('Typé à la main')
})

test('DIR-1: signed out 401, a creator 403, and no name of anybody', async () => {
  await make.person(site.database, { ...professional, name: 'Canari Sophie' })
  const creator = (await make.signedIn(site)).browser
  for (const [browser, status] of [
    [site.browser(), 401],
    [creator, 403],
  ] as const) {
    const answer = await browser.get(`${LIST}?q=canari`)
    expect([answer.statusCode, /Canari Sophie/.test(answer.body)]).toEqual([status, false])
  }
  expect((await creator.post(addresses.mySpace.directory(), { annuaire: 'oui' })).statusCode).toBe(403)
  expect((await creator.get(addresses.mySpace.profile())).body).not.toContain('Ma fiche dans l’annuaire')
})

test('DIR-1: sixty pages a minute for an account, each noted without a name; a page costs five statements at most', async () => {
  const greedy = await make.signedIn(site, professional)
  await greedy.browser.get(LIST)
  const before = site.database.statements()
  const page = await greedy.browser.get(`${LIST}?q=benoit`)
  expect([page.statusCode, site.database.statements() - before]).toEqual([200, expect.toSatisfy((n) => n <= 5)])
  for (let count = 2; count < 60; count++) await greedy.browser.get(`${LIST}?page=${(count % 3) + 1}`)
  const refused = await greedy.browser.get(LIST)
  expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true])
  expect(wordsOf(refused.body)).toContain('beaucoup de pages de l’annuaire')
  expect(refused.body).not.toContain('Benoît')
  expect((await reader.get(LIST)).statusCode).toBe(200)
  const lines = await site.database.select().from(auditLog).where(eq(auditLog.actorId, greedy.id))
  const verbs = Map.groupBy(lines, ({ verb }) => verb)
  expect([...verbs.keys(), verbs.get('directory-read')?.length]).toEqual(['directory-read', 60])
  expect(JSON.stringify(lines)).not.toMatch(/benoit/i)
  site.at('2026-11-24T09:01:01Z')
  expect((await greedy.browser.get(LIST)).statusCode).toBe(200)
  site.at(NOW)
})

test('DIR-1: naughty filters get an answer', async () => {
  for (const typed of ['%00', "'", '%F0%9F%A7%91', '%ED%A0%80', 'a'.repeat(10_000), '\\', '%25%5F'])
    for (const name of ['q', 'structure', 'fonction', 'departement', 'page'])
      expect((await reader.get(`${LIST}?${name}=${typed}`)).statusCode).toBeLessThan(500)
  expect(await site.database.$count(people)).toBeGreaterThan(0)
})
