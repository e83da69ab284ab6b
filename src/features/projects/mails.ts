import { addresses } from '#addresses'
import type { StrangerStop } from '#features/notifications/slots.ts'
import { nameOr } from '#kernel/said-name'
import type { Reader } from '#platform/database/database.ts'
import type { MailRenderers } from '#platform/mail/mail-content.ts'
import { findAuthorisation } from './adviser-queries.ts'
import { type CommentToTell, findComment } from './comment-queries.ts'
import { findOpening } from './glass-queries.ts'
import { authorisedMail, commentMail, glassMail, invitedMail, leftMail, withdrawnMail } from './mails/project-mails.ts'
import { mayStillRead } from './queries.ts'
import { authorText } from './threads.ts'

const A_CREATOR = 'Un créateur d’entreprise'

/** The mails of projects, by the rights of the moment they leave (rule 6). `stop`: « ne plus recevoir » of an address. */
export const projectMails = (stop: StrangerStop): MailRenderers => ({
  'project-authorised': async (reader, { adviser }, { publicUrl }) => {
    const found = await findAuthorisation(reader, Number(adviser))
    if (found === undefined || !['pending', 'active'].includes(found.state)) return undefined
    const { project, projectId, role } = found
    // Suspended, or a professional no more: what is not open to him is not told to him.
    if (found.state === 'active' && (role === null || role === 'creator')) return undefined
    const owner = nameOr(found.owner, A_CREATOR)
    return found.state === 'active'
      ? authorisedMail({ owner, project, projectId, publicUrl, fromCanvas: found.askedFrom === 'canvas' })
      : { ...invitedMail({ owner, publicUrl, waits: found.professionalState === 'pending' }), topic: 'projects' }
  },
  'project-invited': async (reader, { adviser }, { publicUrl }) => {
    const found = await findAuthorisation(reader, Number(adviser))
    if (found?.state !== 'pending' || (await stop.isStopped(reader, found.emailKey))) return undefined
    return invitedMail({
      owner: nameOr(found.owner, A_CREATOR),
      publicUrl,
      stop: publicUrl + addresses.stop({ key: stop.keyOf(found.emailKey) }),
    })
  },
  'project-withdrawn': async (reader, { adviser }) => {
    const found = await findAuthorisation(reader, Number(adviser))
    return found?.state === 'withdrawn' ? withdrawnMail(found) : undefined
  },
  'project-left': async (reader, { adviser }, { publicUrl }) => {
    const found = await findAuthorisation(reader, Number(adviser))
    if (found === undefined) return undefined
    return leftMail({ ...found, name: found.name ?? 'Un conseiller', publicUrl })
  },
  'project-commented': async (reader, { comment, to }, { publicUrl, now }) => {
    const found = await commentFor(reader, { comment: Number(comment), to: Number(to) }, now)
    if (found === undefined) return undefined
    const href = `${publicUrl}${addresses.projects.one({ project: found.projectId })}#commentaire-${found.id}`
    return commentMail(toldOf(found, { href, to: Number(to) }))
  },
  'glass-broken': async (reader, { opening }, { publicUrl }) => {
    const found = await findOpening(reader, Number(opening))
    return found && glassMail({ ...found, publicUrl })
  },
})

/** The comment, if that person may still read it. */
export async function commentFor(
  reader: Reader,
  { comment, to }: { comment: number; to: number },
  now: Temporal.Instant,
): Promise<CommentToTell | undefined> {
  const found = await findComment(reader, comment)
  if (found === undefined) return undefined
  return (await mayStillRead(reader, found.projectId, [to], now)).has(to) ? found : undefined
}

export const toldOf = (found: CommentToTell, { href, to }: { href: string; to: number }) => ({
  ...{ author: authorText(found), project: found.project, subject: found.subject, body: found.body },
  ...{ answers: found.threadId === null ? null : (found.opening ?? ''), href, isCreator: found.ownerId === to },
})
