import type { Reader } from '../database/database.ts'
import type { MailContent, MailContext, MailLink, MailRenderers } from './mail-content.ts'
import type { WaitingMail } from './waiting-mails.ts'

/** How somebody with an account stops the mails of a subject: the address of one click, and the links of the foot. */
export type StopOf = (personId: number, topic: string) => { oneClick: string; links: readonly MailLink[] }

export type Writing = { renderers: MailRenderers; stopOf?: StopOf }

class UnknownMailKind extends Error {}

/**
 * A mail as it would leave now; undefined: no longer true. One of a subject, to an account, says how to stop that subject; a
 * mail with a narrower stop of its own (one orientation that is followed) keeps it for the button of mailboxes.
 */
export async function writtenMail(
  { renderers, stopOf }: Writing,
  reader: Reader,
  mail: Pick<WaitingMail, 'kind' | 'about' | 'personId'>,
  context: MailContext,
): Promise<MailContent | undefined> {
  const render = renderers[mail.kind]
  if (render === undefined) throw new UnknownMailKind(`no renderer for ${mail.kind}`)
  const content = await render(reader, mail.about, context)
  if (content?.topic === undefined || mail.personId === null || stopOf === undefined) return content
  const { oneClick, links } = stopOf(mail.personId, content.topic)
  return { ...content, unsubscribe: content.unsubscribe ?? oneClick, foot: [...(content.foot ?? []), ...links] }
}
