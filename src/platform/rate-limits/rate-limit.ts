import { eq, lt, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Database, Tx } from '../database/database.ts'
import type { Submission } from '../submissions/once.ts'
import { rateLimits } from './tables.ts'

/** At most `tries` in `seconds`, counted from the first. */
export type RateLimit = { tries: number; seconds: number }

export type Allowance = { allowed: true } | { allowed: false; retryAfterSeconds: number }

/** Counts one try for `key` and says whether it may go on. The window starts again once it has ended. */
export async function countTry(
  database: Database | Tx,
  key: string,
  limit: RateLimit,
  now: Instant,
): Promise<Allowance> {
  const { count, endsAt } = await countOne(database, key, limit.seconds, now)
  return count <= limit.tries ? { allowed: true } : { allowed: false, retryAfterSeconds: secondsUntil(endsAt, now) }
}

async function countOne(database: Database | Tx, key: string, seconds: number, now: Instant) {
  const endsAt = now.add({ seconds })
  const ended = sql`${rateLimits.endsAt} <= excluded.started_at`
  const [row] = await database
    .insert(rateLimits)
    .values({ key, count: 1, startedAt: now, endsAt })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${ended} then 1 else ${rateLimits.count} + 1 end`,
        startedAt: sql`case when ${ended} then excluded.started_at else ${rateLimits.startedAt} end`,
        endsAt: sql`case when ${ended} then excluded.ends_at else ${rateLimits.endsAt} end`,
      },
    })
    .returning()
  if (row === undefined) throw new Error('no row')
  return row
}

/** More than any nervous hand: beyond, the same form is refused too, since each sending has its cost. */
export const MOST_RESENDS = 20

/** Counts a form once however often the same one is sent: a nervous click must not use up what is left (R5). */
export async function countForm(
  database: Database,
  { key: form, now }: Submission,
  key: string,
  limit: RateLimit,
): Promise<Allowance> {
  const same = await countOne(database, `${key}:${form}`, limit.seconds, now)
  if (same.count === 1) return countTry(database, key, limit, now)
  if (same.count > MOST_RESENDS) return { allowed: false, retryAfterSeconds: secondsUntil(same.endsAt, now) }
  const [row] = await database.select().from(rateLimits).where(eq(rateLimits.key, key))
  if (row === undefined || row.count <= limit.tries) return { allowed: true }
  return { allowed: false, retryAfterSeconds: secondsUntil(row.endsAt, now) }
}

/** Gives one counted try back: it succeeded, and only failures are to be held against `key`. */
export async function giveBackTry(database: Database, key: string): Promise<void> {
  await database
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - 1, 0)` })
    .where(eq(rateLimits.key, key))
}

export async function forgetTries(database: Database, key: string): Promise<void> {
  await database.delete(rateLimits).where(eq(rateLimits.key, key))
}

export async function sweepRateLimits(database: Database, now: Instant): Promise<void> {
  await database.delete(rateLimits).where(lt(rateLimits.endsAt, now))
}

function secondsUntil(end: Instant, now: Instant): number {
  return Math.max(1, Math.ceil(end.since(now).total('seconds')))
}
