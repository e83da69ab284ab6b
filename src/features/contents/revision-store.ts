import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { FileOfContent, RevisionData } from './kinds.ts'
import type { RevisionState } from './moderation.ts'
import { contentJudgements, contentRevisions } from './revision-tables.ts'
import { contentFiles, contentSectors, contents } from './tables.ts'

/** Locks a content: everything about it waits for its row, which is taken before those of its kind. */
export async function lockContent(tx: Tx, id: number): Promise<typeof contents.$inferSelect | undefined> {
  const [row] = await tx.select().from(contents).where(eq(contents.id, id)).for('update')
  return row
}

export async function updateState(
  tx: Tx,
  id: number,
  to: { state: (typeof contents.$inferSelect)['state']; reason: string | null; now: Instant },
): Promise<void> {
  const { state, reason, now } = to
  const at = sql`${now.toString()}::timestamptz`
  await tx
    .update(contents)
    .set({
      state,
      reason,
      submittedAt: state === 'submitted' ? sql`coalesce(${contents.submittedAt}, ${at})` : null,
      ...(state === 'published' ? { publishedAt: sql`coalesce(${contents.publishedAt}, ${at})` } : {}),
    })
    .where(eq(contents.id, id))
}

export async function becomeOwnStructure(tx: Tx, id: number): Promise<void> {
  await tx.update(contents).set({ structureId: id }).where(eq(contents.id, id))
}

/** A text was proposed beside the content: another editor must see it, the public must not see a new date. */
export async function nextVersion(tx: Tx, id: number): Promise<void> {
  await tx
    .update(contents)
    .set({ version: sql`${contents.version} + 1` })
    .where(eq(contents.id, id))
}

export async function replaceSectors(tx: Tx, contentId: number, sectors: readonly string[]): Promise<void> {
  await tx.delete(contentSectors).where(eq(contentSectors.contentId, contentId))
  if (sectors.length > 0) await tx.insert(contentSectors).values(sectors.map((sector) => ({ contentId, sector })))
}

export async function replaceFiles(tx: Tx, contentId: number, files: readonly FileOfContent[]): Promise<void> {
  await tx.delete(contentFiles).where(eq(contentFiles.contentId, contentId))
  if (files.length === 0) return
  await tx
    .insert(contentFiles)
    .values(files.map(({ fileId, role }, position) => ({ contentId, position, fileId, role })))
}

type Revision = {
  contentId: number
  state: RevisionState
  data: RevisionData
  authorId: number | null
  createdAt: Instant
}

/** Keeps a text under the next number of its content, which is locked. */
export async function insertRevision(tx: Tx, revision: Revision): Promise<number> {
  const { contentId } = revision
  const number = sql`(select coalesce(max(number), 0) + 1 from content_revisions where content_id = ${contentId})`
  const [row] = await tx
    .insert(contentRevisions)
    .values({ ...revision, number: number as unknown as number })
    .returning({ id: contentRevisions.id })
  if (row === undefined) throw new Error('no row')
  return row.id
}

/** The revisions of these states give way to a newer text. */
export async function replaceRevisions(tx: Tx, contentId: number, states: readonly RevisionState[]): Promise<void> {
  await tx
    .update(contentRevisions)
    .set({ state: 'replaced' })
    .where(and(eq(contentRevisions.contentId, contentId), inArray(contentRevisions.state, [...states])))
}

export async function judgeRevision(
  tx: Tx,
  id: number,
  judged: { state: RevisionState; reason: string | null },
): Promise<void> {
  await tx.update(contentRevisions).set(judged).where(eq(contentRevisions.id, id))
}

export async function insertJudgement(tx: Tx, judgement: typeof contentJudgements.$inferInsert): Promise<number> {
  const [row] = await tx.insert(contentJudgements).values(judgement).returning({ id: contentJudgements.id })
  if (row === undefined) throw new Error('no row')
  return row.id
}
