// A worker of mails in a process of its own, to be killed. Retries come sixty times sooner than in life.
import { argv } from 'node:process'
import { openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { createLog } from '#platform/log.ts'
import { paragraph } from '#platform/mail/mail-content.ts'
import { mailPeriodics, mailTasks } from '#platform/mail/mail-tasks.ts'
import { openRelay } from '#platform/mail/relay.ts'
import type { Mailing } from '#platform/mail/send-waiting-mail.ts'
import { readSettings } from '#platform/settings.ts'

const [databaseUrl = '', smtpUrl = ''] = argv.slice(2)
const log = createLog('error')
const database = openDatabase(databaseUrl, WORKER_LIMITS, log)
const mailing: Mailing = {
  parts: {
    database,
    log,
    clock: { now: () => Temporal.Now.instant() },
    settings: { ...readSettings({ PUBLIC_URL: 'https://site.example' }), SECRET: 'the same secret for every worker' },
  },
  relay: openRelay(smtpUrl),
  renderers: {
    plain: async (_reader, { number }) => ({
      subject: `Mail ${number}`,
      body: [paragraph('Un mot.')],
      why: 'Un essai.',
    }),
  },
  wants: async () => 'at-once',
  schedule: (attempts, now) => (attempts > 20 ? undefined : now.add({ seconds: Math.min(attempts, 5) })),
}
startWorker({ database, log }, { tasks: mailTasks(mailing), periodics: mailPeriodics(mailing) })
process.send?.('started')
