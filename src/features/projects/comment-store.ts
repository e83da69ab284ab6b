import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { projectComments } from './tables.ts'

export async function insertComment(tx: Tx, row: typeof projectComments.$inferInsert): Promise<number> {
  const [inserted] = await tx.insert(projectComments).values(row).returning({ id: projectComments.id })
  if (inserted === undefined) throw new Error('no row')
  return inserted.id
}

/** Locks the comment that opened a thread of this project: who closes it and who answers come one after the other. */
export async function lockThread(tx: Tx, projectId: number, id: number) {
  const { noteId, closedAt } = projectComments
  const [row] = await tx
    .select({ id: projectComments.id, noteId, closedAt })
    .from(projectComments)
    .where(and(eq(projectComments.id, id), eq(projectComments.projectId, projectId), isNull(projectComments.threadId)))
    .for('update')
  return row
}

export async function setClosed(tx: Tx, id: number, closed: { at: Instant; by: number } | undefined): Promise<void> {
  await tx
    .update(projectComments)
    .set({ closedAt: closed?.at ?? null, closedBy: closed?.by ?? null })
    .where(eq(projectComments.id, id))
}

/** What was said under post-its that are gone for good. */
export async function deleteCommentsOfNotes(tx: Tx, projectId: number, noteIds: readonly number[]): Promise<void> {
  const { projectId: of, noteId } = projectComments
  await tx.delete(projectComments).where(and(eq(of, projectId), inArray(noteId, [...noteIds, -1])))
}
