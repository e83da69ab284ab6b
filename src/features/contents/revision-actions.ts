import { mayContribute } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { audit } from '#features/audit/actions.ts'
import { dropDraftsIn, type HeldDraft } from '#features/drafts/actions.ts'
import { sayOfFileIn } from '#features/files/attachment-actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { type ContentRights, type ContentState, isAuthor, mayEdit, mayJudgeContent } from './access.ts'
import { changeContentIn, createContentIn } from './actions.ts'
import { isSameText } from './fields.ts'
import type { FileOfContent, KindOfContent, RevisionData } from './kinds.ts'
import { type Destination, decideSave, type Gesture, type ProposalState } from './moderation.ts'
import { tellIn } from './moderation-mail-actions.ts'
import { findContent } from './queries.ts'
import { findSnapshot, findStanding, seesProposal } from './revision-queries.ts'
import * as store from './revision-store.ts'

export type ContentToSave = {
  kind: KindOfContent
  /** Undefined for a new content. `version` is the one that its editor read. */
  present: { id: number; version: number } | undefined
  data: RevisionData
  gesture: Gesture
  actor: Actor
  now: Instant
  /** What the page of the form kept while it was typed: dropped once this is saved. */
  draft?: HeldDraft
}

/** `proposed`: the public keeps the old text until a judge accepts this one (ART-3). */
export type ContentSaved = { kind: 'saved'; id: number; slug: string; state: ContentState; proposed?: ProposalState }

export type SaveVerdict =
  | ContentSaved
  /** Somebody saved in between: nothing was written (F12). */
  | { kind: 'conflict' }
  | Refused<'unknown'>

/**
 * Saves the whole text of a content of any kind (ART-2, ART-3, STR-3): a new one with its author, one that is not public
 * yet in place, a published one in place or beside it as its kind and its editor ask. Every text stays in the history.
 */
export async function saveContentIn(tx: Tx, saving: ContentToSave): Promise<SaveVerdict> {
  const { present, draft } = saving
  const verdict = await (present === undefined ? createIn(tx, saving) : changeIn(tx, saving, present))
  if (verdict.kind === 'saved' && draft !== undefined) await dropDraftsIn(tx, draft)
  return verdict
}

async function createIn(tx: Tx, saving: ContentToSave): Promise<SaveVerdict> {
  const { kind, data, gesture, actor, now } = saving
  if (!mayContribute(actor)) return refused('unknown')
  const isJudge = mayJudgeContent(newRights(data, actor), actor)
  const part = { isAuthor: true, isJudge }
  const destination = decideSave({ kind: kind.kind, state: undefined, proposal: undefined, gesture, ...part })
  const state = destination.target === 'content' ? destination.state : 'draft'
  const { sectors, files, ...text } = data.content
  const created = await createContentIn(tx, { ...text, state, kind: kind.kind, authorId: actor.id, now })
  await store.replaceSectors(tx, created.id, sectors)
  await showFilesIn(tx, created.id, files)
  await kind.apply(tx, created.id, data, { isNew: true, now, actorId: actor.id, before: undefined })
  const id = created.id
  // A structure is its own: its members read its drafts as they read those of its services.
  const isOwn = kind.kind === 'structure'
  if (isOwn) await store.becomeOwnStructure(tx, id)
  const whole = isOwn ? { ...data, content: { ...data.content, structureId: id } } : data
  const kept = { contentId: id, data: whole, authorId: actor.id, createdAt: now }
  const revision = await store.insertRevision(tx, { ...kept, state: 'current' })
  if (state === 'submitted') await tellIn(tx, { kind: 'content-submitted', contentId: id, cause: revision, now })
  await noteIn(tx, saving, { id, verb: 'content-created', state, revision })
  return { kind: 'saved', ...created, state }
}

/** A new text is judged where it says that it belongs. */
function newRights(data: RevisionData, actor: Actor): ContentRights {
  const { departements, access, structureId } = data.content
  return { state: 'submitted', access, structureId, departements, authors: [actor.id] }
}

async function changeIn(tx: Tx, saving: ContentToSave, present: { id: number; version: number }): Promise<SaveVerdict> {
  const { kind, data, gesture, actor } = saving
  const { id } = present
  const locked = await store.lockContent(tx, id)
  const rights = locked === undefined ? undefined : await findContent(tx, id, kind.kind)
  if (locked === undefined || rights === undefined || !mayEdit(rights, actor)) return refused('unknown')
  if (locked.version !== present.version) return { kind: 'conflict' }
  const { proposal } = await findStanding(tx, id)
  const seen = proposal !== undefined && seesProposal(rights, proposal.state, actor) ? proposal : undefined
  const isJudge =
    mayJudgeContent(rights, actor) && mayJudgeContent({ ...rights, departements: data.content.departements }, actor)
  const part = { isAuthor: isAuthor(rights, actor), isJudge }
  const destination = decideSave({ kind: kind.kind, state: rights.state, proposal: seen?.state, gesture, ...part })
  const written = { ...saving, present, isReplacing: seen !== undefined, from: rights.state }
  if (destination.target === 'none') return refused('unknown')
  if (destination.target === 'proposal') {
    // Where one does not see the text that is proposed, one does not write over it.
    if (proposal !== undefined && seen === undefined) return { kind: 'conflict' }
    return proposeIn(tx, written, { state: destination.state, was: seen?.state, slug: rights.slug })
  }
  return writeIn(tx, written, destination)
}

type Writing = ContentToSave & {
  present: { id: number; version: number }
  from: ContentState
  isReplacing: boolean
}

async function writeIn(
  tx: Tx,
  writing: Writing,
  { state }: Extract<Destination, { target: 'content' }>,
): Promise<SaveVerdict> {
  const { present, data, actor, now, from } = writing
  const { id } = present
  const before = await keepPresentIn(tx, writing.kind, id, now)
  const applied = await applyIn(tx, writing.kind, { ...present, state, data, before, now, actorId: actor.id })
  if (applied === undefined) return { kind: 'conflict' }
  await store.replaceRevisions(
    tx,
    id,
    writing.isReplacing ? ['current', 'draft', 'pending', 'to-correct'] : ['current'],
  )
  const kept = { contentId: id, data, authorId: actor.id, createdAt: now }
  const revision = await store.insertRevision(tx, { ...kept, state: 'current' })
  if (state !== from) await store.updateState(tx, id, { state, reason: null, now })
  if (state === 'submitted' && from !== state) {
    await tellIn(tx, { kind: 'content-submitted', contentId: id, cause: revision, now })
  }
  await noteIn(tx, writing, { id, verb: 'content-changed', state, revision })
  return { kind: 'saved', id, slug: applied.slug, state }
}

async function proposeIn(
  tx: Tx,
  writing: Writing,
  to: { state: ProposalState; was: ProposalState | undefined; slug: string },
): Promise<SaveVerdict> {
  const { present, data, actor, now } = writing
  const { id } = present
  await keepPresentIn(tx, writing.kind, id, now)
  await store.replaceRevisions(tx, id, ['draft', 'pending', 'to-correct'])
  const kept = { contentId: id, data, authorId: actor.id, createdAt: now }
  const revision = await store.insertRevision(tx, { ...kept, state: to.state })
  await store.nextVersion(tx, id)
  if (to.state === 'pending' && to.was !== 'pending') {
    await tellIn(tx, { kind: 'content-submitted', contentId: id, cause: revision, now })
  }
  const details = { state: to.state, revision }
  await audit(tx, { actorId: actor.id, verb: 'content-proposed', object: `content:${id}`, details, now })
  return { kind: 'saved', id, slug: to.slug, state: 'published', proposed: to.state }
}

/** A text that did not come by a form, that of an import, has its place in the history before another takes over. */
export async function keepPresentIn(
  tx: Tx,
  kind: KindOfContent,
  id: number,
  now: Instant,
): Promise<RevisionData | undefined> {
  const locked = await store.lockContent(tx, id)
  const { current } = await findStanding(tx, id)
  const data = await findSnapshot(tx, kind, id)
  if (data === undefined || (current !== undefined && isSameText(kind, current.data, data))) return data
  await store.replaceRevisions(tx, id, ['current'])
  const createdAt = locked?.updatedAt ?? now
  await store.insertRevision(tx, { contentId: id, state: 'current', data, authorId: null, createdAt })
  return data
}

type Application = {
  id: number
  version: number
  state: ContentState
  data: RevisionData
  before: RevisionData | undefined
  now: Instant
  actorId: number
}

/** Makes the content hold this text, if it is still at `version`. */
export async function applyIn(
  tx: Tx,
  kind: KindOfContent,
  { id, version, state, data, before, now, actorId }: Application,
): Promise<{ slug: string } | undefined> {
  const { sectors, files, ...text } = data.content
  const changed = await changeContentIn(tx, { id, version, now }, { ...text, state })
  if (changed === undefined) return undefined
  await store.replaceSectors(tx, id, sectors)
  await showFilesIn(tx, id, files)
  await kind.apply(tx, id, data, { isNew: false, now, actorId, before })
  await dropPages(tx, [`content:${id}`, ...kind.tags(data)])
  return changed
}

/** Which files a content shows, and what is said of them, from now on. */
async function showFilesIn(tx: Tx, id: number, files: readonly FileOfContent[]): Promise<void> {
  await store.replaceFiles(tx, id, files)
  for (const { fileId, said } of files) if (said !== undefined) await sayOfFileIn(tx, fileId, said)
}

type Note = { id: number; verb: string; state: string; revision: number }

async function noteIn(tx: Tx, saving: ContentToSave, { id, verb, state, revision }: Note): Promise<void> {
  const { kind, data, actor, now } = saving
  await audit(tx, { actorId: actor.id, verb, object: `content:${id}`, details: { state, revision }, now })
  await dropPages(tx, [`content:${id}`, ...kind.tags(data)])
}
