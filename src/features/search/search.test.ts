import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { contents } from '#features/contents/tables.ts'
import { KIND_TEXTS as EVENT_KINDS } from '#features/events/texts.ts'
import { KIND_TEXTS as RESOURCE_KINDS } from '#features/resources/texts.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { learnSearchWords } from './jobs.ts'
import { answerQuestion } from './question-queries.ts'
import { searchEntries } from './tables.ts'
import { searchKey } from './words.ts'

let site: TestSite
const now = Temporal.Instant.from(NOW)
const PRO = { id: 1, name: 'Pro', email: 'pro@exemple.test', role: 'reader', departements: [], structures: [] } as const

beforeAll(async () => {
  site = await openSite({ now: NOW })
  await loadTerritory(site.database, now)
})
afterAll(() => site.close())
beforeEach(async () => void (await site.database.execute(sql`truncate contents cascade`)))

const answer = (typed: string, person?: typeof PRO, exact = false) =>
  answerQuestion(site.database, person, { typed, exact, place: undefined, filters: {}, limit: 20, offset: 0, now })
const titles = async (typed: string, person?: typeof PRO) =>
  (await answer(typed, person)).rows.map(({ title }) => title)

describe('SEA-1: an event is found', () => {
  test.each(['prévisionnel', 'PREVISIONNELS', 'prévision', 'construire', 'business plan', 'atelier', 'lyon'])(
    'by « %s »',
    async (typed) => {
      await make.event(site.database, { title: 'Construire son prévisionnel financier' })
      expect(await titles(typed)).toContain('Construire son prévisionnel financier')
    },
  )
})

describe('SEA-1: the index follows', () => {
  const entries = () => site.database.$count(searchEntries)
  test('a draft is not in it, nor what is taken offline; a new title replaces the old one', async () => {
    await make.event(site.database, { title: 'Brouillon', state: 'draft' })
    expect(await entries()).toBe(0)
    const { id } = await make.event(site.database, { title: 'Ancien titre' })
    expect(await titles('ancien titre')).toEqual(['Ancien titre'])
    await site.database.update(contents).set({ title: 'Nouvelle annonce' }).where(eq(contents.id, id))
    expect(await titles('ancien titre')).toEqual([])
    expect(await titles('nouvelle annonce')).toEqual(['Nouvelle annonce'])
    await site.database.update(contents).set({ state: 'unpublished' }).where(eq(contents.id, id))
    expect(await entries()).toBe(0)
  })
  test('words of codes are those of the screens', async () => {
    for (const [code, text] of Object.entries({ ...EVENT_KINDS, ...RESOURCE_KINDS })) {
      const { rows } = await site.database.execute<{ said: string }>(
        sql`select search_fold(search_kind_words(${code})) as said`,
      )
      expect(rows[0]?.said, code).toBe(searchKey(text))
    }
  })
})

describe('SEA-1: what was mistyped is mended, and said', () => {
  test('« prévisionel » finds « prévisionnel », unless one wants exactly that', async () => {
    await make.event(site.database, { title: 'Construire son prévisionnel' })
    await learnSearchWords(site.database)
    expect(await answer('prévisionel')).toMatchObject({ mended: 'previsionnel', total: 1 })
    expect(await answer('prévisionel', undefined, true)).toMatchObject({ mended: undefined, total: 0 })
    const { body } = await site.browser().get(addresses.search({ q: 'prévisionel' }))
    expect(body.replace(/\s+/g, ' ')).toContain('vous avez écrit « prévisionel »')
  })
  test('a word of hidden contents alone is never proposed, even learnt while it was public', async () => {
    const hidden = await make.event(site.database, { title: 'Zorglubique', access: 'pro' })
    await learnSearchWords(site.database)
    expect(await answer('zorglubiqe')).toMatchObject({ mended: undefined, total: 0 })
    await site.database.update(contents).set({ access: 'public' }).where(eq(contents.id, hidden.id))
    await learnSearchWords(site.database)
    expect(await answer('zorglubiqe')).toMatchObject({ mended: 'zorglubique', total: 1 })
    await site.database.update(contents).set({ access: 'pro' }).where(eq(contents.id, hidden.id))
    expect(await answer('zorglubiqe')).toMatchObject({ mended: undefined, total: 0 })
    expect(await titles('zorglubique')).toEqual([])
    expect(await titles('zorglubique', PRO)).toEqual(['Zorglubique'])
  })
})

describe('SEA-1: near a place', () => {
  const roanne = { communeCode: '42187', departementCode: '42', latitude: 46.036, longitude: 4.068, city: 'Roanne' }
  test('« permanence à Roanne », even « Roane »: the nearest first, with its distance', async () => {
    await make.event(site.database, { title: 'Permanence de Lyon', event: { latitude: 45.76, longitude: 4.83 } })
    await make.event(site.database, { title: 'Permanence du Roannais', event: roanne })
    await learnSearchWords(site.database)
    for (const typed of ['permanence à Roanne', 'permanence à Roane']) {
      const { rows, place } = await answer(typed)
      expect(place?.name, typed).toBe('Roanne')
      expect(rows.map(({ title }) => title)).toEqual(['Permanence du Roannais', 'Permanence de Lyon'])
      expect(rows[0]?.distance).toBeLessThan(3)
    }
  })
})

describe('SEA-1: the page', () => {
  test('costs five statements at most, mistyped and signed in too', async () => {
    await make.event(site.database, { title: 'Construire son prévisionnel' })
    await learnSearchWords(site.database)
    const { browser } = await make.signedIn(site)
    const addressesAsked = [
      { q: 'prévisionnel à Lyon' },
      { q: 'prévisionel' },
      { q: 'atelier', pres: 'Roanne', type: 'evenement' },
    ]
    for (const query of addressesAsked) {
      await browser.get(addresses.search(query))
      const before = site.database.statements()
      await browser.get(addresses.search(query))
      expect(site.database.statements() - before, JSON.stringify(query)).toBeLessThanOrEqual(5)
    }
  })
  test('counts each choice; a filter that leaves nothing says what to do', async () => {
    await make.event(site.database, { title: 'Construire son prévisionnel' })
    const { body } = await site.browser().get(addresses.search({ q: 'prévisionnel' }))
    expect(body).toContain('Évènements (1)')
    expect(body).toContain('<mark>prévisionnel</mark>')
    const none = await site.browser().get(addresses.search({ q: 'prévisionnel', type: 'article' }))
    expect(none.body).toContain('Chercher sans filtre')
  })
  test.each([
    '\0',
    '%',
    '_',
    `'; drop table contents; --`,
    'a & b | !(c:*)',
    '👩‍👩‍👧',
    'é'.repeat(10_000),
    '<b>',
    '\ud800',
    '""',
  ])('B1: « %j » is answered', async (typed) => {
    const { statusCode, body } = await site
      .browser()
      .get(`${addresses.search()}?q=${encodeURIComponent(typed.toWellFormed())}`)
    expect(statusCode).toBe(200)
    expect(body).not.toContain('<b>')
  })
})
