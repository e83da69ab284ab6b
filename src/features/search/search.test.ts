import { afterAll, beforeAll, expect, test } from 'vitest'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { searchContents } from './queries.ts'
import { ideasOf, searchKey } from './words.ts'

let site: TestSite
const now = Temporal.Instant.from(NOW)

beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const found = async (typed: string) => {
  const asked = { words: ideasOf(typed), typed: searchKey(typed), now }
  const { rows } = await searchContents(site.database, undefined, asked)
  return rows.map(({ title }) => title)
}

test('SEA-1: an event is found by a word of its title, without accents, in the plural, or unfinished', async () => {
  await make.event(site.database, { title: 'Construire son prévisionnel financier' })
  for (const typed of ['prévisionnel', 'PREVISIONNELS', 'prévision', 'construire']) {
    expect(await found(typed), typed).toContain('Construire son prévisionnel financier')
  }
})
