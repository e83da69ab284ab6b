import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadTerritory } from '#features/territory/actions.ts'
import { type Database, openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from '#tests/database.ts'
import { importFile } from './import-file-actions.ts'

const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
let fresh: FreshDatabase
let database: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, WORKER_LIMITS, createLog('silent'))
  await loadTerritory(database, now)
  await loadTerritory(database, now)
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const FILES = [
  'structures-data-inclusion-2022.json.gz',
  'services-data-inclusion-2022.json',
  'structures-france-services-ara-2022.csv',
  'structures-hinaura-ara-2022.csv.gz',
]
test('real', async () => {
  for (const file of FILES) {
    const again = await importFile(database, { path: `data/${file}`, now })
    expect([again.added, again.changed, again.kept]).toEqual([0, 0, 0])
  }
})
