import type { Instant } from '#kernel/time'
import { refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import type { Entered, Entry, LinkUse } from './link-actions.ts'
import { activate, lockAddress } from './person-store.ts'
import { openSession, sessionKeyOf } from './session-actions.ts'
import { spendLink } from './token-actions.ts'

/** `isPending`: he asked for a professional account, which waits for validation. */
export type Confirmed = {
  id: number
  email: string
  emailKey: string
  departement: string | null
  isPending: boolean
}

/** What upper features do when an account becomes active, in the same transaction. */
export type WhenAccountConfirmed = (tx: Tx, person: Confirmed, now: Instant) => Promise<void>

/**
 * Makes an attempt the account of its address and signs in. A professional then waits for validation (ACC-2): `announced` tells
 * those who judge.
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
      const { departement } = attempt
      const confirmed = { id, email, emailKey, departement, isPending: attempt.professionalState === 'pending' }
      for (const announce of announced) await announce(tx, confirmed, now)
      return { kind: 'entered', emailKey, name }
    },
    (entry) => (entry.kind === 'entered' ? sent.location : undefined),
  )
}
