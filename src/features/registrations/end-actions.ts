import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import type { Refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { promoteIn } from './list-actions.ts'
import type { Locked } from './locked-actions.ts'
import { decideCancellation } from './rules.ts'
import { setState } from './store.ts'
import { tellIn } from './tell-actions.ts'

type End = {
  /** Who ends it: names the line of the log and the mail. */
  verb: 'registration-cancelled' | 'registration-removed' | 'prescription-withdrawn'
  actorId: number | null
}

/** A registration of a locked list ends: its people are told, and the first who waits gets the place (REG-4). */
export async function endIn(
  tx: Tx,
  { list, registration }: Locked,
  { verb, actorId }: End,
  now: Instant,
): Promise<{ kind: 'cancelled' } | Refused<'not-registered' | 'date-begun'>> {
  const verdict = decideCancellation(list, registration.state, now)
  if (verdict.kind === 'refused') return verdict
  await setState(tx, registration.id, { state: 'cancelled', heldUntil: null, presence: null, settledAt: now })
  await audit(tx, { actorId, verb, object: `registration:${registration.id}`, now })
  await tellIn(tx, verb, { registrations: [registration], now })
  if (verdict.freesSeat) await promoteIn(tx, list.id, now)
  return { kind: 'cancelled' }
}
