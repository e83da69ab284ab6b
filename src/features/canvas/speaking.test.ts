// What changes between a page and the form that it sends: under the lock everything is asked again, and no word is lost.
import { eq, sql } from 'drizzle-orm'
import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { endAdviser } from '#features/projects/adviser-store.ts'
import { deleteProject, lockProject } from '#features/projects/store.ts'
import { projectComments } from '#features/projects/tables.ts'
import { type Tx, transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '#tests/browser.ts'
import { NOW } from '#tests/make.ts'
import { makeEntrusted } from '#tests/proofs/access-world-of-projects.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { until } from '#tests/until.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const { canvas, projects } = addresses
const now = Temporal.Instant.from(NOW)
const form = (fields: Record<string, string> = {}) => ({ submission: newKey(), ...fields })
const WORDS = 'Un long commentaire que l’on ne perd pas'

async function scene() {
  const { creator, adviser, made } = await makeEntrusted(site)
  const of = { project: made.id, canvas: 1, note: made.noteId }
  return { creator, adviser, of, id: made.id }
}

const isWaiting = async () =>
  (await site.database.execute(sql`select 1 from pg_locks where not granted`)).rows.length > 0

/** `meanwhile` happens under the lock of the project, for which the form of the page waits. */
async function sentDuring(
  projectId: number,
  send: () => Promise<Answer>,
  meanwhile: (tx: Tx) => Promise<unknown>,
): Promise<Answer> {
  let sent: Promise<Answer> | undefined
  await transact(site.database, async (tx) => {
    await lockProject(tx, projectId)
    sent ??= send()
    await until(isWaiting)
    await meanwhile(tx)
  })
  if (sent === undefined) throw new Error('not sent')
  return sent
}

const comments = () => site.database.$count(projectComments, eq(projectComments.body, WORDS))

test('PRJ-3: a project deleted while an adviser’s comment waits: 404, with his words', async () => {
  for (const url of [projects.comment, canvas.comment] as const) {
    const { adviser, of, id } = await scene()
    const answer = await sentDuring(
      id,
      () => adviser.browser.post(url(of), form({ objet: 'Objet', commentaire: WORDS })),
      (tx) => deleteProject(tx, id),
    )
    expect([answer.statusCode, wordsOf(answer.body).includes(WORDS)]).toEqual([404, true])
  }
})

test('PRJ-2: withdrawn while his comment or his closing waits, an adviser writes nothing, and keeps his words', async () => {
  for (const url of [projects.comment, canvas.comment] as const) {
    const { adviser, of, id } = await scene()
    const before = await comments()
    const answer = await sentDuring(
      id,
      () => adviser.browser.post(url(of), form({ objet: 'Objet', commentaire: WORDS })),
      (tx) => endAdviser(tx, { projectId: id, personId: adviser.id }, { state: 'withdrawn', now }),
    )
    expect([answer.statusCode, wordsOf(answer.body).includes(WORDS)]).toEqual([404, true])
    expect(await comments()).toBe(before)
  }
  const { adviser, of, id } = await scene()
  const [thread] = await site.database.select().from(projectComments).where(eq(projectComments.projectId, id))
  const closed = await sentDuring(
    id,
    () => adviser.browser.post(projects.closing({ ...of, comment: thread?.id ?? 0 }), form({ clos: 'oui' })),
    (tx) => endAdviser(tx, { projectId: id, personId: adviser.id }, { state: 'withdrawn', now }),
  )
  expect(closed.statusCode).toBe(404)
  expect(await site.database.$count(projectComments, sql`${projectComments.closedAt} is not null`)).toBe(0)
})

test('PRJ-4: a post-it taken away while its comment waits: not a comment that nobody sees, but its words back', async () => {
  const { creator, adviser, of, id } = await scene()
  const before = await comments()
  const answer = await sentDuring(
    id,
    () => adviser.browser.post(canvas.comment(of), form({ commentaire: WORDS })),
    () => creator.browser.post(canvas.removeNote(of), form()),
  )
  expect([answer.statusCode, wordsOf(answer.body).includes(WORDS)]).toEqual([404, true])
  expect(await comments()).toBe(before)
})

test('F11: archived while one writes, the answer is 403 with what was typed', async () => {
  const { creator, adviser, of } = await scene()
  await creator.browser.post(projects.archive(of), form({ archive: 'oui' }))
  for (const [who, url, typed] of [
    [adviser, projects.comment(of), { objet: 'Objet', commentaire: WORDS }],
    [creator, projects.edit(of), { nom: 'Nom', idea: WORDS, geste: 'enregistrer', version: '1' }],
    [creator, canvas.note(of), { texte: WORDS, couleur: 'sun', version: '1' }],
    [creator, canvas.notes(of), { bloc: 'costs', texte: WORDS, couleur: 'sun' }],
    [adviser, canvas.comment(of), { commentaire: WORDS }],
  ] as const) {
    const answer = await who.browser.post(url, form(typed))
    expect([url, answer.statusCode, wordsOf(answer.body).includes(WORDS)]).toEqual([url, 403, true])
  }
})
