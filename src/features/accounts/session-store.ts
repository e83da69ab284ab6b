import { eq, lt } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { people, sessions } from './tables.ts'

type Writer = Pick<Tx, 'insert' | 'update' | 'delete'>

export async function insertSession(
  tx: Tx,
  session: { keyHash: string; personId: number; agent: string; now: Instant },
): Promise<void> {
  const { now, ...row } = session
  await tx.insert(sessions).values({ ...row, createdAt: now, seenAt: now })
  await tx.update(people).set({ lastSignInAt: now }).where(eq(people.id, row.personId))
}

export async function markSeen(writer: Writer, sessionId: number, now: Instant): Promise<void> {
  await writer.update(sessions).set({ seenAt: now }).where(eq(sessions.id, sessionId))
}

export async function endSession(writer: Writer, keyHash: string): Promise<void> {
  await writer.delete(sessions).where(eq(sessions.keyHash, keyHash))
}

/** Every browser of one person. Returns how many were signed in. */
export async function endAllSessions(writer: Writer, personId: number): Promise<number> {
  const ended = await writer.delete(sessions).where(eq(sessions.personId, personId)).returning({ id: sessions.id })
  return ended.length
}

export async function sweepSessions(writer: Writer, unseenSince: Instant): Promise<void> {
  await writer.delete(sessions).where(lt(sessions.seenAt, unseenSince))
}
