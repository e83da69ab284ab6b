import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImportOrder, importFile } from '#features/services/import-file-actions.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { type Database, openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { freshDatabase } from './database.ts'

export const IMPORT_DAY = Temporal.Instant.from('2026-11-24T10:00:00Z')

/** A database that knows the territory, and a folder for the files of a test. */
export async function openImportPlace() {
  const fresh = await freshDatabase()
  const database: Database = openDatabase(fresh.url, WORKER_LIMITS, createLog('silent'))
  await loadTerritory(database, IMPORT_DAY)
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  let count = 0
  const importPath = (path: string, order: Partial<ImportOrder> = {}) =>
    importFile(database, { path, now: IMPORT_DAY, ...order })
  return {
    database,
    url: fresh.url,
    folder,
    importPath,
    /** Imports a file of that content. */
    async importText(content: string | Uint8Array, order: Partial<ImportOrder> = {}) {
      const path = join(folder, `${++count}.txt`)
      await writeFile(path, content)
      return importPath(path, order)
    },
    async close() {
      await database.close()
      await fresh.drop()
      await rm(folder, { recursive: true })
    },
  }
}

export type ImportPlace = Awaited<ReturnType<typeof openImportPlace>>
