import type { Instant } from '#kernel/time'
import { refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { sendMails } from '#platform/mail/outbox.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { listJudges } from './account-queries.ts'
import type { Entered, Entry, LinkUse } from './link-actions.ts'
import { activate, lockAddress } from './person-store.ts'
import { openSession, sessionKeyOf } from './session-actions.ts'
import { spendLink } from './token-actions.ts'

/** What upper features do when an account becomes active, in the same transaction. */
export type WhenAccountConfirmed = (
  tx: Tx,
  person: { id: number; email: string; emailKey: string },
  now: Instant,
) => Promise<void>

/**
 * Makes an attempt the account of its address and signs in. A professional then waits for validation, and those who judge
 * his département are told (ACC-2).
 */
export function confirmAccount(
  parts: Parts,
  { sent, key, agent }: LinkUse,
  announced: readonly WhenAccountConfirmed[],
): Promise<Entry> {
  const { submission } = sent
  const { now } = submission
  return once<Entered | ReturnType<typeof refused<'stale'>>>(
    parts.database,
    submission,
    async (tx) => {
      const person = await spendLink(tx, 'confirm', key, now)
      if (person === undefined) return refused('stale')
      const { personId: id, email, emailKey, name } = person
      const rows = await lockAddress(tx, emailKey)
      const attempt = rows.find((row) => row.id === id)
      if (attempt === undefined || rows.some((row) => row.state !== 'unconfirmed')) return refused('stale')
      await activate(tx, { id, emailKey }, now)
      await openSession(tx, { key: sessionKeyOf(parts.settings.SECRET, submission), personId: id, agent, now })
      if (attempt.professionalState === 'pending') await tellJudges(tx, { id, departement: attempt.departement }, now)
      for (const announce of announced) await announce(tx, { id, email, emailKey }, now)
      return { kind: 'entered', emailKey, name }
    },
    (entry) => (entry.kind === 'entered' ? sent.location : undefined),
  )
}

async function tellJudges(tx: Tx, person: { id: number; departement: string | null }, now: Instant): Promise<void> {
  const judges = await listJudges(tx, person.departement)
  const mail = {
    cause: `account-to-validate:${person.id}`,
    kind: 'account-to-validate',
    now,
  }
  await sendMails(
    tx,
    judges.map((judge) => ({
      ...{ ...mail, recipient: judge.email, personId: judge.id },
      about: { person: person.id, to: judge.id },
    })),
  )
}
