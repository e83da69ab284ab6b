import { inArray } from 'drizzle-orm'
import { files } from '#features/files/tables.ts'
import { departementNames } from '#features/territory/queries.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Words } from './fields.ts'
import type { FileOfContent } from './kinds.ts'

/** The words of codes and the names of files, for texts that are compared. */
export async function wordsOf(reader: Reader, shown: readonly FileOfContent[]): Promise<Words> {
  const ids = [...new Set(shown.map(({ fileId }) => fileId))]
  const rows =
    ids.length === 0
      ? []
      : await reader.select({ id: files.id, name: files.name }).from(files).where(inArray(files.id, ids))
  return {
    departements: await departementNames(reader),
    files: new Map(rows.map(({ id, name }) => [id, name])),
  }
}
