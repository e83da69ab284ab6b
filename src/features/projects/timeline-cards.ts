import { addresses } from '#addresses'
import type { Standing } from './access.ts'
import type { TimelineEntry } from './slots.ts'
import { authorText } from './threads.ts'
import type { Turn } from './timeline-queries.ts'

/** A turn of a project in the words of its journal. Why the glass was broken is told to its creator, not to his advisers. */
export function entryOf(
  { at, kind, who, part, what, noteId }: Turn,
  { id, standing }: { id: number; standing: Standing },
): TimelineEntry {
  const project = { project: id }
  switch (kind) {
    case 'comment': {
      const author = authorText({ author: who, part: part ?? 'adviser' })
      const href = noteId === null ? `${addresses.projects.one(project)}#commentaires` : addresses.canvas.first(project)
      return { at, kind, text: `${author} ${commented(what, noteId)}`, href }
    }
    case 'document':
      return { at, kind, text: `Document ajouté : ${what}`, href: addresses.projects.one(project) }
    case 'adviser':
      return { at, kind, text: `${who ?? 'Un conseiller'} a ouvert le projet` }
    case 'glass': {
      const text = `Bris de glace par ${who ?? 'un administrateur'}`
      return { at, kind, text: standing === 'adviser' ? text : `${text} : ${what}` }
    }
  }
}

function commented(subject: string, noteId: number | null): string {
  if (noteId !== null) return 'a commenté un post-it'
  return subject === '' ? 'a répondu à un commentaire' : `a commenté : ${subject}`
}
