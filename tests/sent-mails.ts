// The mails of a test site as a worker would send them now: preferences asked, headers and foot included.
import { eq } from 'drizzle-orm'
import type { SendMailOptions } from 'nodemailer'
import { wants } from '#features/notifications/queries.ts'
import type { Relay } from '#platform/mail/relay.ts'
import { sendWaitingMail } from '#platform/mail/send-waiting-mail.ts'
import { mails } from '#platform/mail/tables.ts'
import { writing } from '../src/app/worker.ts'
import type { TestSite } from './site.ts'

export type SentMessage = { to: string; subject: string; text: string; headers: Record<string, string> }

/** Sends all that waits, in order; answers what the relay was given. */
export async function sendWaiting(site: TestSite): Promise<SentMessage[]> {
  const sent: SentMessage[] = []
  const relay: Relay = {
    async send(message) {
      sent.push(readMessage(message))
      return { kind: 'sent', answer: '250 ok' }
    },
    close() {},
  }
  const waiting = await site.database
    .select({ id: mails.id })
    .from(mails)
    .where(eq(mails.state, 'waiting'))
    .orderBy(mails.id)
  for (const { id } of waiting) await sendWaitingMail({ parts: site.parts, relay, ...writing(site.parts), wants }, id)
  return sent
}

const readMessage = ({ to, subject, text, headers }: SendMailOptions): SentMessage => ({
  to: (to as { address: string }).address,
  subject: String(subject),
  text: String(text),
  headers: headers as Record<string, string>,
})
