import { noticesAbout } from '#features/notifications/words.ts'
import { commentsToWord } from '#features/projects/comment-queries.ts'
import { authorText } from '#features/projects/threads.ts'
import { noteHref } from './pages/canvas-href.ts'
import { placesOfNotes } from './queries.ts'

/** A comment under a post-it that is still there, to whom may still read it. */
export const noteNotices = noticesAbout({
  kinds: ['note-commented'],
  about: 'comment',
  async find(reader, ids, person) {
    const comments = (await commentsToWord(reader, ids, person)).flatMap(({ noteId, ...comment }) =>
      noteId === null ? [] : [{ ...comment, note: noteId }],
    )
    const places = await placesOfNotes(
      reader,
      comments.map(({ note }) => note),
    )
    return comments.flatMap((comment) => {
      const place = places.get(comment.note)
      return place === undefined ? [] : [{ ...comment, canvas: place.canvas }]
    })
  },
  numberOf: ({ id }) => id,
  word: (comment) => ({
    text: `${authorText(comment)} a commenté un post-it de « ${comment.project} »`,
    href: noteHref({ project: comment.projectId, canvas: comment.canvas, note: comment.note }),
  }),
})
