import { and, eq, gt, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { authorRequests, contentInvitations } from './membership-tables.ts'
import { contentAuthors } from './tables.ts'

/** Whether the person was not an author yet. */
export async function addAuthor(tx: Tx, contentId: number, personId: number, since: Instant): Promise<boolean> {
  const added = await tx
    .insert(contentAuthors)
    .values({ contentId, personId, since })
    .onConflictDoNothing()
    .returning({ personId: contentAuthors.personId })
  return added.length === 1
}

export async function removeAuthor(tx: Tx, contentId: number, personId: number): Promise<boolean> {
  const removed = await tx
    .delete(contentAuthors)
    .where(and(eq(contentAuthors.contentId, contentId), eq(contentAuthors.personId, personId)))
    .returning({ personId: contentAuthors.personId })
  return removed.length === 1
}

/** The number of the new request; undefined when one waits already. */
export async function insertRequest(
  tx: Tx,
  request: { contentId: number; personId: number; message: string; createdAt: Instant },
): Promise<number | undefined> {
  const [row] = await tx
    .insert(authorRequests)
    .values({ ...request, state: 'pending' })
    .onConflictDoNothing()
    .returning({ id: authorRequests.id })
  return row?.id
}

export async function lockRequest(tx: Tx, id: number) {
  const [row] = await tx.select().from(authorRequests).where(eq(authorRequests.id, id)).for('update')
  return row
}

type Answer = { state: 'accepted' | 'refused'; reason: string | null; judgedBy: number; judgedAt: Instant }

export async function answerRequest(tx: Tx, id: number, answer: Answer): Promise<void> {
  await tx.update(authorRequests).set(answer).where(eq(authorRequests.id, id))
}

type Invitation = Pick<
  typeof contentInvitations.$inferInsert,
  'contentId' | 'email' | 'emailKey' | 'invitedBy' | 'seed' | 'keyHash' | 'createdAt' | 'expiresAt'
>

/** The newest invitation of an address is the one that works. */
export async function replaceInvitation(tx: Tx, invitation: Invitation): Promise<number> {
  const { contentId, emailKey } = invitation
  await tx
    .update(contentInvitations)
    .set({ state: 'withdrawn' })
    .where(
      and(
        eq(contentInvitations.contentId, contentId),
        eq(contentInvitations.emailKey, emailKey),
        eq(contentInvitations.state, 'sent'),
      ),
    )
  const [row] = await tx
    .insert(contentInvitations)
    .values({ ...invitation, state: 'sent' })
    .returning({ id: contentInvitations.id })
  if (row === undefined) throw new Error('no row')
  return row.id
}

/** The invitation of a key that still works, locked. */
export async function lockInvitation(tx: Tx, keyHash: string, now: Instant) {
  const [row] = await tx
    .select()
    .from(contentInvitations)
    .where(
      and(
        eq(contentInvitations.keyHash, keyHash),
        sql`${contentInvitations.state} in ('sent', 'accepted')`,
        gt(contentInvitations.expiresAt, now),
      ),
    )
    .for('update')
  return row
}

/** Those that an address accepted before its account could publish. */
export function lockAccepted(tx: Tx, emailKey: string) {
  return tx
    .select()
    .from(contentInvitations)
    .where(and(eq(contentInvitations.emailKey, emailKey), eq(contentInvitations.state, 'accepted')))
    .orderBy(contentInvitations.id)
    .for('update')
}

type Settled = { state: 'accepted' | 'joined' | 'withdrawn'; acceptedBy?: number }

export async function settleInvitation(tx: Tx, id: number, settled: Settled): Promise<void> {
  await tx.update(contentInvitations).set(settled).where(eq(contentInvitations.id, id))
}

/** Whether there was something to take back. */
export async function withdrawInvitation(tx: Tx, id: number, contentId: number): Promise<boolean> {
  const open = sql`${contentInvitations.state} in ('sent', 'accepted')`
  const gone = await tx
    .update(contentInvitations)
    .set({ state: 'withdrawn' })
    .where(and(eq(contentInvitations.id, id), eq(contentInvitations.contentId, contentId), open))
    .returning({ id: contentInvitations.id })
  return gone.length === 1
}
