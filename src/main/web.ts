import { createApp } from '#app'
import { WEB_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { listenAt } from '#platform/process/listen.ts'
import { openParts } from '#platform/process/open-parts.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { readSettings } from '#platform/settings.ts'

await runCommand(async (open, stopped) => {
  const settings = readSettings(process.env)
  const log = createLog(settings.LOG_LEVEL)
  const parts = await openParts(open, settings, { log, limits: WEB_LIMITS })
  const app = open.adopt(await createApp(parts), (app) => app.stop())
  await listenAt(settings, (where) => app.server.listen(where))
  log.info(`web: listening on ${settings.HOST}:${settings.PORT}`)
  await stopped
})
