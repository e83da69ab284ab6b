import type { Tx } from '#platform/database/database.ts'
import { auditLog } from './tables.ts'

export async function insertEntries(tx: Pick<Tx, 'insert'>, entries: (typeof auditLog.$inferInsert)[]): Promise<void> {
  await tx.insert(auditLog).values(entries)
}
