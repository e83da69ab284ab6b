import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#features/accounts/actor.ts'
import { articleKind } from '#features/articles/routes-kind.ts'
import { transact } from '#platform/database/database.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { fileParents } from './file-queries.ts'
import type { RevisionData } from './kinds.ts'
import { saveContentIn } from './revision-actions.ts'
import { contentRevisions } from './revision-tables.ts'
import { contents } from './tables.ts'

const now = Temporal.Instant.from(NOW)
let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const actor = async (role: Actor['role'], departements: string[] = []): Promise<Actor> => {
  const { id, name, email } = await make.person(site.database, { role })
  return { id, name, email, role, departements, structures: [] }
}

const data: RevisionData<{ subtitle: string }> = {
  content: {
    ...{ title: 'Créer', summary: 'Un résumé.', presentation: 'Un texte.', presentationFormat: 'plain' },
    ...{ access: 'public', departements: ['69'], sectors: [], files: [], structureId: null },
  },
  own: { subtitle: '' },
}

test('RES-5: the file of a change that waits is read by its judges, until the content is binned', async () => {
  const [author, animator] = [await actor('professional'), await actor('animator', ['69'])]
  const save = { kind: articleKind, present: undefined, data, gesture: 'enregistrer', actor: author, now } as const
  const saved = await transact(site.database, (tx) => saveContentIn(tx, save))
  const id = saved.kind === 'saved' ? saved.id : 0
  const fileId = 12
  const change = { ...data, content: { ...data.content, files: [{ fileId, role: 'attached' }] } } as RevisionData
  await site.database
    .insert(contentRevisions)
    .values({ contentId: id, number: 2, state: 'pending', data: change, authorId: author.id, createdAt: now })
  const readers = async (state: 'published' | 'trashed') => {
    await site.database.update(contents).set({ state, publishedAt: now }).where(eq(contents.id, id))
    return [
      await fileParents.mayReadOne(site.database, fileId, animator),
      await fileParents.mayReadOne(site.database, fileId, author),
    ]
  }
  expect(await readers('published')).toEqual([true, true])
  expect(await readers('trashed')).toEqual([false, true])
})
