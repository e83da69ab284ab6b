import { addresses, itemOf } from '#addresses'
import type { MailRenderer, MailRenderers } from '#platform/mail/mail-content.ts'
import { type Kinds, kindOf } from './kinds.ts'
import { findJudgement, findWaiting } from './mail-queries.ts'
import { decisionMail, waitingMail } from './mails/moderation-mails.ts'

/** The mails of moderation, by the state of things when they leave. */
export function contentMails(kinds: Kinds): MailRenderers {
  const decided: MailRenderer = async (reader, { judgement }, { publicUrl }) => {
    const found = await findJudgement(reader, Number(judgement))
    if (found === undefined) return undefined
    const { kind, verb, reason, data } = found
    const { address } = kindOf(kinds, kind)
    const item = itemOf(found)
    const title = data?.content.title ?? found.title
    const href = publicUrl + (verb === 'ask-for-changes' ? address.edit({ item }) : address.one({ item }))
    return decisionMail({ kind, verb, title, reason, href })
  }
  return {
    'content-submitted': waiting,
    'content-published': decided,
    'content-to-correct': decided,
    'content-refused': decided,
    'content-unpublished': decided,
    'content-trashed': decided,
  }
}

/** Nothing is said of a text that was withdrawn, replaced or judged meanwhile. */
const waiting: MailRenderer = async (reader, { revision }, { publicUrl }) => {
  const found = await findWaiting(reader, Number(revision))
  if (found === undefined) return undefined
  const isChange = found.revision === 'pending'
  if (!isChange && found.state !== 'submitted') return undefined
  return waitingMail({
    kind: found.kind,
    title: found.data.content.title,
    author: found.author ?? '',
    isChange,
    href: publicUrl + addresses.admin.content({ content: found.id }),
  })
}
