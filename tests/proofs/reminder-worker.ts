// A worker that reminds and sends in a process of its own, to be killed. Its heart beats faster than in life.
import { argv } from 'node:process'
import { remindAndThank } from '#features/registrations/jobs.ts'
import { registrationMails } from '#features/registrations/mails.ts'
import { openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { createLog } from '#platform/log.ts'
import { mailPeriodics, mailTasks } from '#platform/mail/mail-tasks.ts'
import { openRelay } from '#platform/mail/relay.ts'
import type { Mailing } from '#platform/mail/send-waiting-mail.ts'
import { readSettings } from '#platform/settings.ts'

const [databaseUrl = '', smtpUrl = ''] = argv.slice(2)
const log = createLog('error')
const database = openDatabase(databaseUrl, WORKER_LIMITS, log)
const clock = { now: () => Temporal.Now.instant() }
const mailing: Mailing = {
  parts: {
    database,
    log,
    clock,
    settings: { ...readSettings({ PUBLIC_URL: 'https://site.example' }), SECRET: 'the same secret for every worker' },
  },
  relay: openRelay(smtpUrl),
  renderers: registrationMails('contact@example.fr'),
  wants: async () => 'at-once',
}
const remind = { name: 'remind-and-thank', everyMinutes: 1, run: () => remindAndThank(database, clock.now()) }
startWorker(
  { database, log },
  { tasks: mailTasks(mailing), periodics: [...mailPeriodics(mailing), remind], beatMs: 250 },
)
process.send?.('started')
