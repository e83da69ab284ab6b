import { sendMail } from '#platform/mail/outbox.ts'
import type { Parts } from '#platform/parts.ts'
import { type Once, once } from '#platform/submissions/once.ts'
import type { ContactSubject } from './contact.ts'
import { insertMessage } from './contact-store.ts'
import type { Sent } from './sign-up-actions.ts'

export type Message = { personId: number | null; name: string; email: string; subject: ContactSubject; message: string }

/** Keeps a message and mails it to those who run the site; they answer to its sender (ACC-7). */
export function writeToAdministrators(
  parts: Parts,
  { submission, location }: Sent,
  message: Message,
): Promise<Once<void>> {
  const { now } = submission
  return once(
    parts.database,
    submission,
    async (tx) => {
      const id = await insertMessage(tx, { ...message, createdAt: now })
      const mail = { cause: `contact:${id}`, kind: 'contact', about: { message: id }, now }
      await sendMail(tx, { ...mail, recipient: parts.settings.CONTACT_MAIL })
    },
    () => location,
  )
}
