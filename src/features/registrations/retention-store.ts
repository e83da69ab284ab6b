import { and, eq, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { registrantMessages, registrationLists, registrations, retentionRuns } from './tables.ts'

const NAME = 'registrations'

/** Locks the one line of the last run and moves it to now; returns when that was. */
export async function moveLastRun(tx: Tx, now: Instant): Promise<Instant | undefined> {
  const born = await tx
    .insert(retentionRuns)
    .values({ name: NAME, ranAt: now })
    .onConflictDoNothing()
    .returning({ name: retentionRuns.name })
  if (born.length > 0) return undefined
  const [last] = await tx.select().from(retentionRuns).where(eq(retentionRuns.name, NAME)).for('update')
  await tx.update(retentionRuns).set({ ranAt: now }).where(eq(retentionRuns.name, NAME))
  return last?.ranAt
}

/** Dates begun before these hours: those who came, and everybody else. */
export type Limits = { seated: Instant; others: Instant }

const isDue = ({ seated, others }: Limits) =>
  and(
    isNull(registrations.anonymisedAt),
    or(
      lt(registrationLists.closesAt, seated),
      and(lt(registrationLists.closesAt, others), ne(registrations.state, 'confirmed')),
    ),
  )

/** Registrations that still name someone and should not, oldest first. */
export async function findDue(tx: Tx, limits: Limits): Promise<number[]> {
  const rows = await tx
    .select({ id: registrations.id })
    .from(registrationLists)
    .innerJoin(registrations, eq(registrations.listId, registrationLists.id))
    .where(and(lt(registrationLists.closesAt, limits.others), isDue(limits)))
    .orderBy(registrations.id)
  return rows.map(({ id }) => id)
}

export const countRegistrations = (tx: Tx): Promise<number> => tx.$count(registrations)

/** What was written to those who came on dates begun before this hour. */
export async function deleteOldMessages(tx: Tx, before: Instant): Promise<void> {
  const old = tx
    .select({ id: registrationLists.dateId })
    .from(registrationLists)
    .where(lt(registrationLists.closesAt, before))
  await tx.delete(registrantMessages).where(inArray(registrantMessages.dateId, old))
}
