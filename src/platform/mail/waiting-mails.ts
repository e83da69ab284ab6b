import { and, eq, sql } from 'drizzle-orm'
import { escapeLiteral } from 'pg'
import type { Instant } from '#kernel/time'
import type { Tx } from '../database/database.ts'
import { kindOfRefusal } from './bounce-kinds.ts'
import { jobOf } from './outbox.ts'
import type { Outcome } from './relay-answer.ts'
import { delayMs } from './retry-schedule.ts'
import { mails } from './tables.ts'

export type WaitingMail = typeof mails.$inferSelect

/** Takes a mail for this transaction. Undefined when it is settled, or when another worker is sending it. */
export async function lockWaiting(tx: Tx, id: number): Promise<WaitingMail | undefined> {
  const [mail] = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), eq(mails.state, 'waiting')))
    .for('update', { skipLocked: true })
  return mail
}

const STATES = { dropped: 'dropped', refused: 'failed', passing: 'failed' } as const

/**
 * Writes that the relay took it and commits, in one message to the database: a worker killed between the relay’s yes and
 * this sends again, so the way is as short as it can be. `begin` leaves a transaction to end to whoever opened this one.
 */
async function settleSent(tx: Tx, mail: WaitingMail, answer: string, now: Instant): Promise<void> {
  const said = escapeLiteral(answer.replaceAll('\0', ''))
  await tx.execute(
    sql.raw(`update mails set state = 'sent', attempts = ${mail.attempts + 1}, last_answer = ${said},
      settled_at = ${escapeLiteral(now.toString())} where id = ${mail.id}; commit; begin`),
  )
}

/** Writes what became of a try that ends the matter. */
export async function settle(tx: Tx, mail: WaitingMail, outcome: Outcome, now: Instant): Promise<void> {
  if (outcome.kind === 'sent') return settleSent(tx, mail, outcome.answer, now)
  const state = STATES[outcome.kind]
  const attempts = state === 'dropped' ? mail.attempts : mail.attempts + 1
  await tx
    .update(mails)
    .set({ state, attempts, lastAnswer: outcome.answer, settledAt: now, ...refusalOf(outcome, now) })
    .where(eq(mails.id, mail.id))
}

/** A refusal for good by the relay is a mail that came back at once. */
const refusalOf = ({ kind, answer }: Outcome, now: Instant) =>
  kind === 'refused' ? { bounce: kindOfRefusal(answer), bouncedAt: now, bounceDetail: answer } : {}

/** Writes what the relay said, and the job of the next try. */
export async function tryLater(tx: Tx, mail: WaitingMail, next: Instant, told: { answer: string; now: Instant }) {
  await tx
    .update(mails)
    .set({ attempts: mail.attempts + 1, lastAnswer: told.answer, nextTryAt: next })
    .where(eq(mails.id, mail.id))
  const runAt = sql`now() + ${delayMs(told.now, next)} * interval '1 millisecond'`
  await tx.execute(sql`select ${jobOf(sql`${mail.id}::bigint`, sql`${mail.bulk}::boolean`, runAt)}`)
}
