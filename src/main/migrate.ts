import { migrateDatabase } from '#platform/database/migrate.ts'
import { createLog } from '#platform/log.ts'
import { serverOf } from '#platform/postgres/server-of.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { readSettings } from '#platform/settings.ts'

await runCommand(async (open) => {
  const settings = readSettings(process.env)
  const server = open.adopt(await serverOf(settings, createLog(settings.LOG_LEVEL)), (server) => server.stop())
  await migrateDatabase(server.url, 'migrations')
  console.log('La base est à jour.')
})
