// A worker that writes and sends the mails of the day in a process of its own, to be killed. Its clock stands at the hour given.
import { argv } from 'node:process'
import { sendDigests } from '#features/notifications/digest-actions.ts'
import { digestMails } from '#features/notifications/mails.ts'
import { wants } from '#features/notifications/queries.ts'
import { strangerStop } from '#features/notifications/stranger-actions.ts'
import { recommendationNotices } from '#features/recommendations/block-notices.ts'
import { recommendationMails } from '#features/recommendations/mails.ts'
import { openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { createLog } from '#platform/log.ts'
import { mailPeriodics, mailTasks } from '#platform/mail/mail-tasks.ts'
import { openRelay } from '#platform/mail/relay.ts'
import type { Mailing } from '#platform/mail/send-waiting-mail.ts'
import { readSettings } from '#platform/settings.ts'

const [databaseUrl = '', smtpUrl = '', at = ''] = argv.slice(2)
const log = createLog('error')
const database = openDatabase(databaseUrl, WORKER_LIMITS, log)
const clock = { now: () => Temporal.Instant.from(at) }
const mailing: Mailing = {
  parts: {
    database,
    log,
    clock,
    settings: { ...readSettings({ PUBLIC_URL: 'https://site.example' }), SECRET: 'the same secret for every worker' },
  },
  relay: openRelay(smtpUrl),
  renderers: {
    ...recommendationMails(strangerStop('the same secret for every worker')),
    ...digestMails([recommendationNotices], () => 'stop'),
  },
  wants,
}
const digests = {
  name: 'send-digests',
  everyMinutes: 1,
  run: async () => void (await sendDigests(database, clock.now())),
}
startWorker(
  { database, log },
  { tasks: mailTasks(mailing), periodics: [...mailPeriodics(mailing), digests], beatMs: 250 },
)
process.send?.('started')
