import type { Tx } from '#platform/database/database.ts'
import { auditLog } from './tables.ts'

export async function insertEntry(tx: Tx, entry: typeof auditLog.$inferInsert): Promise<void> {
  await tx.insert(auditLog).values(entry)
}
