import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { itemOf } from '#addresses'
import { affiliations, personDepartements } from '#features/accounts/tables.ts'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { services } from '#features/services/tables.ts'
import { allPlaces } from '#features/territory/queries.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { loadRhone } from '#tests/account-journey.ts'
import { type Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { saveStructuresIn } from './import-actions.ts'
import { readStructure } from './import-rules.ts'
import { structures } from './tables.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
let site: TestSite
let admin: Browser
let animator: Browser
let pro: { browser: Browser; id: number; email: string; name: string }

beforeAll(async () => {
  site = await openSite({ now: now.toString() })
  await loadRhone(site)
  admin = (await make.signedIn(site, { role: 'administrator', email: 'admin@exemple.fr' })).browser
  const judge = await make.signedIn(site, { role: 'animator', email: 'ici@exemple.fr' })
  await site.database.insert(personDepartements).values({ personId: judge.id, departement: '69' })
  animator = judge.browser
  pro = await make.signedIn(site, { role: 'professional', email: 'pro@exemple.fr', name: 'Zoé Martin' })
})
afterAll(() => site.close())

const raw = (id: string, name: string, phone: string) => ({
  ...{ id, name, summary: '', presentation: `${name} accompagne.`, acronym: '', siret: '', networks: [], kinds: [] },
  ...{ audiences: [], phone, email: '', website: '', openingHours: '', accessibilityUrl: '', street: '1 rue Neuve' },
  ...{ addressNote: '', postalCode: '69003', city: 'Lyon', communeCode: '', latitude: '', longitude: '' },
  ...{ source: 'dora', sourceDate: '', sourceUrl: '' },
})

/** Imports a sheet as a source gives it; returns its content. */
async function imported(id: string, name: string, phone = '04 72 00 00 00') {
  const places = await allPlaces(site.database)
  const origin = { source: 'dora', licence: 'lov2', date: null, places } as const
  const { sheet } = readStructure(raw(id, name, phone), origin)
  if (sheet === undefined) throw new Error('not a sheet')
  const whole = { ...sheet, departements: ['69'], departementCode: '69' }
  await transact(site.database, (tx) => saveStructuresIn(tx, [whole], { source: 'dora', demo: false, now }))
  const [found] = await site.database
    .select({ id: contents.id, slug: contents.slug, title: contents.title })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .where(eq(structures.sourceId, id))
  if (found === undefined) throw new Error('not imported')
  return { ...found, url: `/structures/${itemOf(found)}` }
}

const authored = async (contentId: number, personId = pro.id) => {
  await site.database.insert(contentAuthors).values({ contentId, personId, since: now }).onConflictDoNothing()
}

const form = (version: string, more: Record<string, string | string[]> = {}) => ({
  ...{ submission: newKey(), version, geste: 'enregistrer', nom: 'Le Tremplin', departements: ['69'] },
  ...{ rue: '1 rue Neuve', code_postal: '69003', ville: 'Lyon', telephone: '04 72 00 00 00' },
  ...more,
})

const sheetOf = async (id: number) => {
  const [row] = await site.database.select().from(structures).where(eq(structures.contentId, id))
  const [content] = await site.database.select().from(contents).where(eq(contents.id, id))
  return { ...content, ...row }
}

test('STR-3: an author edits his structure: it is public at once, with its history and the way back', async () => {
  const sheet = await imported('s1', 'Le Tremplin')
  await authored(sheet.id)
  const page = await pro.browser.get(`${sheet.url}/modifier`)
  expect(page.statusCode).toBe(200)
  const version = fieldOf(page.body, 'version')
  const answer = await pro.browser.send(
    `${sheet.url}/modifier`,
    form(version, { telephone: '0472111111', sigle: 'LT' }),
  )
  expect(wordsOf(answer.body)).toContain('La fiche est enregistrée : elle est publiée.')
  expect(await sheetOf(sheet.id)).toMatchObject({ phone: '04 72 11 11 11', acronym: 'LT', state: 'published' })
  expect(wordsOf((await site.browser().get(sheet.url)).body)).toContain('04 72 11 11 11')
  const history = await pro.browser.get(`${sheet.url}/historique?version=2`)
  expect(wordsOf(history.body)).toContain('Ce qui change depuis la version 1.')
  expect(wordsOf(history.body)).toContain('Le site (import)')
  const first = await pro.browser.get(`${sheet.url}/historique?version=1`)
  const revision = fieldOf(first.body, 'revision')
  await pro.browser.post(`${sheet.url}/historique`, {
    submission: newKey(),
    revision,
    version: fieldOf(first.body, 'version'),
  })
  expect(await sheetOf(sheet.id)).toMatchObject({ phone: '04 72 00 00 00', acronym: '' })
})

test('STR-1: an import leaves alone what a member edited, field by field', async () => {
  const sheet = await imported('s2', 'La Fabrique')
  await authored(sheet.id)
  const page = await pro.browser.get(`${sheet.url}/modifier`)
  await pro.browser.post(
    `${sheet.url}/modifier`,
    form(fieldOf(page.body, 'version'), { nom: 'La Fabrique', telephone: '0472222222' }),
  )
  expect((await sheetOf(sheet.id)).editedFields).toContain('phone')
  expect((await sheetOf(sheet.id)).editedFields).not.toContain('title')
  await imported('s2', 'La Fabrique nouvelle', '04 72 99 99 99')
  expect(await sheetOf(sheet.id)).toMatchObject({ phone: '04 72 22 22 22', title: 'La Fabrique nouvelle' })
})

test('R12: two editors: the second gets 409, with both texts, and may keep his own', async () => {
  const sheet = await imported('s3', 'Le Rebond')
  await authored(sheet.id)
  const { version } = await sheetOf(sheet.id)
  await admin.post(`${sheet.url}/modifier`, form(String(version), { nom: 'Le Rebond', telephone: '0472333333' }))
  const late = await pro.browser.post(
    `${sheet.url}/modifier`,
    form(String(version), { nom: 'Le Rebond', horaires: 'Lundi' }),
  )
  expect(late.statusCode).toBe(409)
  expect(wordsOf(late.body)).toContain('Deux textes à rapprocher')
  expect(late.body).toContain('33')
  expect(late.body).toContain('Lundi')
  const again = form(fieldOf(late.body, 'version'), { nom: 'Le Rebond', horaires: 'Lundi' })
  expect((await pro.browser.post(`${sheet.url}/modifier`, again)).statusCode).toBe(303)
})

test('STR-6: hours of a source are typed as they are read, and keep its form until somebody changes them', async () => {
  const sheet = await imported('s8', 'Le Cadran')
  await authored(sheet.id)
  const ofSource = 'Mo-Fr 09:00-12:00,14:00-17:00'
  await site.database.update(structures).set({ openingHours: ofSource }).where(eq(structures.contentId, sheet.id))
  const page = await pro.browser.get(`${sheet.url}/modifier`)
  const read = 'Lundi – vendredi : 9 h – 12 h, 14 h – 17 h'
  expect(page.body).toContain(`${read}</textarea>`)
  const first = form(fieldOf(page.body, 'version'), { nom: 'Le Cadran', horaires: read })
  expect((await pro.browser.post(`${sheet.url}/modifier`, first)).statusCode).toBe(303)
  expect(await sheetOf(sheet.id)).toMatchObject({ openingHours: ofSource })
  const { version } = await sheetOf(sheet.id)
  await pro.browser.post(`${sheet.url}/modifier`, form(String(version), { nom: 'Le Cadran', horaires: 'Le lundi' }))
  expect(await sheetOf(sheet.id)).toMatchObject({ openingHours: 'Le lundi' })
})

test('STR-3: in the history, the text of an import bears the day it came, not that of the first change', async () => {
  const sheet = await imported('s10', 'La Mémoire')
  await authored(sheet.id)
  const came = Temporal.Instant.from('2026-03-02T08:00:00Z')
  await site.database.update(contents).set({ updatedAt: came }).where(eq(contents.id, sheet.id))
  const { version } = await sheetOf(sheet.id)
  await pro.browser.post(`${sheet.url}/modifier`, form(String(version), { nom: 'La Mémoire' }))
  expect(wordsOf((await pro.browser.get(`${sheet.url}/historique`)).body)).toMatch(/02\/03\/2026.* Le site \(import\)/)
})

test('STR-4, RES-4: the buttons that save nothing show their part of the form again, not its top', async () => {
  const sheet = await imported('s9', 'Le Retour')
  await authored(sheet.id)
  const { body } = await pro.browser.get(`${sheet.url}/modifier`)
  for (const part of ['services', 'place-image', 'place-fichiers']) {
    expect(body).toContain(`id="${part}"`)
    expect(body).toContain(`formaction="#${part}"`)
  }
})

test('STR-2: one asks to manage a sheet, its judges answer, and the author’s rights begin at once', async () => {
  const sheet = await imported('s4', 'La Pépinière')
  const asking = await make.signedIn(site, { role: 'professional', email: 'demande@exemple.fr', name: 'Ana Diaz' })
  expect((await asking.browser.get(`${sheet.url}/modifier`)).statusCode).toBe(403)
  expect(wordsOf((await site.browser().get(sheet.url)).body)).toContain('demander à gérer cette fiche')
  expect((await site.browser().get(`${sheet.url}/demandes`)).statusCode).toBe(401)
  await asking.browser.post(`${sheet.url}/demandes`, { submission: newKey(), message: 'Conseillère' })
  await asking.browser.post(`${sheet.url}/demandes`, { submission: newKey(), message: 'Encore' })
  const told = (await site.mails()).filter(({ kind }) => kind === 'author-request').map(({ recipient }) => recipient)
  expect(told.sort()).toEqual(['admin@exemple.fr', 'ici@exemple.fr'])
  const queue = await animator.get('/admin/structures')
  expect(wordsOf(queue.body)).toContain('Ana Diaz')
  const [, id = ''] = /demandes\/(\d+)\/validation/.exec(queue.body) ?? []
  const accepted = await animator.post(`/admin/structures/demandes/${id}/validation`, { submission: newKey() })
  expect(accepted.statusCode).toBe(303)
  const late = await admin.post(`/admin/structures/demandes/${id}/refus`, { submission: newKey(), motif: 'Non.' })
  expect(late.statusCode).toBe(409)
  expect((await asking.browser.get(`${sheet.url}/modifier`)).statusCode).toBe(200)
})

test('STR-2: an author invites a colleague, who joins by the button; another account does not', async () => {
  const sheet = await imported('s5', 'Le Labo')
  await authored(sheet.id)
  await pro.browser.post(`${sheet.url}/auteurs`, {
    submission: newKey(),
    geste: 'inviter',
    courriel: 'collegue@exemple.fr',
  })
  const mail = (await site.mails()).find(({ kind }) => kind === 'author-invited')
  const [, link = ''] = /localhost:3000(\/invitations\/[a-z2-7]{26})/.exec(JSON.stringify(mail?.content)) ?? []
  const stranger = await make.signedIn(site, { role: 'professional', email: 'autre@exemple.fr' })
  expect((await stranger.browser.post(link, { submission: newKey() })).statusCode).not.toBe(303)
  const colleague = await make.signedIn(site, { role: 'professional', email: 'collegue@exemple.fr' })
  expect((await colleague.browser.get(link)).statusCode).toBe(200)
  expect(await site.database.$count(contentAuthors, eq(contentAuthors.contentId, sheet.id))).toBe(1)
  expect((await colleague.browser.post(link, { submission: newKey() })).statusCode).toBe(303)
  expect((await colleague.browser.get(`${sheet.url}/modifier`)).statusCode).toBe(200)
  expect(await site.database.$count(affiliations, eq(affiliations.structureId, sheet.id))).toBe(1)
  expect((await colleague.browser.get(link)).statusCode).toBe(404)
})

test('STR-4: a member creates services under his structure, puts them in order and takes one off the sheet', async () => {
  const sheet = await imported('s6', 'Le Quai')
  await authored(sheet.id)
  const create = (titre: string) =>
    pro.browser.post('/services/ajouter', {
      submission: newKey(),
      titre,
      structure: String(sheet.id),
      geste: 'enregistrer',
    })
  expect((await create('Atelier un')).statusCode).toBe(303)
  expect((await create('Atelier deux')).statusCode).toBe(303)
  const rows = await site.database
    .select()
    .from(services)
    .where(eq(services.structureId, sheet.id))
    .orderBy(services.rank)
  const [one, two] = rows.map(({ contentId }) => String(contentId))
  const page = await pro.browser.get(`${sheet.url}/modifier`)
  expect(wordsOf(page.body)).toContain('Ajouter un autre élément')
  const base = { nom: 'Le Quai', 'service.0': one ?? '', 'service.1': two ?? '' }
  const version = fieldOf(page.body, 'version')
  const moved = await pro.browser.post(
    `${sheet.url}/modifier`,
    form(version, { ...base, geste: 'descendre-service.0' }),
  )
  expect(moved.statusCode).toBe(200)
  expect(fieldOf(moved.body, 'service.0')).toBe(two)
  await pro.browser.post(`${sheet.url}/modifier`, form(version, { ...base, 'service.0': two ?? '', 'service.1': '' }))
  const shown = wordsOf((await site.browser().get(sheet.url)).body)
  expect(shown).toContain('Atelier deux')
  expect(shown).not.toContain('Atelier un')
  const kept = await site.database.$count(services, eq(services.structureId, sheet.id))
  expect(kept).toBe(2)
  const stolen = await imported('s7', 'Ailleurs')
  const denied = await pro.browser.post('/services/ajouter', {
    submission: newKey(),
    titre: 'X',
    structure: String(stolen.id),
  })
  expect(denied.statusCode).toBe(422)
})

test('STR-3: a judge creates a sheet, which is its own; a professional asks for one', async () => {
  expect((await pro.browser.get('/structures/ajouter')).statusCode).toBe(403)
  const made = await admin.post('/structures/ajouter', form('0', { nom: 'La Nouvelle' }))
  expect(made.statusCode).toBe(303)
  const [row] = await site.database.select().from(contents).where(eq(contents.title, 'La Nouvelle'))
  expect(row).toMatchObject({ state: 'published', structureId: row?.id, version: 1 })
  const page = await admin.get(`${made.headers.location}/modifier`)
  await admin.post(
    `${made.headers.location}/modifier`,
    form(fieldOf(page.body, 'version'), { nom: 'La Nouvelle', sigle: 'N' }),
  )
  const history = await admin.get(`${made.headers.location}/historique`)
  expect(wordsOf(history.body)).not.toContain('Le site (import)')
  expect(wordsOf(history.body)).toContain('Version 2')
})
