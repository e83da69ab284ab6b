import type { Actor } from '#features/accounts/actor.ts'
import { type Commented, commentIn, lockToSpeakIn } from '#features/projects/comment-actions.ts'
import type { OpenProject } from '#features/projects/queries.ts'
import { hours, type Instant, isBefore } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { announce } from '#platform/live/announce.ts'
import { type Block, type Colour, MOST_NOTE, MOST_NOTES, MOST_OF_ITSELF } from './board.ts'
import { between, LONGEST_POSITION, spread } from './order.ts'
import { findPlaceOfNote } from './queries.ts'
import {
  countNotes,
  forgetOldVersions,
  getNoteIn,
  growRev,
  insertNotes,
  insertVersion,
  lockCanvas,
  notesToKeep,
  placesIn,
  updateNote,
  updatePositions,
} from './store.ts'

/** Without a change for that long, the canvas as it was is kept before the next one. */
const PAUSE = hours(1)

/** The post-its are changed by one at a time: the canvas is locked, its number of change grows, and every open page is told. */
export async function changing<Done>(
  tx: Tx,
  canvasId: number,
  now: Instant,
  change: (rev: number) => Promise<Done>,
): Promise<Done | Refused<'gone'>> {
  const canvas = await lockCanvas(tx, canvasId)
  if (canvas === undefined) return refused('gone')
  if (canvas.rev > 0 && isBefore(canvas.updatedAt.add(PAUSE), now)) await keepPause(tx, canvasId, canvas.updatedAt)
  const rev = await growRev(tx, canvasId, now)
  const done = await change(rev)
  await announce(tx, `canvas:${canvasId}`, rev)
  return done
}

async function keepPause(tx: Tx, canvasId: number, madeAt: Instant): Promise<void> {
  await insertVersion(tx, { canvasId, reason: 'pause', madeAt, notes: await notesToKeep(tx, canvasId) })
  await forgetOldVersions(tx, canvasId, { reason: 'pause', most: MOST_OF_ITSELF })
}

export type NoteTyped = { block: Block; body: string; colour: Colour }

/** « Ajouter un post-it », at the end of its block. */
export const addNoteIn = (tx: Tx, canvasId: number, typed: NoteTyped, now: Instant) =>
  changing(tx, canvasId, now, async (rev) => {
    if ((await countNotes(tx, canvasId)) >= MOST_NOTES) return refused('too-many')
    const places = await placesIn(tx, canvasId, typed.block)
    const position = between(places.at(-1)?.position ?? null, null)
    const body = typed.body.slice(0, MOST_NOTE)
    const [id = 0] = await insertNotes(tx, [
      { ...typed, body, canvasId, position, rev, createdAt: now, updatedAt: now },
    ])
    return { kind: 'done' as const, id, rev }
  })

export type Edited = { kind: 'done'; id: number; rev: number } | Refused<'gone' | 'conflict'>

/** Changes words and colour of a post-it, as its writer read it at `version`; refused when another window changed it since. */
export const editNoteIn = (
  tx: Tx,
  canvasId: number,
  edit: { id: number; version: number; body: string; colour: Colour },
  now: Instant,
): Promise<Edited> =>
  changing(tx, canvasId, now, async (rev) => {
    const { id, body, colour } = edit
    const note = await getNoteIn(tx, canvasId, id)
    if (note === undefined || note.deletedAt !== null) return refused('gone')
    if (note.version !== edit.version && (note.body !== body || note.colour !== colour)) return refused('conflict')
    await updateNote(tx, id, { body, colour, rev, version: note.version + 1, updatedAt: now })
    return { kind: 'done' as const, id, rev }
  })

/** Where a post-it goes: a step up or down, or a block and the post-it that it follows there (null: first). */
export type Place = 'up' | 'down' | 'last' | { after: number | null }

/** « Déplacer vers… ». Never in conflict: the last move holds. */
export const moveNoteIn = (
  tx: Tx,
  canvasId: number,
  { id, block, place }: { id: number; block: Block | undefined; place: Place },
  now: Instant,
) =>
  changing(tx, canvasId, now, async (rev) => {
    const note = await getNoteIn(tx, canvasId, id)
    if (note === undefined || note.deletedAt !== null) return refused('gone')
    const target = block ?? note.block
    let gap = gapIn(await placesIn(tx, canvasId, target), id, place)
    if (gap.before !== null && gap.before === gap.after) {
      await makeRoom(tx, canvasId, target, rev)
      gap = gapIn(await placesIn(tx, canvasId, target), id, place)
    }
    const position = between(gap.before, gap.after)
    await updateNote(tx, id, { block: target, position, rev, updatedAt: now })
    if (position.length > LONGEST_POSITION) await makeRoom(tx, canvasId, target, rev)
    return { kind: 'done' as const, id, rev }
  })

/** Between which positions a post-it goes. */
function gapIn(all: readonly { id: number; position: string }[], id: number, place: Place) {
  const index = indexOf(all, id, place)
  const others = all.filter((one) => one.id !== id)
  return { before: others[index - 1]?.position ?? null, after: others[index]?.position ?? null }
}

/** The place among the others of the block. */
function indexOf(all: readonly { id: number }[], id: number, place: Place): number {
  const own = all.findIndex((one) => one.id === id)
  const count = all.length - (own >= 0 ? 1 : 0)
  if (place === 'last') return count
  if (place === 'up') return Math.max(0, own - 1)
  if (place === 'down') return Math.min(count, own + 1)
  if (place.after === null) return 0
  const after = all.filter((one) => one.id !== id).findIndex((one) => one.id === place.after)
  return after < 0 ? count : after + 1
}

async function makeRoom(tx: Tx, canvasId: number, block: Block, rev: number): Promise<void> {
  const places = await placesIn(tx, canvasId, block)
  const positions = spread(places.length)
  await updatePositions(
    tx,
    places.map(({ id }, index) => ({ id, position: positions[index] ?? '' })),
    rev,
  )
}

/** Takes a post-it away, or brings it back with its comments (« Annuler »). */
export const setNoteGoneIn = (tx: Tx, canvasId: number, { id, gone }: { id: number; gone: boolean }, now: Instant) =>
  changing(tx, canvasId, now, async (rev) => {
    const note = await getNoteIn(tx, canvasId, id)
    if (note === undefined) return refused('gone')
    const isBack = !gone && note.deletedAt !== null
    if (isBack && (await countNotes(tx, canvasId)) >= MOST_NOTES) return refused('too-many')
    await updateNote(tx, id, { rev, updatedAt: now, deletedAt: gone ? (note.deletedAt ?? now) : null })
    return { kind: 'done' as const, id, rev }
  })

export type NoteComment = { noteId: number; threadId: number | null; body: string }

/** A comment under a post-it (PRJ-4): the project is locked first, then its canvas, under which nobody takes the post-it away. */
export async function commentNoteIn(
  tx: Tx,
  { project, canvasId, comment }: { project: OpenProject; canvasId: number; comment: NoteComment },
  by: Actor,
  now: Instant,
): Promise<(Commented & { rev?: number }) | Refused<'gone'>> {
  const { noteId, threadId, body } = comment
  const silenced = await lockToSpeakIn(tx, project, by)
  if (silenced !== undefined) return silenced
  if ((await lockCanvas(tx, canvasId)) === undefined) return refused('gone')
  const note = await getNoteIn(tx, canvasId, noteId)
  if (note === undefined || note.deletedAt !== null) return refused('gone')
  const written = { project, noteId, threadId, subject: '', body, kind: 'note-commented' as const }
  const verdict = await commentIn(tx, written, by, now)
  if (verdict.kind === 'refused') return verdict
  return { ...verdict, rev: await touchNoteIn(tx, canvasId, noteId, now) }
}

/** Something under a post-it changed: pages that are open show it. */
async function touchNoteIn(tx: Tx, canvasId: number, noteId: number, now: Instant): Promise<number> {
  const canvas = await lockCanvas(tx, canvasId)
  if (canvas === undefined) return 0
  const rev = await growRev(tx, canvasId, now)
  await updateNote(tx, noteId, { rev })
  await announce(tx, `canvas:${canvasId}`, rev)
  return rev
}

/** A thread under a post-it was closed or opened again. */
export async function touchNoteOfThread(tx: Tx, project: { id: number; now: Instant }, noteId: number | null) {
  const place = noteId === null ? undefined : await findPlaceOfNote(tx, project.id, noteId)
  if (place !== undefined && noteId !== null) await touchNoteIn(tx, place.canvasId, noteId, project.now)
}
