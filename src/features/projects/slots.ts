import type { Actor } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import type { Reader, Tx } from '#platform/database/database.ts'
import type { Standing } from './access.ts'

/** A line of the journal of a project (PRJ-6). */
export type TimelineEntry = {
  at: Instant
  kind:
    | 'comment'
    | 'document'
    | 'canvas'
    | 'adviser'
    | 'glass'
    | 'recommendation'
    | 'registration'
    | 'prescription'
    | 'sheet'
  text: string
  href?: string
}

export type TimelineAsked = {
  projectId: number
  ownerId: number
  viewer: Actor
  standing: Standing
  /** Since the project was begun. */
  since: Instant
  most: number
}

/**
 * What another feature adds to the journal, the last first, `most` at most. The creator sees all that concerns him; an adviser
 * what he did himself. One statement.
 */
export type TimelineSource = (reader: Reader, asked: TimelineAsked) => Promise<TimelineEntry[]>

/** What shows comments elsewhere is told that a thread was closed or opened again; null: a thread of the sheet. */
export type WhenThreadTurned = (tx: Tx, project: { id: number; now: Instant }, noteId: number | null) => Promise<void>

/** What canvases show of themselves to the pages of a project. */
export type CanvasSlot = {
  /** The page of a post-it; undefined when it is gone. One statement. */
  placeOfNote(reader: Reader, projectId: number, noteId: number): Promise<string | undefined>
  /** How many canvases and post-its a project holds: what goes with it. One statement. */
  heldBy(reader: Reader, projectId: number): Promise<{ canvases: number; notes: number }>
}
