// What workers of proofs share, each in a process of its own, to be killed.
import { argv } from 'node:process'
import type { Instant } from '#kernel/time'
import { type Database, openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { type Periodic, startWorker } from '#platform/jobs/worker.ts'
import { createLog } from '#platform/log.ts'
import { mailPeriodics, mailTasks } from '#platform/mail/mail-tasks.ts'
import { openRelay } from '#platform/mail/relay.ts'
import type { Mailing } from '#platform/mail/send-waiting-mail.ts'
import { readSettings } from '#platform/settings.ts'

export const WORKER_SECRET = 'the same secret for every worker'

type Clock = { now(): Instant }

type Working = Pick<Mailing, 'renderers' | 'wants' | 'schedule'> & {
  clock?: Clock
  /** What it does each minute beside sending mails. */
  periodic?(on: { database: Database; clock: Clock }): Periodic
  /** How often its heart beats, when not as in life. */
  beatMs?: number
}

/** Starts a worker on the database and the relay that the first two arguments of this process name, and says so to its parent. */
export function workUntilKilled({ clock = systemNow, periodic, beatMs, ...mail }: Working): void {
  const [databaseUrl = '', smtpUrl = ''] = argv.slice(2)
  const log = createLog('error')
  const database = openDatabase(databaseUrl, WORKER_LIMITS, log)
  const settings = { ...readSettings({ PUBLIC_URL: 'https://site.example' }), SECRET: WORKER_SECRET }
  const mailing: Mailing = { ...mail, parts: { database, log, clock, settings }, relay: openRelay(smtpUrl) }
  const more = periodic === undefined ? [] : [periodic({ database, clock })]
  startWorker(
    { database, log },
    {
      tasks: mailTasks(mailing),
      periodics: [...mailPeriodics(mailing), ...more],
      ...(beatMs === undefined ? {} : { beatMs }),
    },
  )
  process.send?.('started')
}

const systemNow: Clock = { now: () => Temporal.Now.instant() }
