import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { clockMoved, isTooMany, limitsAt } from './retention.ts'
import { countRegistrations, deleteOldMessages, findDue, moveLastRun } from './retention-store.ts'
import { anonymise } from './store.ts'

/** `stopped`: nothing was touched; whoever runs it says so aloud. */
export type Retention =
  | { kind: 'done'; anonymised: number }
  | { kind: 'stopped'; because: 'clock-moved' | 'too-many'; due: number; rows: number }

/**
 * Makes anonymous what is too old to name someone; each day. Stops when the clock seems to have jumped, or when more rows are
 * due than a day explains, unless `whole`: someone looked, and wants it done.
 */
export function anonymiseOldRegistrations(
  database: Database,
  now: Instant,
  { whole = false }: { whole?: boolean } = {},
): Promise<Retention> {
  return transact(database, async (tx): Promise<Retention> => {
    const jumped = clockMoved(await moveLastRun(tx, now), now)
    const limits = limitsAt(now)
    const due = await findDue(tx, limits)
    const rows = await countRegistrations(tx)
    const figures = { due: due.length, rows }
    if (jumped && !whole) return { kind: 'stopped', because: 'clock-moved', ...figures }
    if (isTooMany(due.length, rows) && !whole) return { kind: 'stopped', because: 'too-many', ...figures }
    if (due.length > 0) {
      await anonymise(tx, due, now)
      const [object, details] = ['registrations', { count: due.length }]
      await audit(tx, { actorId: null, verb: 'registrations-anonymised', object, details, now })
    }
    await deleteOldMessages(tx, limits.seated)
    return { kind: 'done', anonymised: due.length }
  })
}
