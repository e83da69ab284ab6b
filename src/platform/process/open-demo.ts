import { openDatabase, WEB_LIMITS, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import type { Parts } from '#platform/parts.ts'
import type { Settings } from '#platform/settings.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'
import { openParts } from './open-parts.ts'

export type Demo = { web: Parts; jobs: Parts; mailbox: Mailbox | undefined }

/** All that the site needs on one machine: a pool for its pages, one for its jobs, and a mailbox if no relay is set. */
export async function openDemo(open: AsyncDisposableStack, given: Settings): Promise<Demo> {
  const log = createLog(given.LOG_LEVEL)
  const mailbox = given.SMTP_URL ? undefined : startMailbox(given, log)
  open.defer(() => mailbox?.stop())
  const settings = { ...given, SMTP_URL: given.SMTP_URL ?? mailbox?.smtpUrl }
  const jobs = await openParts(open, settings, { log, limits: WORKER_LIMITS })
  const pages = open.adopt(openDatabase(jobs.databaseUrl, WEB_LIMITS, log), (pool) => pool.close())
  // A mail sent before the mailbox listens would wait for its next try.
  await mailbox?.ready
  return { jobs, web: { ...jobs, database: pages }, mailbox }
}
