import { threadsOfNotes } from '#features/projects/comment-queries.ts'
import type { Thread } from '#features/projects/threads.ts'
import type { Reader } from '#platform/database/database.ts'
import { renderFragment } from '#ui/render-fragment.ts'
import type { BoardChange } from './changes.ts'
import { NoteCard, type NoteShown, type Seat } from './pages/note-card.tsx'
import { listChanged } from './queries.ts'

export type OpenBoard = { project: number; canvas: { id: number; number: number } }

type Changed = NoteShown & { isGone: boolean }

/** What changed on a canvas since a page of it was made. Two statements, one when nothing is left to show. */
export async function readChanges(reader: Reader, { project, canvas }: OpenBoard, since: number) {
  const changed = await listChanged(reader, canvas.id, since)
  const shown = changed.filter(({ isGone }) => !isGone).map(({ id }) => id)
  const threads = shown.length === 0 ? new Map<number, Thread[]>() : await threadsOfNotes(reader, project, shown)
  return { changed, threads }
}

/** The same in the words of the page, for whoever sits there. */
export function changeFor(
  { project, canvas }: OpenBoard,
  { changed, threads }: { changed: readonly Changed[]; threads: ReadonlyMap<number, Thread[]> },
  seat: Seat,
): BoardChange {
  const rev = Math.max(0, ...changed.map((note) => note.rev))
  return {
    rev,
    gone: changed.filter(({ isGone }) => isGone).map((note) => ({ id: note.id, rev: note.rev })),
    notes: changed
      .filter(({ isGone }) => !isGone)
      .map((note) => ({
        ...{ id: note.id, block: note.block, position: note.position, rev: note.rev },
        html: renderFragment(
          <NoteCard {...{ note, seat, project }} canvas={canvas.number} threads={threads.get(note.id) ?? []} />,
        ),
      })),
  }
}
