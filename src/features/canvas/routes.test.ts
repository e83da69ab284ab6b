import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { projectComments } from '#features/projects/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { makeEntrusted } from '#tests/proofs/access-world-of-projects.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { canvases, canvasNotes, canvasVersions } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T10:00:00Z' })
})
afterAll(() => site.close())

const { canvas } = addresses
let count = 0
const form = (fields: Record<string, string>) => ({ submission: `canevas-${++count}`, ...fields })

async function board() {
  const { creator, adviser, made } = await makeEntrusted(site, { role: 'reader' })
  const of = { project: made.id, canvas: 1 }
  return { creator, adviser, of, note: { ...of, note: made.noteId } }
}

test('PRJ-4: a post-it is added, moved, changed and taken away, then brought back with its comments', async () => {
  const { creator, adviser, of } = await board()
  const typed = form({ bloc: 'costs', texte: 'Le <b>loyer</b>', couleur: 'rose' })
  const { location } = (await creator.browser.post(canvas.notes(of), typed)).headers
  const note = Number(/post-it-(\d+)$/.exec(String(location))?.[1])
  const page = (await adviser.browser.get(canvas.first(of))).body
  expect(page).toContain('Le &lt;b>loyer&lt;/b>')
  const one = { ...of, note }
  await adviser.browser.post(canvas.comment(one), form({ commentaire: 'Négociez-le' }))
  await creator.browser.post(canvas.move(one), form({ bloc: 'partners', place: 'debut' }))
  const gone = await creator.browser.post(canvas.removeNote(one), form({}))
  expect(gone.headers.location).toBe(`${canvas.first(of)}?supprime=${note}`)
  expect((await creator.browser.get(String(gone.headers.location))).body).toContain('Annuler')
  expect((await adviser.browser.get(canvas.first(of))).body).not.toContain('Négociez-le')
  await creator.browser.post(canvas.removeNote(one), form({ annuler: 'oui' }))
  const back = wordsOf((await adviser.browser.get(canvas.first(of))).body)
  expect(back.indexOf('Négociez-le')).toBeGreaterThan(back.indexOf('Partenaires clés'))
  expect(back.indexOf('Négociez-le')).toBeLessThan(back.indexOf('Activités clés'))
})

test('PRJ-4: one more canvas is offered a name of its own', async () => {
  const { creator, of } = await board()
  const offered = async (project: number) =>
    /<input[^>]*name="nom"/.exec((await creator.browser.get(canvas.new({ project }))).body)?.[0]
  expect(await offered(of.project)).toContain('value="Projet 360 n° 3"')
})

test('PRJ-4: who comments a post-it reads that the creator is told', async () => {
  const { adviser, of, note } = await board()
  await adviser.browser.post(canvas.comment(note), form({ commentaire: 'Négociez-le' }))
  expect(wordsOf((await adviser.browser.get(canvas.first(of))).body)).toMatch(
    /Commentaire ajouté : .+ en est prévenu\./,
  )
})

test('a post-it of 10,000 characters is refused with its words kept; a deleted one cannot be commented', async () => {
  const { creator, adviser, of, note } = await board()
  const long = 'a'.repeat(10_000)
  const refused = await creator.browser.post(canvas.notes(of), form({ bloc: 'costs', texte: long, couleur: 'sun' }))
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain(long)
  await creator.browser.post(canvas.removeNote(note), form({}))
  const comment = await adviser.browser.post(canvas.comment(note), form({ commentaire: 'Trop tard' }))
  expect(comment.statusCode).toBe(404)
  expect(wordsOf(comment.body)).toContain('Trop tard')
})

test('R12: two windows on one post-it: the second is shown both texts', async () => {
  const { creator, note } = await board()
  await creator.browser.post(canvas.note(note), form({ texte: 'Le premier', couleur: 'sun', version: '1' }))
  const second = await creator.browser.post(
    canvas.note(note),
    form({ texte: 'Le second', couleur: 'sun', version: '1' }),
  )
  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('Le premier')
  expect(second.body).toContain('Le second')
})

test('a post-it of another canvas is as unknown', async () => {
  const [one, other] = [await board(), await board()]
  const stolen = { ...one.of, note: other.note.note }
  expect((await one.creator.browser.get(canvas.note(stolen))).statusCode).toBe(404)
  expect((await one.creator.browser.post(canvas.note(stolen), form({ texte: 'x', couleur: 'sun' }))).statusCode).toBe(
    404,
  )
})

test('PRJ-5: a version is kept, compared with now, and restored; what was there is kept first', async () => {
  const { creator, of, note } = await board()
  await creator.browser.post(canvas.versions(of), form({ nom: 'Avant' }))
  await creator.browser.post(canvas.note(note), form({ texte: 'Autre chose', couleur: 'fir', version: '1' }))
  const compared = wordsOf((await creator.browser.get(canvas.versions(of, { avec: 2 }))).body)
  expect(compared).toContain('Autre chose')
  expect(compared).toContain('Depuis « Avant »')
  await creator.browser.post(canvas.restore({ ...of, version: 2 }), form({}))
  expect((await creator.browser.get(canvas.first(of))).body).not.toContain('Autre chose')
  expect(wordsOf((await creator.browser.get(canvas.versions(of))).body)).toContain('Avant le retour à la version 2')
})

test('a canvas that is deleted takes what was said under its post-its, as its page promises; the rest of the project stays', async () => {
  const { creator, adviser, of, note } = await board()
  await adviser.browser.post(canvas.comment(note), form({ commentaire: 'Sous un post-it' }))
  const said = () => site.database.$count(projectComments, eq(projectComments.projectId, of.project))
  expect(await said()).toBe(3)
  await creator.browser.post(canvas.remove(of), form({}))
  expect(await said()).toBe(1)
  expect((await creator.browser.get(addresses.projects.journal(of))).body).not.toContain('un post-it')
})

test('PRJ-5: a post-it that comes back where another was put since: what goes between the two stands between them', async () => {
  const { creator, of, note } = await board()
  const add = async (texte: string) => {
    const sent = form({ bloc: 'value', texte, couleur: 'sun' })
    const { location } = (await creator.browser.post(canvas.notes(of), sent)).headers
    return Number(/post-it-(\d+)$/.exec(String(location))?.[1])
  }
  const first = await add('Premier')
  await creator.browser.post(canvas.removeNote({ ...of, note: first }), form({}))
  const second = await add('Second')
  await creator.browser.post(canvas.removeNote({ ...of, note: first }), form({ annuler: 'oui' }))
  await creator.browser.post(canvas.move(note), form({ place: String(first) }))
  const { body } = await creator.browser.get(canvas.first(of))
  const order = [...body.matchAll(/ id="post-it-(\d+)"/g)].map(([, id]) => Number(id))
  expect(order).toEqual([first, note.note, second])
})

test('a post-it taken away is not moved, and the page says so; beyond a thousand none comes back', async () => {
  const { creator, note, canvasId } = await withMany(1000)
  await creator.browser.post(canvas.removeNote(note), form({}))
  const moved = await creator.browser.send(canvas.move(note), form({ place: 'haut' }))
  expect([moved.statusCode, wordsOf(moved.body).includes('il n’a pas bougé')]).toEqual([200, true])
  const back = await creator.browser.post(canvas.removeNote(note), form({ annuler: 'oui' }))
  expect([back.statusCode, wordsOf(back.body).includes('mille post-its au plus')]).toEqual([422, true])
  const isHeld = and(eq(canvasNotes.canvasId, canvasId), isNull(canvasNotes.deletedAt))
  expect(await site.database.$count(canvasNotes, isHeld)).toBe(1000)
})

async function withMany(count = 500) {
  const { creator, of, note } = await board()
  const own = and(eq(canvases.projectId, of.project), eq(canvases.number, 1))
  const [{ id: canvasId } = { id: 0 }] = await site.database.select({ id: canvases.id }).from(canvases).where(own)
  const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
  const many = Array.from({ length: count }, (_, index) => ({
    ...{
      canvasId,
      block: 'value' as const,
      body: `Post-it ${index}`,
      colour: 'sun' as const,
      position: `V${index}`,
      rev: 1,
    },
    ...{ createdAt: now, updatedAt: now },
  }))
  await site.database.insert(canvasNotes).values(many)
  return { creator, of, note, canvasId }
}

test('PRJ-5: five hundred post-its are restored by as many statements as one, three times at once, and the book of versions stays thin', async () => {
  const { creator, of, canvasId } = await withMany()
  await creator.browser.post(canvas.versions(of), form({ nom: 'Tout' }))
  const before = site.database.statements()
  const restore = () => creator.browser.post(canvas.restore({ ...of, version: 2 }), form({}))
  expect((await restore()).statusCode).toBe(303)
  expect(site.database.statements() - before).toBeLessThanOrEqual(20)
  const isHeld = and(eq(canvasNotes.canvasId, canvasId), isNull(canvasNotes.deletedAt))
  expect(await site.database.$count(canvasNotes, isHeld)).toBe(501)
  const three = await Promise.all([restore(), restore(), restore()])
  expect(three.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
  for (let time = 0; time < 30; time++) await restore()
  const isOfItself = and(eq(canvasVersions.canvasId, canvasId), eq(canvasVersions.reason, 'before-restore'))
  expect(await site.database.$count(canvasVersions, isOfItself)).toBe(30)
  expect((await creator.browser.post(canvas.versions(of), form({ nom: 'Encore' }))).statusCode).toBe(303)
  const page = wordsOf((await creator.browser.get(canvas.versions(of, { avec: 2 }))).body)
  expect(page).toContain('501 post-its')
  expect(page).toContain('Rien n’a changé')
})

test('five hundred post-its cost the same statements as one', async () => {
  const { creator, of } = await withMany()
  const before = site.database.statements()
  const { statusCode } = await creator.browser.get(canvas.first(of))
  expect(statusCode).toBe(200)
  expect(site.database.statements() - before).toBeLessThanOrEqual(5)
})
