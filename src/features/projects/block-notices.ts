import { addresses } from '#addresses'
import type { NoticeToWord, NoticeWords } from '#features/notifications/slots.ts'
import { noticesAbout } from '#features/notifications/words.ts'
import { authorisationsToWord } from './adviser-queries.ts'
import { commentsToWord } from './comment-queries.ts'
import { authorText } from './threads.ts'

/** A comment on a sheet, to whom may still read it. */
export const commentNotices = noticesAbout({
  kinds: ['project-commented'],
  about: 'comment',
  find: commentsToWord,
  numberOf: ({ id }) => id,
  word: (comment) => ({
    text: `${authorText(comment)} a commenté « ${comment.project} »`,
    href: `${addresses.projects.one({ project: comment.projectId })}#commentaire-${comment.id}`,
  }),
})

type Authorisation = Awaited<ReturnType<typeof authorisationsToWord>>[number]

function authorisationWords({ kind, about }: NoticeToWord, found: Authorisation): NoticeWords | undefined {
  const of = { project: found.projectId }
  if (kind === 'project-left') {
    const text = `${found.name ?? 'Un conseiller'} a quitté votre projet « ${found.project} »`
    return { text, href: addresses.projects.advisers(of) }
  }
  if (found.state === 'active' && kind === 'project-authorised' && found.isOpen) {
    const isCanvas = found.askedFrom === 'canvas'
    const asked = `${found.owner} ${isCanvas ? 'vous demande de l’aide sur' : 'vous confie'} « ${found.project} »`
    const text =
      about.validated === undefined ? asked : `Votre compte est validé : « ${found.project} » vous est ouvert`
    return { text, href: isCanvas ? addresses.canvas.first(of) : addresses.projects.one(of) }
  }
  if (found.state === 'pending') {
    const text = `${found.owner} vous demande de l’aide : il faut un compte professionnel validé`
    return { text, href: addresses.mySpace.profile() }
  }
  if (found.state === 'withdrawn') {
    return { text: `${found.owner} a retiré votre autorisation sur un projet`, href: addresses.projects.all() }
  }
  return undefined
}

/** Projects entrusted, withdrawn, left. */
export const authorisationNotices = noticesAbout({
  kinds: ['project-authorised', 'project-withdrawn', 'project-left'],
  about: 'adviser',
  find: authorisationsToWord,
  numberOf: ({ id }) => id,
  word: (one, notice) => authorisationWords(notice, one),
})
