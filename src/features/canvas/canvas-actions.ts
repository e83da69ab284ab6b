import { audit } from '#features/audit/actions.ts'
import { forgetCommentsIn } from '#features/projects/comment-actions.ts'
import { lockOwnProject } from '#features/projects/project-actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Database, Tx } from '#platform/database/database.ts'
import { announce } from '#platform/live/announce.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import { changing } from './actions.ts'
import { MOST_CANVASES, MOST_OF_ITSELF, MOST_VERSIONS } from './board.ts'
import { EXAMPLE } from './example.ts'
import { between } from './order.ts'
import { countCanvases } from './queries.ts'
import {
  countVersions,
  deleteCanvas,
  forgetOldVersions,
  getVersionIn,
  insertCanvas,
  insertNotes,
  insertVersion,
  lockCanvas,
  notesToKeep,
  numbersOfNotes,
  renameCanvas,
  restoreNotes,
} from './store.ts'

export type CanvasBegun = { kind: 'begun'; number: number } | Refused<'too-many' | 'closed'>

type Beginning = { projectId: number; name: string; withExample: boolean; by: number; now: Instant }

/** Begins a canvas of a project, empty or with the example. */
export function beginCanvas(
  database: Database,
  { projectId, name, withExample, by, now }: Beginning,
  sent: { submission: Submission; locationOf(number: number): string },
): Promise<Once<CanvasBegun>> {
  return once<CanvasBegun>(
    database,
    sent.submission,
    async (tx) => {
      if (!(await lockOwnProject(tx, projectId, by))) return refused('closed')
      if ((await countCanvases(tx, projectId)) >= MOST_CANVASES) return refused('too-many')
      const { number } = await beginCanvasIn(tx, { projectId, name, withExample, by, now })
      return { kind: 'begun', number }
    },
    (verdict) => (verdict.kind === 'begun' ? sent.locationOf(verdict.number) : undefined),
  )
}

/** The same in the transaction of who has locked the project. */
export async function beginCanvasIn(tx: Tx, { projectId, name, withExample, by, now }: Beginning) {
  const canvas = await insertCanvas(tx, { projectId, name, now })
  if (withExample) await fill(tx, canvas.id, now)
  await audit(tx, { actorId: by, verb: 'canvas-begun', object: `canvas:${canvas.id}`, now })
  return canvas
}

function fill(tx: Tx, canvasId: number, now: Instant): Promise<unknown> {
  let position: string | null = null
  return insertNotes(
    tx,
    EXAMPLE.map(({ block, body, colour = 'sun' }) => {
      position = between(position, null)
      return { canvasId, block, body, colour, position, rev: 0, createdAt: now, updatedAt: now }
    }),
  )
}

export const renameIn = (tx: Tx, canvasId: number, name: string): Promise<void> => renameCanvas(tx, canvasId, name)

/** Deletes a canvas with its post-its, what was said under them and its versions; pages that are open are told. */
export async function removeCanvasIn(tx: Tx, canvas: { id: number; by: number; now: Instant }): Promise<void> {
  const locked = await lockCanvas(tx, canvas.id)
  if (locked === undefined) return
  await forgetCommentsIn(tx, locked.projectId, await numbersOfNotes(tx, canvas.id))
  await deleteCanvas(tx, canvas.id)
  await announce(tx, `canvas:${canvas.id}`, 'deleted')
  await audit(tx, { actorId: canvas.by, verb: 'canvas-deleted', object: `canvas:${canvas.id}`, now: canvas.now })
}

export type VersionKept = { kind: 'kept'; number: number } | Refused<'gone' | 'too-many'>

/** « Garder cette version ». */
export async function keepVersionIn(
  tx: Tx,
  { canvasId, label, by, now }: { canvasId: number; label: string; by: number; now: Instant },
): Promise<VersionKept> {
  if ((await lockCanvas(tx, canvasId)) === undefined) return refused('gone')
  if ((await countVersions(tx, canvasId)) >= MOST_VERSIONS) return refused('too-many')
  const notes = await notesToKeep(tx, canvasId)
  const number = await insertVersion(tx, { canvasId, label, reason: 'kept', madeBy: by, madeAt: now, notes })
  return { kind: 'kept', number }
}

/** Makes a canvas what it was; what it is now is kept first, so that this too can be taken back. */
export const restoreVersionIn = (
  tx: Tx,
  { canvasId, version, by, now }: { canvasId: number; version: number; by: number; now: Instant },
) =>
  changing(tx, canvasId, now, async (rev) => {
    const found = await getVersionIn(tx, canvasId, version)
    if (found === undefined) return refused('gone')
    const notes = await notesToKeep(tx, canvasId)
    const label = `Avant le retour à la version ${version}`
    await insertVersion(tx, { canvasId, label, reason: 'before-restore', madeBy: by, madeAt: now, notes })
    await forgetOldVersions(tx, canvasId, { reason: 'before-restore', most: MOST_OF_ITSELF })
    await restoreNotes(tx, canvasId, { notes: found.notes, rev, now })
    await audit(tx, { actorId: by, verb: 'canvas-restored', object: `canvas:${canvasId}`, details: { version }, now })
    return { kind: 'done' as const, rev }
  })
