import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { contents } from '#features/contents/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { favourites } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T10:00:00Z' })
})
afterAll(() => site.close())

const LIST = addresses.mySpace.favourites()

test('ESP-2: what is kept at the foot of a page is found in « Mes favoris », by kind, until it is taken off', async () => {
  const { browser, id } = await make.signedIn(site)
  const event = await make.event(site.database, { title: 'Atelier du prévisionnel' })
  const page = addresses.events.one({ item: itemOf(event) })
  expect((await browser.get(page)).body).toContain('Garder dans mon espace')
  const form = { garder: 'oui', retour: page }
  const kept = await browser.post(addresses.contents.keep({ content: event.id }), form)
  expect([kept.statusCode, kept.headers.location]).toEqual([303, page])
  const after = await browser.get(page)
  expect(wordsOf(after.body)).toContain('C’est gardé : vous le retrouverez dans « Mes favoris ».')
  expect(after.body).toContain('Retirer de mon espace')
  await browser.post(addresses.contents.keep({ content: event.id }), form)
  expect(await site.database.$count(favourites, eq(favourites.personId, id))).toBe(1)
  expect(wordsOf((await browser.get(LIST)).body)).toMatch(/Tout 1 Évènements 1 .*Atelier du prévisionnel/)
  expect(wordsOf((await browser.get(`${LIST}?type=evenement`)).body)).toContain('Atelier du prévisionnel')
  expect(wordsOf((await browser.get(`${LIST}?type=article`)).body)).toContain('Rien de gardé ici')
  await browser.post(addresses.contents.keep({ content: event.id }), { garder: 'non', retour: LIST })
  expect(wordsOf((await browser.get(LIST)).body)).not.toContain('Atelier du prévisionnel')
})

test('ESP-2: what is no longer online is said without its title, and may still be taken off', async () => {
  const { browser } = await make.signedIn(site)
  const event = await make.event(site.database, { title: 'Canari du soir' })
  await browser.post(addresses.contents.keep({ content: event.id }), { garder: 'oui', retour: '/' })
  await site.database.update(contents).set({ state: 'unpublished' }).where(eq(contents.id, event.id))
  const { body } = await browser.get(LIST)
  expect(wordsOf(body)).toContain('n’est plus en ligne')
  expect(body).not.toMatch(/canari/i)
  expect(wordsOf((await browser.get(`${LIST}?type=evenement`)).body)).not.toContain('n’est plus en ligne')
  await browser.post(addresses.contents.keep({ content: event.id }), { garder: 'non', retour: LIST })
  expect(wordsOf((await browser.get(LIST)).body)).not.toContain('n’est plus en ligne')
})

test('ESP-2: what one may not read is not kept, and answers like an unknown number', async () => {
  const { browser, id } = await make.signedIn(site)
  const draft = await make.event(site.database, { state: 'draft' })
  const pro = await make.event(site.database, { access: 'pro' })
  for (const content of [draft.id, pro.id, 999_999_999, '1e3', '']) {
    const answer = await browser.post(`/contenus/${content}/favori`, { garder: 'oui', retour: '/' })
    expect([content, answer.statusCode]).toEqual([content, 404])
  }
  expect(await site.database.$count(favourites, eq(favourites.personId, id))).toBe(0)
})

test('ESP-2: signed out, the button leads to the sign-in page; nobody is led to another site', async () => {
  const event = await make.event(site.database)
  const anybody = site.browser()
  expect((await anybody.get(addresses.events.one({ item: itemOf(event) }))).body).toContain('Garder dans mon espace')
  const asked = await anybody.post(addresses.contents.keep({ content: event.id }), { garder: 'oui', retour: '/' })
  expect(asked.statusCode).toBe(401)
  const { browser } = await make.signedIn(site)
  const away = { garder: 'oui', retour: '//ailleurs.example' }
  const answer = await browser.post(addresses.contents.keep({ content: event.id }), away)
  expect(answer.headers.location).toBe('/')
})

test('ESP-2: each person has her own; a page of the list costs five statements at most', async () => {
  const one = await make.signedIn(site)
  const other = await make.signedIn(site)
  for (let count = 0; count < 26; count++) {
    const event = await make.event(site.database, { title: `Rendez-vous ${count}` })
    await one.browser.post(addresses.contents.keep({ content: event.id }), { garder: 'oui', retour: '/' })
  }
  expect(wordsOf((await other.browser.get(LIST)).body)).toContain('Rien de gardé ici')
  const before = site.database.statements()
  const first = await one.browser.get(LIST)
  expect(site.database.statements() - before).toBeLessThanOrEqual(5)
  expect(first.body.match(/class="card"/g)).toHaveLength(24)
  expect((await one.browser.get(`${LIST}?page=2`)).body.match(/class="card"/g)).toHaveLength(2)
})
