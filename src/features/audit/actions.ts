import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { insertEntry } from './store.ts'

export type AuditEntry = {
  /** Null: the site itself, or someone without an account. */
  actorId: number | null
  /** `account-validated` */
  verb: string
  /** `person:12`, `date:7` */
  object: string
  /** Numbers and codes, never a name or an address. */
  details?: Record<string, string | number>
  now: Instant
}

/** Keeps a line in the transaction of what it tells: both are there, or neither. */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { actorId, verb, object, details = {}, now } = entry
  await insertEntry(tx, { actorId, verb, object, details, at: now })
}
