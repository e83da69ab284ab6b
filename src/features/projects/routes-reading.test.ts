import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { canvases, canvasVersions } from '#features/canvas/tables.ts'
import { hours } from '#kernel/time'
import { wordsOf } from '#tests/browser.ts'
import { NOW } from '#tests/make.ts'
import { makeEntrusted } from '#tests/proofs/access-world-of-projects.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { glassOpenings, projectAdvisers, projectComments, projects as projectTable } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const { projects } = addresses
const now = Temporal.Instant.from(NOW)

async function scene() {
  const { creator, adviser, made } = await makeEntrusted(site)
  return { creator, adviser, made, of: { project: made.id } }
}

const said = (projectId: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ projectId, authorPart: 'adviser' as const, subject: `Objet n° ${index}.`, body: 'Un avis' },
    createdAt: now.add({ minutes: index + 1 }),
  }))

test('PRJ-6: a journal of five thousand lines is read page by page to its first line, by as many statements each', async () => {
  const { adviser, of, made } = await scene()
  await site.database.insert(projectComments).values(said(made.id, 5000))
  const first = await adviser.browser.get(projects.journal(of))
  expect(wordsOf(first.body)).toContain('Objet n° 4999.')
  expect(wordsOf(first.body)).not.toContain('Objet n° 4899.')
  const second = await adviser.browser.get(projects.journal(of, { page: 2 }))
  expect(wordsOf(second.body)).toContain('Objet n° 4899.')
  expect(first.body).toContain(`${projects.journal(of)}?page=2`)
  const before = site.database.statements()
  const last = await adviser.browser.get(projects.journal(of, { page: 51 }))
  expect(site.database.statements() - before).toBeLessThanOrEqual(6)
  expect(wordsOf(last.body)).toContain('Fiche projet commencée')
  expect(last.body).not.toContain('page=52')
})

test('PRJ-6: the last versions of an old canvas come before the first ones of a new one', async () => {
  const { creator, of, made } = await scene()
  const boards = await site.database.select().from(canvases).where(eq(canvases.projectId, made.id))
  const old = boards.find(({ number }) => number === 1)?.id ?? 0
  const recent = boards.find(({ number }) => number === 2)?.id ?? 0
  await site.database
    .update(canvases)
    .set({ createdAt: now.add({ minutes: 1 }) })
    .where(eq(canvases.id, recent))
  const versions = Array.from({ length: 300 }, (_, index) => ({
    ...{ canvasId: recent, number: index + 1, reason: 'kept' as const, notes: [], label: `Essai ${index}` },
    madeAt: now.add({ minutes: index + 2 }),
  }))
  await site.database.insert(canvasVersions).values(versions)
  const final = { canvasId: old, number: 400, reason: 'kept' as const, notes: [], label: 'La toute dernière' }
  await site.database.insert(canvasVersions).values({ ...final, madeAt: now.add(hours(9)) })
  expect(wordsOf((await creator.browser.get(projects.journal(of))).body)).toContain('La toute dernière')
})

test('N9: why the glass was broken is told to the creator; his advisers read that it was', async () => {
  const { creator, adviser, of, made } = await scene()
  const reason = 'Le créateur se plaint de son conseiller'
  const opening = { projectId: made.id, administratorId: null, reason, openedAt: now, endsAt: now.add(hours(1)) }
  await site.database.insert(glassOpenings).values(opening)
  expect(wordsOf((await creator.browser.get(projects.journal(of))).body)).toContain(reason)
  const seen = wordsOf((await adviser.browser.get(projects.journal(of))).body)
  expect(seen).toContain('Bris de glace')
  expect(seen).not.toContain(reason)
})

test('ESP-1: a professional to whom two hundred projects are entrusted finds each, sixty a page', async () => {
  const { creator, adviser } = await scene()
  const dates = { createdAt: now, updatedAt: now }
  const rows = Array.from({ length: 200 }, (_, index) => ({ ownerId: creator.id, name: `Affaire ${index}.`, ...dates }))
  const made = await site.database.insert(projectTable).values(rows).returning({ id: projectTable.id })
  const email = 'suivi@exemple.test'
  const asked = { email, emailKey: email, personId: adviser.id, askedFrom: 'sheet' as const, invitedAt: now }
  await site.database
    .insert(projectAdvisers)
    .values(made.map(({ id }) => ({ ...asked, projectId: id, state: 'active' as const, activeAt: now })))
  const found = new Set<string>()
  for (let page = 1; page <= 4; page++) {
    const words = wordsOf((await adviser.browser.get(projects.all({ page }))).body)
    for (const [name] of words.matchAll(/Affaire \d+\./g)) found.add(name)
  }
  expect(found.size).toBe(200)
})

test('PRJ-3: a sheet of two thousand comments shows them all, and refuses the next one with its words', async () => {
  const { creator, adviser, of, made } = await scene()
  await site.database.insert(projectComments).values(said(made.id, 1998))
  const form = (objet: string) => ({ submission: objet, objet, commentaire: `${objet}, voilà` })
  const last = await adviser.browser.post(projects.comment(of), form('Le deux millième'))
  expect(last.statusCode).toBe(303)
  expect((await creator.browser.get(projects.one(of))).body).toContain('Le deux millième, voilà')
  const more = await adviser.browser.post(projects.comment(of), form('Le suivant'))
  expect([more.statusCode, more.body.includes('Le suivant, voilà')]).toEqual([422, true])
  expect(wordsOf(more.body)).toContain('Deux mille commentaires')
})
