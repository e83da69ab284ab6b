import { and, desc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { Block } from './board.ts'
import { canvases, canvasNotes, canvasVersions } from './tables.ts'
import type { KeptNote } from './versions.ts'

export type NewNote = typeof canvasNotes.$inferInsert

/** Locks a canvas: every change of its post-its waits here. */
export async function lockCanvas(tx: Tx, id: number) {
  const [row] = await tx.select().from(canvases).where(eq(canvases.id, id)).for('update')
  return row
}

/** The number of the change that is being made. */
export async function growRev(tx: Tx, id: number, now: Instant): Promise<number> {
  const [row] = await tx
    .update(canvases)
    .set({ rev: sql`${canvases.rev} + 1`, updatedAt: now })
    .where(eq(canvases.id, id))
    .returning({ rev: canvases.rev })
  if (row === undefined) throw new Error(`no canvas ${id}`)
  return row.rev
}

export async function insertCanvas(tx: Tx, canvas: { projectId: number; name: string; now: Instant }) {
  const { projectId, name, now } = canvas
  const [row] = await tx
    .insert(canvases)
    .values({
      ...{ projectId, name, createdAt: now, updatedAt: now },
      number: sql`(select coalesce(max(other.number), 0) + 1 from canvases other where other.project_id = ${projectId})`,
    })
    .returning({ id: canvases.id, number: canvases.number })
  if (row === undefined) throw new Error('no row')
  return row
}

export async function renameCanvas(tx: Tx, id: number, name: string): Promise<void> {
  await tx.update(canvases).set({ name }).where(eq(canvases.id, id))
}

/** The numbers of all post-its of a canvas, those taken away included. */
export async function numbersOfNotes(tx: Tx, canvasId: number): Promise<number[]> {
  const rows = await tx.select({ id: canvasNotes.id }).from(canvasNotes).where(eq(canvasNotes.canvasId, canvasId))
  return rows.map(({ id }) => id)
}

export async function deleteCanvas(tx: Tx, id: number): Promise<void> {
  await tx.delete(canvases).where(eq(canvases.id, id))
}

export async function insertNotes(tx: Tx, rows: readonly NewNote[]): Promise<number[]> {
  if (rows.length === 0) return []
  const made = await tx
    .insert(canvasNotes)
    .values([...rows])
    .returning({ id: canvasNotes.id })
  return made.map(({ id }) => id)
}

/** A post-it of that canvas, taken away or not. Locked by its canvas. */
export async function getNoteIn(tx: Tx, canvasId: number, id: number) {
  const [row] = await tx
    .select()
    .from(canvasNotes)
    .where(and(eq(canvasNotes.id, id), eq(canvasNotes.canvasId, canvasId)))
  return row
}

/** What stands in a block, in order. */
export function placesIn(tx: Tx, canvasId: number, block: Block) {
  return tx
    .select({ id: canvasNotes.id, position: canvasNotes.position })
    .from(canvasNotes)
    .where(and(eq(canvasNotes.canvasId, canvasId), eq(canvasNotes.block, block), isNull(canvasNotes.deletedAt)))
    .orderBy(sql`${canvasNotes.position} collate "C"`, canvasNotes.id)
}

export const countNotes = (tx: Tx, canvasId: number): Promise<number> =>
  tx.$count(canvasNotes, and(eq(canvasNotes.canvasId, canvasId), isNull(canvasNotes.deletedAt)))

export async function updateNote(tx: Tx, id: number, change: Partial<NewNote>): Promise<void> {
  await tx.update(canvasNotes).set(change).where(eq(canvasNotes.id, id))
}

/** Makes the positions of a block anew. */
export async function updatePositions(
  tx: Tx,
  places: readonly { id: number; position: string }[],
  rev: number,
): Promise<void> {
  if (places.length === 0) return
  const ids = sql.param(places.map(({ id }) => id))
  const positions = sql.param(places.map(({ position }) => position))
  await tx.execute(sql`update ${canvasNotes} set position = made.position, rev = ${rev}
    from unnest(${ids}::bigint[], ${positions}::text[]) made(id, position) where canvas_notes.id = made.id`)
}

/** Puts these post-its back as they were, and takes the others away. */
export async function restoreNotes(
  tx: Tx,
  canvasId: number,
  { notes, rev, now }: { notes: readonly KeptNote[]; rev: number; now: Instant },
): Promise<void> {
  const ids = notes.map(({ id }) => id)
  await tx
    .update(canvasNotes)
    .set({ deletedAt: now, rev, updatedAt: now })
    .where(
      and(
        eq(canvasNotes.canvasId, canvasId),
        isNull(canvasNotes.deletedAt),
        ids.length === 0 ? undefined : notInArray(canvasNotes.id, ids),
      ),
    )
  const kept = sql`jsonb_to_recordset(${JSON.stringify(notes)}::jsonb)
    kept(id bigint, block text, position text, body text, colour text)`
  await tx.execute(sql`update ${canvasNotes} set block = kept.block, position = kept.position, body = kept.body,
    colour = kept.colour, rev = ${rev}, version = canvas_notes.version + 1, updated_at = ${now.toString()}::timestamptz,
    deleted_at = null from ${kept} where canvas_notes.id = kept.id and canvas_notes.canvas_id = ${canvasId}`)
}

/** The post-its of a canvas as they are, to keep. */
export function notesToKeep(tx: Tx, canvasId: number): Promise<KeptNote[]> {
  const { id, block, position, body, colour } = canvasNotes
  return tx
    .select({ id, block, position, body, colour })
    .from(canvasNotes)
    .where(and(eq(canvasNotes.canvasId, canvasId), isNull(canvasNotes.deletedAt)))
}

export type NewVersion = Omit<typeof canvasVersions.$inferInsert, 'number'>

export async function insertVersion(tx: Tx, version: NewVersion): Promise<number> {
  const [row] = await tx
    .insert(canvasVersions)
    .values({
      ...version,
      number: sql`(select coalesce(max(other.number), 0) + 1 from canvas_versions other
        where other.canvas_id = ${version.canvasId})`,
    })
    .returning({ number: canvasVersions.number })
  if (row === undefined) throw new Error('no row')
  return row.number
}

/** Those kept by hand. */
export const countVersions = (tx: Tx, canvasId: number): Promise<number> =>
  tx.$count(canvasVersions, and(eq(canvasVersions.canvasId, canvasId), eq(canvasVersions.reason, 'kept')))

/** Of the versions that the site keeps of itself, for one reason, the last ones stay. */
export async function forgetOldVersions(
  tx: Tx,
  canvasId: number,
  { reason, most }: { reason: 'pause' | 'before-restore'; most: number },
): Promise<void> {
  const isSuch = and(eq(canvasVersions.canvasId, canvasId), eq(canvasVersions.reason, reason))
  const kept = tx
    .select({ id: canvasVersions.id })
    .from(canvasVersions)
    .where(isSuch)
    .orderBy(desc(canvasVersions.number))
    .limit(most)
  await tx.delete(canvasVersions).where(and(isSuch, sql`not ${inArray(canvasVersions.id, kept)}`))
}

export async function getVersionIn(tx: Tx, canvasId: number, number: number) {
  const [row] = await tx
    .select({ number: canvasVersions.number, notes: canvasVersions.notes })
    .from(canvasVersions)
    .where(and(eq(canvasVersions.canvasId, canvasId), eq(canvasVersions.number, number)))
  return row
}
