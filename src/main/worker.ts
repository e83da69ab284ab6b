import { startWorker } from '#app'
import { WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { openParts } from '#platform/process/open-parts.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { readSettings } from '#platform/settings.ts'

await runCommand(async (open, stopped) => {
  const settings = readSettings(process.env)
  const log = createLog(settings.LOG_LEVEL)
  const parts = await openParts(open, settings, { log, limits: WORKER_LIMITS })
  open.adopt(await startWorker(parts), (worker) => worker.stop())
  log.info('worker: waiting for jobs')
  await stopped
})
