// What a page that is open is told of a change: the same from the live line and in answer to its own forms.
import type { Block } from './board.ts'

export type NoteChange = { id: number; block: Block; position: string; rev: number; html: string }

export type BoardChange = {
  /** That of the canvas: what was seen so far. */
  rev: number
  notes: readonly NoteChange[]
  gone: readonly { id: number; rev: number }[]
}

/** What the forms of a canvas answer to its island rather than a page. */
export const CHANGE_TYPE = 'application/vnd.canvas-change+json'
