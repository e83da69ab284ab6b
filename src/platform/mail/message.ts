import type { SendMailOptions } from 'nodemailer'
import { readEmail } from '#kernel/email-address'
import type { MailContent } from './mail-content.ts'
import { htmlOf } from './mail-html.tsx'
import { oneLine, textOf } from './mail-text.ts'
import { messageIdOf } from './message-id.ts'

export type Sender = { from: string; publicUrl: string; secret: string }

const SITE = 'Je crée dans ma région'

/** One address as such: what it holds is never read as a list, a name or a header. Undefined when it is not one address. */
function oneAddress(typed: string): { name: string; address: string } | undefined {
  const read = readEmail(typed)
  return typeof read === 'string' ? undefined : { name: '', address: read.address }
}

/** What mailboxes make their own button of. */
const stopHeaders = (url: string | undefined): Record<string, string> =>
  url === undefined ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }

/** The message as given to the relay. Undefined when the recipient is not one address. */
export function messageOf(
  mail: { id: number; recipient: string; createdAt: Temporal.Instant },
  content: MailContent,
  sender: Sender,
): SendMailOptions | undefined {
  const to = oneAddress(mail.recipient)
  if (to === undefined) return undefined
  const subject = oneLine(content.subject)
  const { calendar } = content
  return {
    messageId: messageIdOf(mail.id, sender),
    date: new Date(mail.createdAt.epochMilliseconds),
    from: sender.from,
    to,
    replyTo: content.replyTo === undefined ? undefined : oneAddress(content.replyTo),
    subject,
    text: textOf(content),
    html: htmlOf({ ...content, subject }, { site: SITE, home: sender.publicUrl }),
    headers: { 'Auto-Submitted': 'auto-generated', ...stopHeaders(content.unsubscribe) },
    icalEvent: calendar && { method: calendar.method, content: calendar.ics, filename: 'invitation.ics' },
    attachments: content.attachments?.map(({ name, type, content: bytes }) => ({
      filename: oneLine(name, 100).replace(/[/\\]/g, '-'),
      contentType: type,
      content: typeof bytes === 'string' ? bytes : Buffer.from(bytes),
    })),
  }
}
