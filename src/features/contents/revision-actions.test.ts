import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#features/accounts/actor.ts'
import { personDepartements } from '#features/accounts/tables.ts'
import { articleKind } from '#features/articles/routes-kind.ts'
import { transact } from '#platform/database/database.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { type Act, actOnContentIn } from './judge-actions.ts'
import type { RevisionData } from './kinds.ts'
import type { Gesture, Verb } from './moderation.ts'
import { saveContentIn } from './revision-actions.ts'
import { findEdited, findStanding, listHistory } from './revision-queries.ts'
import { contentRevisions } from './revision-tables.ts'
import { contents } from './tables.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
let site: TestSite
let author: Actor
let admin: Actor
let animator: Actor
let elsewhere: Actor

const actor = async (role: Actor['role'], departements: string[] = []): Promise<Actor> => {
  const { id, name, email } = await make.person(site.database, { role })
  if (departements.length > 0) {
    await site.database
      .insert(personDepartements)
      .values(departements.map((code) => ({ personId: id, departement: code })))
  }
  return { id, name, email, role, departements, structures: [] }
}

beforeAll(async () => {
  site = await openSite({ now: now.toString() })
  author = await actor('professional')
  admin = await actor('administrator')
  animator = await actor('animator', ['69'])
  elsewhere = await actor('animator', ['74'])
})
afterAll(() => site.close())

const text = (presentation: string, departements: string[] = ['69']): RevisionData<{ subtitle: string }> => ({
  content: {
    ...{ title: 'Créer dans le Rhône', summary: 'Un résumé.', presentation, presentationFormat: 'html' },
    ...{ access: 'public', departements, sectors: ['numerique'], files: [], structureId: null },
  },
  own: { subtitle: 'Un intertitre' },
})

type Saving = { id?: number; version?: number; by?: Actor; gesture?: Gesture; departements?: string[] }

const save = (presentation: string, { id, version, by = author, gesture = 'enregistrer', departements }: Saving = {}) =>
  transact(site.database, (tx) =>
    saveContentIn(tx, {
      kind: articleKind,
      present: id === undefined ? undefined : { id, version: version ?? 1 },
      data: text(presentation, departements),
      gesture,
      actor: by,
      now,
    }),
  )

async function saved(presentation: string, saving: Saving = {}) {
  const verdict = await save(presentation, saving)
  if (verdict.kind !== 'saved') throw new Error(verdict.kind)
  return verdict
}

const row = async (id: number) => {
  const [found] = await site.database.select().from(contents).where(eq(contents.id, id))
  if (found === undefined) throw new Error('no content')
  return found
}
const standing = (id: number) => findStanding(site.database, id)

async function act(id: number, verb: Verb, by: Actor, given: Partial<Act> = {}) {
  const { current, proposal } = await standing(id)
  const revision = proposal?.state === 'pending' ? proposal.id : (current?.id ?? 0)
  const { version } = await row(id)
  const asked = { contentId: id, verb, revision, version, reason: 'Un motif.', confirmed: 0, actor: by, now, ...given }
  return transact(site.database, (tx) => actOnContentIn(tx, { kinds: [articleKind], ...asked }))
}

const mailsOf = async (person: Actor) =>
  (await site.mails()).filter(({ recipient }) => recipient === person.email).map(({ kind }) => kind)

test('ART-2: « Enregistrer » submits: its judges are told, and nobody else; the newest text is the one judged', async () => {
  const { id, state } = await saved('<p>un</p>')
  expect(state).toBe('submitted')
  expect(await mailsOf(admin)).toEqual(['content-submitted'])
  expect(await mailsOf(animator)).toEqual(['content-submitted'])
  expect(await mailsOf(elsewhere)).toEqual([])
  const old = (await standing(id)).current?.id ?? 0
  await saved('<p>deux</p>', { id, version: 1 })
  expect(await mailsOf(admin)).toEqual(['content-submitted'])
  expect(await act(id, 'publish', animator, { revision: old })).toEqual({ kind: 'conflict' })
  expect((await row(id)).state).toBe('submitted')
  expect(await act(id, 'publish', elsewhere)).toEqual({ kind: 'refused', because: 'unknown' })
  expect((await act(id, 'publish', animator)).kind).toBe('done')
  expect(await row(id)).toMatchObject({ state: 'published', presentation: '<p>deux</p>', submittedAt: null })
  expect(await mailsOf(author)).toContain('content-published')
})

test('ART-2: « Garder comme brouillon » tells nobody; a text without département is judged by administrators alone', async () => {
  const before = (await site.mails()).length
  const draft = await saved('<p>brouillon</p>', { gesture: 'brouillon' })
  expect(draft.state).toBe('draft')
  expect((await site.mails()).length).toBe(before)
  expect(await act(draft.id, 'publish', animator)).toEqual({ kind: 'refused', because: 'unknown' })
  const everywhere = await saved('<p>partout</p>', { departements: [] })
  expect((await site.mails()).slice(before).map(({ recipient }) => recipient)).toEqual([admin.email])
  expect(await act(everywhere.id, 'publish', animator)).toEqual({ kind: 'refused', because: 'unknown' })
  expect((await act(everywhere.id, 'publish', admin)).kind).toBe('done')
})

test('ART-2: sent back with a reason, corrected, it goes to the queue again; refused, its author reads why', async () => {
  const { id } = await saved('<p>à revoir</p>')
  expect(await act(id, 'ask-for-changes', admin, { reason: '' })).toEqual({
    kind: 'refused',
    because: 'reason-missing',
  })
  expect((await act(id, 'ask-for-changes', admin, { reason: 'Trop court.' })).kind).toBe('done')
  expect(await row(id)).toMatchObject({ state: 'to-correct', reason: 'Trop court.' })
  const mails = (await site.mails()).filter(({ kind }) => kind === 'content-to-correct')
  expect(JSON.stringify(mails.at(-1)?.content)).toContain('Trop court.')
  await saved('<p>plus long</p>', { id, version: 2 })
  expect(await row(id)).toMatchObject({ state: 'submitted', reason: null })
  await act(id, 'refuse', admin, { reason: 'Hors sujet.' })
  const edited = await findEdited(site.database, articleKind, id, author)
  expect(edited).toMatchObject({ rights: { state: 'refused' }, reason: 'Hors sujet.' })
})

test('ART-3: editing what is published changes nothing for the public until it is accepted', async () => {
  const { id } = await saved('<p>ancien</p>')
  await act(id, 'publish', admin)
  const { version } = await row(id)
  expect(await saved('<p>nouveau</p>', { id, version })).toMatchObject({ state: 'published', proposed: 'pending' })
  expect(await row(id)).toMatchObject({ state: 'published', presentation: '<p>ancien</p>' })
  expect((await findEdited(site.database, articleKind, id, author))?.data.content.presentation).toBe('<p>nouveau</p>')
  expect((await findEdited(site.database, articleKind, id, elsewhere))?.data.content.presentation).toBe('<p>ancien</p>')
  expect((await act(id, 'publish', animator)).kind).toBe('done')
  expect(await row(id)).toMatchObject({ state: 'published', presentation: '<p>nouveau</p>' })
  expect((await standing(id)).proposal).toBeUndefined()
})

test('ART-2: an animator does not publish a change that takes a content out of his territory', async () => {
  const { id } = await saved('<p>rhône</p>')
  await act(id, 'publish', animator)
  for (const departements of [[], ['74']]) {
    const { version } = await row(id)
    await saved('<p>ailleurs</p>', { id, version, departements })
    expect(await act(id, 'publish', animator)).toEqual({ kind: 'refused', because: 'out-of-territory' })
    expect(await row(id)).toMatchObject({ presentation: '<p>rhône</p>' })
  }
  expect((await act(id, 'publish', admin)).kind).toBe('done')
  expect(await row(id)).toMatchObject({ presentation: '<p>ailleurs</p>' })
})

test('ART-3: a refused change leaves the old text public, and stays in the history with its reason', async () => {
  const { id } = await saved('<p>garde</p>')
  await act(id, 'publish', admin)
  await saved('<p>refusé</p>', { id, version: (await row(id)).version })
  expect((await act(id, 'refuse', admin, { reason: 'Non.' })).kind).toBe('done')
  expect(await row(id)).toMatchObject({ state: 'published', presentation: '<p>garde</p>' })
  const history = await listHistory(site.database, id)
  expect(history.map(({ state, reason }) => [state, reason])).toEqual([
    ['refused', 'Non.'],
    ['current', null],
  ])
})

test('R12: two editors: the second to save is told, whatever the state, and nothing is written', async () => {
  const { id } = await saved('<p>base</p>')
  const saves = await Promise.all(Array.from({ length: 8 }, (_, n) => save(`<p>${n}</p>`, { id, version: 1 })))
  expect(saves.filter(({ kind }) => kind === 'saved').length).toBe(1)
  expect(saves.filter(({ kind }) => kind === 'conflict').length).toBe(7)
  expect((await listHistory(site.database, id)).length).toBe(2)
  await act(id, 'publish', admin)
  const { version } = await row(id)
  const changes = await Promise.all(Array.from({ length: 8 }, (_, n) => save(`<p>p${n}</p>`, { id, version })))
  expect(changes.filter(({ kind }) => kind === 'saved').length).toBe(1)
  const proposed = await site.database.$count(contentRevisions, eq(contentRevisions.state, 'pending'))
  expect(proposed).toBe(1)
})

test('F12: two judges at once: one decides, the other is told; one decision, one mail', async () => {
  const { id } = await saved('<p>deux juges</p>')
  const told = (await mailsOf(author)).length
  // All four read the same page before any of them decides.
  const read = { version: (await row(id)).version, revision: (await standing(id)).current?.id ?? 0 }
  const acts = await Promise.all([
    act(id, 'publish', admin, read),
    act(id, 'refuse', animator, read),
    act(id, 'publish', animator, read),
    act(id, 'refuse', admin, read),
  ])
  const verdicts = acts.map((verdict) => (verdict.kind === 'refused' ? verdict.because : verdict.kind))
  expect(verdicts.filter((verdict) => verdict === 'done')).toHaveLength(1)
  expect(verdicts.filter((verdict) => verdict === 'not-open' || verdict === 'conflict')).toHaveLength(3)
  expect((await mailsOf(author)).length - told).toBe(1)
})

test('F12: the author edits while a judge publishes: what was not read is never published', async () => {
  for (let round = 0; round < 6; round++) {
    const { id } = await saved(`<p>lu ${round}</p>`)
    const read = { version: (await row(id)).version, revision: (await standing(id)).current?.id ?? 0 }
    const [judged, edited] = await Promise.all([
      act(id, 'publish', admin, read),
      save(`<p>pas lu ${round}</p>`, { id, version: 1 }),
    ])
    const { state, presentation } = await row(id)
    if (judged.kind === 'done') expect([state, presentation]).toEqual(['published', `<p>lu ${round}</p>`])
    else expect([state, presentation]).toEqual(['submitted', `<p>pas lu ${round}</p>`])
    expect([judged.kind, edited.kind].sort()).toEqual(['conflict', judged.kind === 'done' ? 'done' : 'saved'].sort())
  }
})

test('ART-2: binned, a content is nobody’s to save; restored, it is a draft', async () => {
  const { id } = await saved('<p>à jeter</p>', { gesture: 'brouillon' })
  expect((await act(id, 'trash', author)).kind).toBe('done')
  const { version } = await row(id)
  expect((await save('<p>encore</p>', { id, version })).kind).toBe('refused')
  expect(await act(id, 'restore', animator)).toEqual({ kind: 'refused', because: 'unknown' })
  expect((await act(id, 'restore', author)).kind).toBe('done')
  expect((await row(id)).state).toBe('draft')
})

test('ART-2: somebody else’s content is as unknown, to save as to judge', async () => {
  const { id } = await saved('<p>à moi</p>')
  const stranger = await actor('professional')
  expect(await save('<p>à lui</p>', { id, by: stranger })).toEqual({ kind: 'refused', because: 'unknown' })
  expect(await act(id, 'publish', stranger)).toEqual({ kind: 'refused', because: 'unknown' })
  expect(await save('<p>neuf</p>', { by: await actor('reader') })).toEqual({ kind: 'refused', because: 'unknown' })
})
