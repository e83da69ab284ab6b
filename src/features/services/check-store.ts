import { eq, inArray } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { sheetChecks } from './check-tables.ts'
import { services } from './tables.ts'

export async function insertCheck(tx: Tx, row: typeof sheetChecks.$inferInsert): Promise<number> {
  const [inserted] = await tx.insert(sheetChecks).values(row).returning({ id: sheetChecks.id })
  if (inserted === undefined) throw new Error('no row')
  return inserted.id
}

export async function answerCheck(tx: Tx, id: number, now: Instant): Promise<void> {
  await tx.update(sheetChecks).set({ answeredAt: now }).where(eq(sheetChecks.id, id))
}

export async function verifyServices(tx: Tx, ids: readonly number[], now: Instant): Promise<void> {
  if (ids.length > 0) {
    await tx
      .update(services)
      .set({ verifiedAt: now })
      .where(inArray(services.contentId, [...ids]))
  }
}
