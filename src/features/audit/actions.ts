import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { insertEntries } from './store.ts'

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

/** Keeps a line in the transaction of what it tells: both are there, or neither. A reading has none to be in. */
export async function audit(tx: Pick<Tx, 'insert'>, entry: AuditEntry): Promise<void> {
  await auditEach(tx, [entry])
}

/** The same for what befalls many at once; one statement up to a thousand. */
export async function auditEach(tx: Pick<Tx, 'insert'>, entries: readonly AuditEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += ENTRIES_OF_A_STATEMENT)
    await insertEntries(tx, entries.slice(from, from + ENTRIES_OF_A_STATEMENT).map(rowOf))
}

const ENTRIES_OF_A_STATEMENT = 1000

const rowOf = ({ actorId, verb, object, details = {}, now }: AuditEntry) => ({
  actorId,
  verb,
  object,
  details,
  at: now,
})
