import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { files } from '#features/files/tables.ts'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '#tests/browser.ts'
import { formFieldsOf } from '#tests/form-fields.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { projectFiles } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const { projects } = addresses

async function sentFile(ownerId: number, name: string): Promise<string> {
  const kind = { mediaType: 'text/plain', kind: 'document', state: 'ready', bytes: 3 } as const
  const place = { key: newKey(), sha256: newKey(), storageKey: `files/${newKey()}` }
  await site.database.insert(files).values({ ...place, ...kind, name, ownerId, createdAt: Temporal.Instant.from(NOW) })
  return place.key
}

test('R12: what one window of a sheet joined and chose, the other is shown, and does not take away unasked', async () => {
  const { browser, id } = await make.signedIn(site)
  const fresh = formFieldsOf((await browser.get(projects.new())).body, projects.new())
  const made = await browser.post(projects.new(), { ...fresh, nom: 'La Fournée', geste: 'enregistrer' })
  const project = Number(String(made.headers.location).split('/').at(-1))
  const edit = projects.edit({ project })
  const [one, other] = [
    formFieldsOf((await browser.get(edit)).body, edit),
    formFieldsOf((await browser.get(edit)).body, edit),
  ]
  const key = await sentFile(id, 'Devis du four.txt')
  const joined = { ...one, 'documents.cle': key, etape: 'launch', geste: 'enregistrer' }
  expect((await browser.post(edit, joined)).statusCode).toBe(303)
  const conflict = await browser.post(edit, { ...other, idea: 'Du pain', geste: 'enregistrer' })
  expect(conflict.statusCode).toBe(409)
  expect(wordsOf(conflict.body)).toContain('Devis du four.txt')
  expect(wordsOf(conflict.body)).toContain('Étape, dans l’autre fenêtre')
  const again = formFieldsOf(conflict.body, edit)
  expect((await browser.post(edit, { ...again, geste: 'enregistrer' })).statusCode).toBe(303)
  expect(await site.database.$count(projectFiles, eq(projectFiles.projectId, project))).toBe(1)
  expect(wordsOf((await browser.get(projects.one({ project }))).body)).toContain('Du pain')
})
