import { lt } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { contactMessages } from './tables.ts'

export async function insertMessage(tx: Tx, message: typeof contactMessages.$inferInsert): Promise<number> {
  const [row] = await tx.insert(contactMessages).values(message).returning({ id: contactMessages.id })
  if (row === undefined) throw new Error('a message was not inserted')
  return row.id
}

export async function sweepMessages(tx: Pick<Tx, 'delete'>, before: Instant): Promise<void> {
  await tx.delete(contactMessages).where(lt(contactMessages.createdAt, before))
}
