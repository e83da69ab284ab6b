import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, ROLES } from '#features/accounts/actor.ts'
import { people, personDepartements } from '#features/accounts/tables.ts'
import { articleKind } from '#features/articles/routes-kind.ts'
import { createContentIn } from '#features/contents/actions.ts'
import { transact } from '#platform/database/database.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { dismissAuthorIn, nameAuthorIn } from './author-actions.ts'
import { actOnContentIn } from './judge-actions.ts'
import type { RevisionData } from './kinds.ts'
import { askToManageIn } from './request-actions.ts'
import { saveContentIn } from './revision-actions.ts'
import { findStanding } from './revision-queries.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
let site: TestSite

beforeAll(async () => {
  site = await openSite({ now: now.toString() })
})
afterAll(() => site.close())

async function actor(role: Actor['role'], departements: string[] = []): Promise<Actor> {
  const { id, name, email } = await make.person(site.database, { role })
  for (const departement of departements) {
    await site.database.insert(personDepartements).values({ personId: id, departement })
  }
  return { id, name, email, role, departements, structures: [] }
}

async function submitted(by: Actor): Promise<number> {
  const data: RevisionData<{ subtitle: string }> = {
    content: {
      ...{ title: 'Une aide', summary: '', presentation: 'Un texte.', presentationFormat: 'plain', access: 'public' },
      ...{ departements: ['69'], sectors: [], files: [], structureId: null },
    },
    own: { subtitle: '' },
  }
  const saving = { kind: articleKind, present: undefined, data, gesture: 'enregistrer', actor: by, now } as const
  const saved = await transact(site.database, (tx) => saveContentIn(tx, saving))
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  return saved.id
}

async function published(id: number, by: Actor): Promise<void> {
  const revision = (await findStanding(site.database, id)).current?.id ?? 0
  const act = { kinds: [articleKind], contentId: id, verb: 'publish', revision, version: 1 } as const
  const verdict = await transact(site.database, (tx) =>
    actOnContentIn(tx, { ...act, reason: '', confirmed: 0, actor: by, now }),
  )
  if (verdict.kind !== 'done') throw new Error(verdict.kind)
}

/** Whether each mail of this kind to this person would leave now. */
const leaving = async (kind: string, { email: recipient }: Actor) =>
  (await site.mails({ kind, recipient })).map(({ content }) => content !== undefined)

const LOSSES: readonly [string, (judge: Actor) => Promise<unknown>][] = [
  ['another role', (judge) => changed(judge, { role: 'creator' })],
  ['suspended', (judge) => changed(judge, { state: 'suspended' })],
  [
    'another territory',
    (judge) => site.database.delete(personDepartements).where(eq(personDepartements.personId, judge.id)),
  ],
]
const changed = ({ id }: Actor, to: Partial<typeof people.$inferInsert>) =>
  site.database.update(people).set(to).where(eq(people.id, id))

test.each(LOSSES)('ADM-1: a judge with %s gets no mail of a text that waits, written before', async (_, lose) => {
  const judge = await actor('animator', ['69'])
  await submitted(await actor('professional'))
  expect(await leaving('content-submitted', judge)).toEqual([true])
  await lose(judge)
  expect(await leaving('content-submitted', judge)).toEqual([false])
})

test.each(LOSSES)('STR-2: a judge with %s gets no mail of a request to manage, written before', async (_, lose) => {
  const judge = await actor('animator', ['69'])
  const text = { title: 'Un réseau', summary: '', presentation: '', access: 'public', state: 'published' } as const
  const { id: contentId } = await transact(site.database, (tx) =>
    createContentIn(tx, { ...text, departements: ['69'], kind: 'structure', structureId: null, authorId: null, now }),
  )
  const asking = { contentId, actor: await actor('professional'), message: '', now }
  await transact(site.database, (tx) => askToManageIn(tx, asking))
  expect(await leaving('author-request', judge)).toEqual([true])
  await lose(judge)
  expect(await leaving('author-request', judge)).toEqual([false])
})

test('ART-2: who is an author no more gets neither the decision nor « vous êtes auteur »', async () => {
  const [admin, author, other] = [
    await actor('administrator'),
    await actor('professional'),
    await actor('professional'),
  ]
  const id = await submitted(author)
  const naming = { content: { id, kind: 'article' }, personId: other.id, actorId: admin.id, now } as const
  await transact(site.database, (tx) => nameAuthorIn(tx, naming))
  await published(id, admin)
  expect(await leaving('content-published', other)).toEqual([true])
  expect(await leaving('author-named', other)).toEqual([true])
  await transact(site.database, (tx) => dismissAuthorIn(tx, naming))
  expect(await leaving('content-published', other)).toEqual([false])
  expect(await leaving('author-named', other)).toEqual([false])
  expect(await leaving('content-published', author)).toEqual([true])
  await changed(author, { state: 'suspended' })
  expect(await leaving('content-published', author)).toEqual([false])
})

test('ACC-3: of the five roles, administrators and animators alone keep the mail', async () => {
  const judge = await actor('animator', ['69'])
  await submitted(await actor('professional'))
  const kept: string[] = []
  for (const role of ROLES) {
    const isPro = role === 'professional' || role === 'reader'
    await changed(judge, { role, professionalState: isPro ? 'validated' : 'none' })
    if ((await leaving('content-submitted', judge)).every((leaves) => leaves)) kept.push(role)
  }
  expect(kept).toEqual(['animator', 'administrator'])
})
