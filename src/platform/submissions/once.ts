import { eq, lt } from 'drizzle-orm'
import { daysLater, type Instant } from '#kernel/time'
import { type Database, type Reader, type Tx, transact } from '../database/database.ts'
import { submissions } from './tables.ts'

/** A form as sent: `key` stands for its hidden number, its sender and all that was typed. */
export type Submission = { key: string; now: Instant }

export type Once<T> = { kind: 'done'; value: T } | { kind: 'already'; location: string }

/**
 * Runs `work` in one transaction, once per submission. A second sending waits for the first, then gets its location
 * instead of an effect. `locationOf` says where a success leads; undefined (a refusal) leaves the form free to be sent again.
 */
export function once<T>(
  database: Database,
  submission: Submission,
  work: (tx: Tx) => Promise<T>,
  locationOf: (value: T) => string | undefined,
): Promise<Once<T>> {
  return transact(database, async (tx): Promise<Once<T>> => {
    const earlier = await claim(tx, submission)
    if (earlier !== undefined) return { kind: 'already', location: earlier }
    const value = await work(tx)
    const location = locationOf(value)
    if (location === undefined) await tx.delete(submissions).where(eq(submissions.key, submission.key))
    else await tx.update(submissions).set({ location }).where(eq(submissions.key, submission.key))
    return { kind: 'done', value }
  })
}

/**
 * Takes the submission for this transaction. Returns where the first sending led when there was one. `promised` may name
 * the location beforehand, which saves a statement where places are hot.
 */
export async function claim(tx: Tx, submission: Submission, promised?: string): Promise<string | undefined> {
  const taken = await tx
    .insert(submissions)
    .values({ key: submission.key, location: promised, createdAt: submission.now })
    .onConflictDoNothing()
    .returning({ key: submissions.key })
  if (taken.length === 1) return undefined
  const [first] = await tx.select().from(submissions).where(eq(submissions.key, submission.key))
  return first?.location ?? '/'
}

/** Where a form that was sent before led; undefined for one that is new. Asked where what it was about is there no more. */
export async function earlierLocation(reader: Reader, submission: Submission): Promise<string | undefined> {
  const [first] = await reader.select().from(submissions).where(eq(submissions.key, submission.key))
  return first?.location ?? undefined
}

/** Gives a claimed submission back after a refusal: the same form may be sent again. */
export async function release(tx: Tx, submission: Submission): Promise<void> {
  await tx.delete(submissions).where(eq(submissions.key, submission.key))
}

/** Forgets submissions older than two days: nobody resends a form after that. */
export async function sweepSubmissions(database: Database, now: Instant): Promise<void> {
  await database.delete(submissions).where(lt(submissions.createdAt, daysLater(now, -2)))
}
