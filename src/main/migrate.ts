import { loadTerritory } from '#features/territory/actions.ts'
import { WORKER_LIMITS } from '#platform/database/database.ts'
import { migrateDatabase } from '#platform/database/migrate.ts'
import { createLog } from '#platform/log.ts'
import { openParts } from '#platform/process/open-parts.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { readSettings } from '#platform/settings.ts'

await runCommand(async (open) => {
  const settings = readSettings(process.env)
  const log = createLog(settings.LOG_LEVEL)
  const { database, databaseUrl, clock } = await openParts(open, settings, { log, limits: WORKER_LIMITS })
  await migrateDatabase(databaseUrl, 'migrations')
  await loadTerritory(database, clock.now())
  console.log('La base est à jour.')
})
