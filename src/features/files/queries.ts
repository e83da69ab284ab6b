import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { type FileRights, passesOwnRule } from './access.ts'
import type { ShownFile } from './shown-file.ts'
import { fileRenditions, files, uploads } from './tables.ts'

const shownColumns = {
  id: files.id,
  key: files.key,
  name: files.name,
  kind: files.kind,
  mediaType: files.mediaType,
  bytes: files.bytes,
  width: files.width,
  height: files.height,
  description: files.description,
  alternative: files.alternative,
  visibility: files.visibility,
  roles: files.roles,
  departements: files.departements,
  sectors: files.sectors,
  state: files.state,
  ownerId: files.ownerId,
  confidential: files.confidential,
  copies: sql<ShownFile['copies']>`coalesce((select json_agg(json_build_object('size', ${fileRenditions.size}, 'format',
    ${fileRenditions.format}, 'width', ${fileRenditions.width}, 'height', ${fileRenditions.height})
    order by ${fileRenditions.size}) from ${fileRenditions} where ${eq(fileRenditions.fileId, files.id)}), '[]')`,
}

/** The same as JSON, to be gathered in the statement of a page. */
export const shownFileJson = sql<StoredFile>`json_build_object(${sql.join(
  Object.entries(shownColumns).map(([name, column]) => sql`${name}::text, ${column}`),
  sql`, `,
)})`
export type StoredFile = ShownFile & FileRights

/** The files of these numbers whose own rule lets this person read them, in the order asked. Not even a name of the others. */
export async function readableFiles(reader: Reader, ids: readonly number[], person: Person): Promise<ShownFile[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select(shownColumns)
    .from(files)
    .where(inArray(files.id, [...ids]))
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const file = found.get(id)
    return file !== undefined && passesOwnRule(file, person) ? [file] : []
  })
}

/**
 * Those of these keys that are this person’s own, nobody’s yet, or among `present`: what a form of theirs may hold. The document
 * of a project whose creator is gone is nobody’s for good.
 */
export async function filesOfForm(
  reader: Reader,
  keys: readonly string[],
  person: { id: number; present: readonly number[] },
): Promise<ShownFile[]> {
  if (keys.length === 0) return []
  const rows = await reader
    .select(shownColumns)
    .from(files)
    .where(and(inArray(files.key, [...keys]), eq(files.state, 'ready')))
  const found = new Map(rows.map((row) => [row.key, row]))
  return [...new Set(keys)].flatMap((key) => {
    const file = found.get(key)
    if (file === undefined) return []
    const isFree = file.ownerId === null && !file.confidential
    return isFree || file.ownerId === person.id || person.present.includes(file.id) ? [file] : []
  })
}

/** The keys of these files, in the order asked: what the form of an existing content begins with. */
export async function filesByNumber(reader: Reader, ids: readonly number[]): Promise<ShownFile[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select(shownColumns)
    .from(files)
    .where(and(inArray(files.id, [...ids]), eq(files.state, 'ready')))
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** A file with its place and its rights, by the key of its address. */
export async function findFile(reader: Reader, key: string) {
  const [file] = await reader.select().from(files).where(eq(files.key, key))
  return file
}

export async function findFileById(reader: Reader, id: number) {
  const [file] = await reader.select().from(files).where(eq(files.id, id))
  return file
}

export async function findRendition(reader: Reader, fileId: number, wanted: { size: number; format: string }) {
  const [copy] = await reader
    .select()
    .from(fileRenditions)
    .where(
      and(
        eq(fileRenditions.fileId, fileId),
        eq(fileRenditions.size, wanted.size),
        sql`${fileRenditions.format} = ${wanted.format}`,
      ),
    )
  return copy
}

export async function findUpload(reader: Reader, key: string) {
  const [upload] = await reader.select().from(uploads).where(eq(uploads.key, key))
  return upload
}

export const idleUploads = (reader: Reader, before: Instant) =>
  reader.select({ key: uploads.key }).from(uploads).where(lt(uploads.updatedAt, before))

/** What may be swept: files sent before `before`, oldest first, from the number `after` on. */
export const oldFiles = (reader: Reader, before: Instant, after: number) =>
  reader
    .select({ id: files.id, ownerId: files.ownerId, state: files.state, createdAt: files.createdAt })
    .from(files)
    .where(and(lt(files.createdAt, before), sql`${files.id} > ${after}`))
    .orderBy(asc(files.id))
    .limit(500)
