import { sql } from 'drizzle-orm'
import type { Database, Reader, Tx } from '../database/database.ts'
import type { Parts } from '../parts.ts'
import type { MailContent } from './mail-content.ts'
import { LEFT_TO_THE_DAY } from './mail-of-the-day.ts'
import { messageOf, type Sender } from './message.ts'
import type { Relay } from './relay.ts'
import type { Outcome } from './relay-answer.ts'
import { type RetrySchedule, twoDays } from './retry-schedule.ts'
import { lockWaiting, settle, tryLater, type WaitingMail } from './waiting-mails.ts'
import { type Writing, writtenMail } from './written-mail.ts'

/** How a person wants to be told about a subject: `wants` of `#features/notifications`. */
export type Wants = (reader: Reader, personId: number, topic: string) => Promise<'at-once' | 'daily' | 'none'>

/** All that sending needs; the renderers of every feature in one record. */
export type Mailing = Writing & {
  parts: Pick<Parts, 'database' | 'clock' | 'settings' | 'log'>
  relay: Relay
  wants: Wants
  schedule?: RetrySchedule
}

/**
 * Sends one mail of the outbox, if it still waits. The row is locked while the relay is spoken to: two workers cannot
 * both send it, and the lock of a killed one goes with its connection. A death between the relay's yes and the commit is
 * the only way to a double, which bears the same Message-ID.
 */
export async function sendWaitingMail(mailing: Mailing, id: number, signal?: AbortSignal): Promise<void> {
  const { clock, log } = mailing.parts
  await (mailing.parts.database as Database).transaction(async (tx) => {
    await tx.execute(sql`set local idle_in_transaction_session_timeout = '60s'`)
    const mail = await lockWaiting(tx, id)
    if (mail === undefined) return
    const outcome = await attempt(mailing, tx, mail, signal)
    const now = clock.now()
    const next = outcome.kind === 'passing' ? (mailing.schedule ?? twoDays)(mail.attempts + 1, now) : undefined
    if (next === undefined) await settle(tx, mail, outcome, now)
    else await tryLater(tx, mail, next, { answer: outcome.answer, now })
    if (outcome.kind !== 'sent') log.info({ mail: id, kind: mail.kind, outcome: outcome.kind }, 'mail not sent')
  })
}

async function attempt(mailing: Mailing, tx: Tx, mail: WaitingMail, signal?: AbortSignal): Promise<Outcome> {
  const { settings, clock } = mailing.parts
  const content = await writtenMail(mailing, tx, mail, { publicUrl: settings.PUBLIC_URL, now: clock.now() })
  if (content === undefined) return { kind: 'dropped', answer: 'no longer true' }
  const wanted = await howWanted(mailing, tx, mail, content)
  if (wanted !== 'at-once') return { kind: 'dropped', answer: wanted === 'daily' ? LEFT_TO_THE_DAY : 'not wanted' }
  const sender: Sender = { from: settings.MAIL_FROM, publicUrl: settings.PUBLIC_URL, secret: settings.SECRET }
  const message = messageOf(mail, content, sender)
  if (message === undefined) return { kind: 'refused', answer: 'not one e-mail address' }
  return mailing.relay.send(message, signal)
}

async function howWanted(mailing: Mailing, tx: Tx, mail: WaitingMail, content: MailContent): ReturnType<Wants> {
  if (content.topic === undefined || mail.personId === null) return 'at-once'
  return mailing.wants(tx, mail.personId, content.topic)
}
