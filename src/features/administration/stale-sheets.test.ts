import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { personDepartements } from '#features/accounts/tables.ts'
import { createContentIn } from '#features/contents/actions.ts'
import { services } from '#features/services/tables.ts'
import { structures } from '#features/structures/tables.ts'
import { transact } from '#platform/database/database.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'

const fresh = Temporal.Instant.from('2026-10-05T09:00:00Z')
const old = Temporal.Instant.from('2026-01-05T09:00:00Z')
const text = { summary: '', presentation: '', access: 'public', state: 'published', authorId: null, now: old } as const
let site: TestSite

beforeAll(async () => {
  site = await openSite({ now: NOW })
  await transact(site.database, async (tx) => {
    const made = { ...text, departements: ['69'], structureId: null }
    const { id } = await createContentIn(tx, { ...made, title: 'Le Tremplin', kind: 'structure' })
    await tx.insert(structures).values({ contentId: id, searchName: 'tremplin', verifiedAt: fresh })
    for (const [title, verifiedAt] of [
      ['Prêt d’honneur', old],
      ['Atelier', fresh],
    ] as const) {
      const service = await createContentIn(tx, { ...made, title, kind: 'service', structureId: id })
      await tx
        .insert(services)
        .values({ contentId: service.id, structureId: id, searchName: title, verifiedAt, city: 'Lyon' })
    }
  })
})
afterAll(() => site.close())

const listOf = async (role: 'administrator' | 'animator', departement: string, vue: string) => {
  const { browser, id } = await make.signedIn(site, { role })
  await site.database.insert(personDepartements).values({ personId: id, departement })
  const { body } = await browser.get(addresses.admin.structures({ vue }))
  return { body, words: wordsOf(body) }
}

test('STR-5: a service that nobody checked for six months is listed by itself, its fresh structure and neighbour are not', async () => {
  const { body, words } = await listOf('administrator', '69', 'a-verifier')
  expect(words).toContain('À vérifier 1')
  expect(words).toContain('Prêt d’honneur service Lyon')
  expect(body).toMatch(/href="\/services\/pret-d-honneur-\d+"/)
  expect(words).not.toContain('Atelier')
  expect(words).not.toContain('Le Tremplin')
  expect((await listOf('animator', '69', 'a-verifier')).words).toContain('Prêt d’honneur')
  expect((await listOf('animator', '74', 'a-verifier')).words).not.toContain('Prêt d’honneur')
})

test('STR-2: a service has the authors of its structure: the structure alone is listed as without author', async () => {
  const { words } = await listOf('administrator', '69', 'sans-auteur')
  expect(words).toContain('Sans auteur 1')
  expect(words).toContain('Le Tremplin structure')
  expect(words).not.toContain('Prêt d’honneur')
})
