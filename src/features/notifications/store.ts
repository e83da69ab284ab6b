import type { Tx } from '#platform/database/database.ts'
import { addressStops, notifications } from './tables.ts'

/** Those already told of the same cause are left as they are. */
export async function insertNotifications(tx: Tx, rows: (typeof notifications.$inferInsert)[]): Promise<void> {
  await tx.insert(notifications).values(rows).onConflictDoNothing()
}

export async function insertStop(tx: Tx, row: typeof addressStops.$inferInsert): Promise<void> {
  await tx.insert(addressStops).values(row).onConflictDoNothing()
}
