import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { AdviserState } from './access.ts'
import { projectAdvisers } from './tables.ts'

/** Null when an authorisation of that address holds already, or waits. */
export async function insertAdviser(tx: Tx, row: typeof projectAdvisers.$inferInsert): Promise<number | undefined> {
  const [inserted] = await tx
    .insert(projectAdvisers)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: projectAdvisers.id })
  return inserted?.id
}

const CURRENT = inArray(projectAdvisers.state, ['pending', 'active'])

/** Ends an authorisation that holds or waits; undefined when there is none of that number on the project. */
export async function endAdviser(
  tx: Tx,
  which: { projectId: number; id?: number; personId?: number },
  ended: { state: Extract<AdviserState, 'withdrawn' | 'left'>; now: Instant },
) {
  const [row] = await tx
    .update(projectAdvisers)
    .set({ state: ended.state, endedAt: ended.now })
    .where(
      and(
        eq(projectAdvisers.projectId, which.projectId),
        which.id === undefined ? undefined : eq(projectAdvisers.id, which.id),
        which.personId === undefined ? undefined : eq(projectAdvisers.personId, which.personId),
        CURRENT,
      ),
    )
    .returning({ id: projectAdvisers.id, personId: projectAdvisers.personId, email: projectAdvisers.email })
  return row
}

/** What waited for that address is its account’s from now on. */
export function activatePending(tx: Tx, person: { id: number; emailKey: string }, now: Instant) {
  const { id, projectId } = projectAdvisers
  return tx
    .update(projectAdvisers)
    .set({ state: 'active', personId: person.id, activeAt: now })
    .where(and(eq(projectAdvisers.emailKey, person.emailKey), eq(projectAdvisers.state, 'pending')))
    .returning({ id, projectId })
}

/** He opens the project: the first time stays, and the last is kept. */
export async function markOpened(tx: Tx, who: { projectId: number; personId: number }, now: Instant): Promise<void> {
  const { projectId, personId, openedAt, state } = projectAdvisers
  await tx
    .update(projectAdvisers)
    .set({ openedAt: sql`coalesce(${openedAt}, ${now.toString()}::timestamptz)`, seenAt: now })
    .where(and(eq(projectId, who.projectId), eq(personId, who.personId), eq(state, 'active')))
}

/** The addresses of those who read no more; their names stay as long as their accounts. */
export async function forgetEnded(tx: Tx, before: Instant): Promise<void> {
  const { state, endedAt, email, id } = projectAdvisers
  await tx
    .update(projectAdvisers)
    .set({ email: '', emailKey: sql`'ended-' || ${id}` })
    .where(and(inArray(state, ['withdrawn', 'left']), lt(endedAt, before), ne(email, '')))
}

/** Invitations that nobody answered. */
export async function expirePending(tx: Tx, before: Instant, now: Instant): Promise<void> {
  await tx
    .update(projectAdvisers)
    .set({ state: 'expired', endedAt: now, email: '', emailKey: sql`'expired-' || ${projectAdvisers.id}` })
    .where(and(eq(projectAdvisers.state, 'pending'), lt(projectAdvisers.invitedAt, before)))
}
