import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { canvases, canvasVersions } from '#features/canvas/tables.ts'
import { hours } from '#kernel/time'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { makeProject } from '#tests/proofs/access-world-of-projects.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { glassOpenings, projectComments } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const { projects } = addresses
const now = Temporal.Instant.from(NOW)

async function scene() {
  const creator = await make.signedIn(site)
  const adviser = await make.signedIn(site, { role: 'professional' })
  const made = await makeProject(site, { ownerId: creator.id, adviserId: adviser.id })
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
