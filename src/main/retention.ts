import { anonymiseOldRegistrations } from '#features/registrations/retention-actions.ts'
import { WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { openParts } from '#platform/process/open-parts.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { readSettings } from '#platform/settings.ts'

const WHY = {
  'clock-moved': 'l’horloge a fait un bond depuis la dernière fois',
  'too-many': 'c’est plus que ce qu’un jour explique',
}

await runCommand(async (open) => {
  const settings = readSettings(process.env)
  const parts = await openParts(open, settings, { log: createLog(settings.LOG_LEVEL), limits: WORKER_LIMITS })
  const whole = process.argv.includes('--whole')
  const done = await anonymiseOldRegistrations(parts.database, parts.clock.now(), { whole })
  if (done.kind === 'done') return console.log(`Inscriptions rendues anonymes : ${done.anonymised}.`)
  const { because, due, rows } = done
  console.error(`Rien n’a été touché : ${due} inscriptions sur ${rows} sont à rendre anonymes, et ${WHY[because]}.`)
  console.error('Si c’est voulu : npm run retention -- --whole')
  process.exitCode = 1
})
