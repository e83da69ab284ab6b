import { nameAdministrator } from '#features/accounts/administrator-actions.ts'
import { readEmail } from '#kernel/email-address'
import { WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { openParts } from '#platform/process/open-parts.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { readSettings } from '#platform/settings.ts'

await runCommand(async (open) => {
  const email = readEmail(process.argv[2] ?? '')
  if (typeof email === 'string') throw new Error('Usage : npm run administrator -- ADRESSE@EXEMPLE.FR')
  const settings = readSettings(process.env)
  const parts = await openParts(open, settings, { log: createLog(settings.LOG_LEVEL), limits: WORKER_LIMITS })
  const done = await nameAdministrator(parts, email)
  console.log(done === 'created' ? 'Compte d’administration créé.' : 'Ce compte administre désormais le site.')
  console.log('Un lien pour choisir le mot de passe part à cette adresse dès que « worker » tourne.')
})
