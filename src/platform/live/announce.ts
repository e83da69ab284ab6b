import { sql } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'

export const LIVE_CHANNEL = 'live'

/**
 * Says to every process, when the transaction commits, that something changed: `topic` names it (`canvas:12`), `payload` is a
 * number or a word (never a text of a person: 8,000 bytes at most in all).
 */
export async function announce(tx: Reader, topic: string, payload: string | number): Promise<void> {
  await tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${`${topic} ${payload}`})`)
}
