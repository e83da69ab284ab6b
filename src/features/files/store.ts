import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Database, Reader, Tx } from '#platform/database/database.ts'
import { fileRenditions, files, uploads } from './tables.ts'

export type NewFile = typeof files.$inferInsert

export async function insertFile(tx: Tx, row: NewFile): Promise<{ id: number; key: string }> {
  const [inserted] = await tx.insert(files).values(row).returning({ id: files.id, key: files.key })
  if (inserted === undefined) throw new Error('no row')
  return inserted
}

/** What was sent as a session ended belongs to whoever comes back with its key. */
export async function claimFiles(tx: Tx | Database, keys: readonly string[], ownerId: number): Promise<void> {
  if (keys.length === 0) return
  await tx
    .update(files)
    .set({ ownerId })
    .where(and(inArray(files.key, [...keys]), isNull(files.ownerId)))
}

export type FileSettings = Pick<
  typeof files.$inferInsert,
  'visibility' | 'roles' | 'description' | 'alternative' | 'departements' | 'sectors'
>

export async function updateFileSettings(tx: Tx, id: number, settings: FileSettings): Promise<void> {
  await tx.update(files).set(settings).where(eq(files.id, id))
}

/** From now on read with what they are joined to, by their owner and nobody else. */
export async function keepConfidential(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(files)
    .set({ confidential: true, visibility: 'private', roles: [] })
    .where(inArray(files.id, [...ids]))
}

export async function insertRendition(tx: Tx | Database, row: typeof fileRenditions.$inferInsert): Promise<boolean> {
  const kept = await tx
    .insert(fileRenditions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: fileRenditions.fileId })
  return kept.length === 1
}

export async function deleteFiles(tx: Tx | Database, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.delete(files).where(inArray(files.id, [...ids]))
}

export async function insertUpload(tx: Tx | Database, row: typeof uploads.$inferInsert): Promise<void> {
  await tx.insert(uploads).values(row)
}

/** Takes an upload for one piece, until that time at most; false while another is being received. */
export async function takeUpload(database: Database, key: string, until: Instant, now: Instant): Promise<boolean> {
  const taken = await database
    .update(uploads)
    .set({ receivingUntil: until })
    .where(and(eq(uploads.key, key), or(isNull(uploads.receivingUntil), lte(uploads.receivingUntil, now))))
    .returning({ key: uploads.key })
  return taken.length === 1
}

/** The piece that took the upload until that time has ended, whole or not. */
export async function leaveUpload(database: Database, key: string, until: Instant): Promise<void> {
  await database
    .update(uploads)
    .set({ receivingUntil: null })
    .where(and(eq(uploads.key, key), eq(uploads.receivingUntil, until)))
}

/** Moves the end of what was received from `from` to `to`; false when another piece came first. */
export async function advanceUpload(
  database: Database,
  upload: { key: string; from: number; to: number; piece: string },
  now: Instant,
): Promise<boolean> {
  const moved = await database
    .update(uploads)
    .set({
      receivingUntil: null,
      received: upload.to,
      pieces: sql`array_append(${uploads.pieces}, ${upload.piece})`,
      updatedAt: now,
    })
    .where(and(eq(uploads.key, upload.key), eq(uploads.received, upload.from)))
    .returning({ key: uploads.key })
  return moved.length === 1
}

export async function endUpload(
  tx: Tx | Database,
  key: string,
  end: { fileKey: string } | { refusal: string },
  now: Instant,
): Promise<void> {
  await tx
    .update(uploads)
    .set({ ...end, updatedAt: now })
    .where(and(eq(uploads.key, key), isNull(uploads.fileKey)))
}

/** False when it was gone already. */
export async function deleteUpload(tx: Tx | Database, key: string): Promise<boolean> {
  const gone = await tx.delete(uploads).where(eq(uploads.key, key)).returning({ key: uploads.key })
  return gone.length === 1
}

/** Which of these storage keys have a row. */
export async function knownStorageKeys(reader: Reader, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const { rows } = await reader.execute<{ key: string }>(sql`
    select storage_key as key from ${files} where ${inArray(files.storageKey, [...keys])}
    union all
    select storage_key from ${fileRenditions} where ${inArray(fileRenditions.storageKey, [...keys])}`)
  return new Set(rows.map(({ key }) => key))
}

/** The queue makes the copies: nobody waits for them, and the original is shown meanwhile. */
export async function queueRenditions(tx: Tx, id: number): Promise<void> {
  await tx.execute(sql`select graphile_worker.add_job('file-renditions', json_build_object('file', ${id}::bigint),
    queue_name := 'file-renditions', max_attempts := 5)`)
}
