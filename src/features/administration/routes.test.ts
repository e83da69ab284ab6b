import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personDepartements } from '#features/accounts/tables.ts'
import { articleKind } from '#features/articles/routes-kind.ts'
import { auditLog } from '#features/audit/tables.ts'
import type { RevisionData } from '#features/contents/kinds.ts'
import { saveContentIn } from '#features/contents/revision-actions.ts'
import { contentAuthors } from '#features/contents/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { type Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
let site: TestSite
let admin: Browser
let here: Browser
let elsewhere: Browser
let pro: Awaited<ReturnType<typeof make.signedIn>>

beforeAll(async () => {
  site = await openSite({ now: now.toString() })
  admin = (await make.signedIn(site, { role: 'administrator' })).browser
  const [one, other] = [
    await make.signedIn(site, { role: 'animator' }),
    await make.signedIn(site, { role: 'animator' }),
  ]
  await site.database.insert(personDepartements).values([
    { personId: one.id, departement: '69' },
    { personId: other.id, departement: '74' },
  ])
  here = one.browser
  elsewhere = other.browser
  pro = await make.signedIn(site, { role: 'professional', email: 'auteur@exemple.fr' })
})
afterAll(() => site.close())

type Given = { id?: number; version?: number; presentation?: string; departements?: string[] }
async function submitted(title: string, given: Given = {}) {
  const { id, version = 1, presentation = 'Un texte.', departements = ['69'] } = given
  const actor = {
    id: pro.id,
    name: pro.name,
    email: pro.email,
    role: 'professional',
    departements: [],
    structures: [],
  } as const
  const data: RevisionData<{ subtitle: string }> = {
    content: {
      ...{ title, summary: '', presentation, presentationFormat: 'plain', access: 'public', structureId: null },
      ...{ departements, sectors: [], files: [] },
    },
    own: { subtitle: '' },
  }
  const present = id === undefined ? undefined : { id, version }
  const saving = { kind: articleKind, present, data, gesture: 'enregistrer', actor, now } as const
  const verdict = await transact(site.database, (tx) => saveContentIn(tx, saving))
  if (verdict.kind !== 'saved') throw new Error(verdict.kind)
  return verdict.id
}

const read = async (by: Browser, id: number) => (await by.get(`/admin/contenus/${id}`)).body
const act = (by: Browser, id: number, page: string, form: Record<string, string>) =>
  by.post(`/admin/contenus/${id}`, {
    ...{ submission: newKey(), revision: fieldOf(page, 'revision'), version: fieldOf(page, 'version') },
    ...form,
  })

test('ADM-1: the queue shows what waits to its judges alone, and the mail before it is sent', async () => {
  const id = await submitted('Créer dans le Rhône')
  expect(wordsOf((await admin.get('/admin')).body)).toMatch(/Contenus à valider 1/)
  expect(wordsOf((await here.get('/admin/contenus')).body)).toContain('Créer dans le Rhône')
  expect(wordsOf((await elsewhere.get('/admin/contenus')).body)).not.toContain('Créer dans le Rhône')
  expect((await elsewhere.get(`/admin/contenus/${id}`)).statusCode).toBe(404)
  expect((await pro.browser.get('/admin/contenus')).statusCode).toBe(403)
  expect((await site.browser().get('/admin')).statusCode).toBe(401)
  const page = await read(here, id)
  expect(wordsOf(page)).toContain('Le mail dira aux auteurs : « Créer dans le Rhône » est publié sur le site.')
  const bare = await act(here, id, page, { geste: 'refuse', motif: '' })
  expect(bare.statusCode).toBe(422)
  const done = await act(here, id, page, { geste: 'publish' })
  expect(done.statusCode).toBe(303)
  expect(await site.database.$count(auditLog, eq(auditLog.verb, 'content-publish'))).toBe(1)
})

test('F12: a judge who did not see the newest text gets 409 and that text; the same form twice acts once', async () => {
  const id = await submitted('Version lue')
  const page = await read(admin, id)
  await submitted('Version non lue', { id })
  const late = await act(admin, id, page, { geste: 'publish' })
  expect(late.statusCode).toBe(409)
  expect(wordsOf(late.body)).toContain('Version non lue')
  const submission = newKey()
  const again = await Promise.all([
    act(admin, id, late.body, { geste: 'publish', submission }),
    act(admin, id, late.body, { geste: 'publish', submission }),
  ])
  expect(again.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  const mails = (await site.mails()).filter(
    ({ kind, content }) => kind === 'content-published' && content?.subject.includes('non lue'),
  )
  expect(mails.length).toBe(1)
})

test('ART-3: the judge of a published article sees what changes', async () => {
  const id = await submitted('Déjà publié', { presentation: 'Gratuit le mardi.' })
  await act(admin, id, await read(admin, id), { geste: 'publish' })
  await submitted('Déjà publié', { id, version: 2, presentation: 'Payant le mardi.' })
  const page = await read(here, id)
  expect(wordsOf(page)).toContain(`Auteurs : ${pro.name}`)
  expect(wordsOf(page)).toMatch(/Publié, modification à valider depuis/)
  expect(page).toMatch(/<del>.*Gratuit<\/del>/s)
  expect(page).toMatch(/<ins>.*Payant<\/ins>/s)
})

test('ART-3: an animator sees why he does not publish a change that leaves his territory, and who does', async () => {
  const id = await submitted('Déménage')
  await act(admin, id, await read(admin, id), { geste: 'publish' })
  await submitted('Déménage', { id, version: 2, departements: ['74'] })
  const page = await read(here, id)
  expect(page).not.toContain('value="publish"')
  expect(wordsOf(page)).toContain('hors de votre territoire : un administrateur la publiera')
  expect(page).toContain('value="ask-for-changes"')
  expect((await act(here, id, page, { geste: 'publish' })).statusCode).toBe(409)
  expect((await act(admin, id, await read(admin, id), { geste: 'publish' })).statusCode).toBe(303)
})

test('ADM-2: an administrator changes the authors of several contents at once; an animator does not', async () => {
  const ids = [await submitted('Un'), await submitted('Deux')]
  const colleague = await make.person(site.database, { role: 'professional', email: 'collegue@exemple.fr' })
  const form = { contenu: ids.map(String), courriel: 'Collegue@exemple.fr', maniere: 'ajouter' }
  expect((await here.post('/admin/contenus/auteurs', { submission: newKey(), ...form })).statusCode).toBe(403)
  const done = await admin.send('/admin/contenus/auteurs', { submission: newKey(), ...form })
  expect(wordsOf(done.body)).toContain('est maintenant auteur de 2 contenus')
  expect(await site.database.$count(contentAuthors, eq(contentAuthors.personId, colleague.id))).toBe(2)
  expect((await site.mails()).filter(({ recipient }) => recipient === 'collegue@exemple.fr').length).toBe(1)
  const unknown = await admin.post('/admin/contenus/auteurs', {
    submission: newKey(),
    ...form,
    courriel: 'nul@exemple.fr',
  })
  expect(unknown.statusCode).toBe(422)
  expect(unknown.body).toMatch(/value="\d+" checked|checked[^>]*value="\d+"/)
})
