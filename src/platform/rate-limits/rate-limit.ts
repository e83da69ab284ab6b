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
  const { count, endsAt } = await countOne(database, key, limit, now)
  return count <= limit.tries ? { allowed: true } : { allowed: false, retryAfterSeconds: secondsUntil(endsAt, now) }
}

/** At most `most` of something in `seconds`. */
export type AmountLimit = { most: number; seconds: number }

/** Counts an amount for `key`; what goes beyond the limit is refused whole, and not counted. */
export async function countAmount(
  database: Database,
  key: string,
  { most, seconds }: AmountLimit,
  { amount, now }: { amount: number; now: Instant },
): Promise<Allowance> {
  const { count, endsAt } = await countOne(database, key, { seconds, amount }, now)
  if (count <= most) return { allowed: true }
  await giveBack(database, key, amount)
  return { allowed: false, retryAfterSeconds: secondsUntil(endsAt, now) }
}

type Counting = { seconds: number; amount?: number }

async function countOne(database: Database | Tx, key: string, { seconds, amount = 1 }: Counting, now: Instant) {
  const endsAt = now.add({ seconds })
  const ended = sql`${rateLimits.endsAt} <= excluded.started_at`
  const [row] = await database
    .insert(rateLimits)
    .values({ key, count: amount, startedAt: now, endsAt })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${ended} then excluded.count else ${rateLimits.count} + excluded.count end`,
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
  const same = await countOne(database, `${key}:${form}`, limit, now)
  if (same.count === 1) return countTry(database, key, limit, now)
  if (same.count > MOST_RESENDS) return { allowed: false, retryAfterSeconds: secondsUntil(same.endsAt, now) }
  const [row] = await database.select().from(rateLimits).where(eq(rateLimits.key, key))
  if (row === undefined || row.count <= limit.tries) return { allowed: true }
  return { allowed: false, retryAfterSeconds: secondsUntil(row.endsAt, now) }
}

/** Gives one counted try back: it succeeded, and only failures are to be held against `key`. */
export const giveBackTry = (database: Database, key: string): Promise<void> => giveBack(database, key, 1)

/** Gives back a part of what was counted. */
export async function giveBack(database: Database, key: string, amount: number): Promise<void> {
  await database
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - ${amount}, 0)` })
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
