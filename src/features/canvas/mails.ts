import { commentMail } from '#features/projects/mails/project-mails.ts'
import { commentFor, toldOf } from '#features/projects/mails.ts'
import { beginning } from '#kernel/beginning'
import type { MailRenderers } from '#platform/mail/mail-content.ts'
import { noteHref } from './pages/canvas-href.ts'
import { findPlaceOfNote } from './queries.ts'

/** The mails of comments under post-its, by the rights of the moment they leave. */
export const canvasMails: MailRenderers = {
  'note-commented': async (reader, { comment, to }, { publicUrl, now }) => {
    const found = await commentFor(reader, { comment: Number(comment), to: Number(to) }, now)
    const place = found?.noteId && (await findPlaceOfNote(reader, found.projectId, found.noteId))
    if (!found?.noteId || !place) return undefined
    const href = publicUrl + noteHref({ project: found.projectId, canvas: place.canvas, note: found.noteId })
    return commentMail({ ...toldOf(found, { href, to: Number(to) }), note: beginning(place.body, 200) })
  },
}
