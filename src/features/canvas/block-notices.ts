import type { NoticeTexts, NoticeWords } from '#features/notifications/slots.ts'
import { commentsToWord } from '#features/projects/comment-queries.ts'
import { authorText } from '#features/projects/threads.ts'
import { noteHref } from './pages/canvas-href.ts'
import { placesOfNotes } from './queries.ts'

/** A comment under a post-it, to whom may still read it. */
export const noteNotices: NoticeTexts = {
  kinds: ['note-commented'],
  async words(reader, notices, person) {
    const comments = await commentsToWord(
      reader,
      notices.map(({ about }) => Number(about.comment)),
      person,
    )
    const notes = [...comments.values()].flatMap(({ noteId }) => (noteId === null ? [] : [noteId]))
    const places = await placesOfNotes(reader, notes)
    const words = new Map<number, NoticeWords>()
    for (const { id, about } of notices) {
      const comment = comments.get(Number(about.comment))
      const place = comment?.noteId ? places.get(comment.noteId) : undefined
      if (comment?.noteId && place)
        words.set(id, {
          text: `${authorText(comment)} a commenté un post-it de « ${comment.project} »`,
          href: noteHref({ project: comment.projectId, canvas: place.canvas, note: comment.noteId }),
        })
    }
    return words
  },
}
