import { addresses } from '#addresses'
import type { NoticeTexts, NoticeToWord, NoticeWords } from '#features/notifications/slots.ts'
import { numbersOf, wordEach } from '#features/notifications/words.ts'
import { authorisationsToWord } from './adviser-queries.ts'
import { commentsToWord } from './comment-queries.ts'
import { authorText } from './threads.ts'

const numberIn = (name: string, { about }: NoticeToWord): number => Number(about[name])

/** A comment on a sheet, to whom may still read it. */
export const commentNotices: NoticeTexts = {
  kinds: ['project-commented'],
  async words(reader, notices, person) {
    const found = await commentsToWord(reader, numbersOf(notices, 'comment'), person)
    return wordEach(notices, (notice) => {
      const comment = found.get(numberIn('comment', notice))
      if (comment === undefined) return undefined
      const href = `${addresses.projects.one({ project: comment.projectId })}#commentaire-${comment.id}`
      return { text: `${authorText(comment)} a commenté « ${comment.project} »`, href }
    })
  },
}

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
export const authorisationNotices: NoticeTexts = {
  kinds: ['project-authorised', 'project-withdrawn', 'project-left'],
  async words(reader, notices, person) {
    const rows = await authorisationsToWord(reader, numbersOf(notices, 'adviser'), person)
    const found = new Map(rows.map((row) => [row.id, row]))
    return wordEach(notices, (notice) => {
      const one = found.get(numberIn('adviser', notice))
      return one && authorisationWords(notice, one)
    })
  },
}
