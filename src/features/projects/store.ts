import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { ProjectState } from './access.ts'
import type { Sheet } from './sheet.ts'
import { glassOpenings, projectFiles, projects } from './tables.ts'

/** Locks a project: whatever changes it, or who may read it, waits here. */
export async function lockProject(tx: Tx, id: number) {
  const { ownerId, state, version } = projects
  const [row] = await tx
    .select({ id: projects.id, ownerId, state, version })
    .from(projects)
    .where(eq(projects.id, id))
    .for('update')
  return row
}

export async function countProjects(tx: Tx, ownerId: number): Promise<number> {
  return tx.$count(projects, eq(projects.ownerId, ownerId))
}

export async function insertProject(tx: Tx, sheet: Sheet, { ownerId, now }: { ownerId: number; now: Instant }) {
  const [row] = await tx
    .insert(projects)
    .values({ ...sheet, ownerId, createdAt: now, updatedAt: now })
    .returning({ id: projects.id })
  if (row === undefined) throw new Error('no row')
  return row.id
}

export async function updateSheet(tx: Tx, id: number, sheet: Sheet, now: Instant): Promise<void> {
  await tx
    .update(projects)
    .set({ ...sheet, updatedAt: now, version: sql`${projects.version} + 1` })
    .where(eq(projects.id, id))
}

export async function updateState(tx: Tx, id: number, state: ProjectState, now: Instant): Promise<void> {
  await tx
    .update(projects)
    .set({ state, archivedAt: state === 'archived' ? now : null, updatedAt: now })
    .where(eq(projects.id, id))
}

export async function deleteProject(tx: Tx, id: number): Promise<void> {
  await tx.delete(projects).where(eq(projects.id, id))
}

/** The documents of a sheet, in order; those that stay keep the day they were joined. */
export async function saveDocuments(
  tx: Tx,
  projectId: number,
  { fileIds, now }: { fileIds: readonly number[]; now: Instant },
): Promise<void> {
  const kept = sql.param([...fileIds])
  await tx
    .delete(projectFiles)
    .where(and(eq(projectFiles.projectId, projectId), sql`${projectFiles.fileId} <> all(${kept}::bigint[])`))
  if (fileIds.length === 0) return
  await tx
    .insert(projectFiles)
    .values(fileIds.map((fileId, position) => ({ projectId, fileId, position, createdAt: now })))
    .onConflictDoUpdate({
      target: [projectFiles.projectId, projectFiles.fileId],
      set: { position: sql`excluded.position` },
    })
}

export async function insertOpening(tx: Tx, row: typeof glassOpenings.$inferInsert): Promise<number> {
  const [inserted] = await tx.insert(glassOpenings).values(row).returning({ id: glassOpenings.id })
  if (inserted === undefined) throw new Error('no row')
  return inserted.id
}
