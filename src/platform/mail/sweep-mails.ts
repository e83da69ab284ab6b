import { sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Database } from '../database/database.ts'
import { jobOf } from './outbox.ts'

const AT_ONCE = 5000

/**
 * Every minute, whatever happened: a waiting mail without a job gets one again, and one whose job was parked (its
 * renderer throws, or its worker dies each time) is shown as failed. Run twice, it changes nothing.
 */
export async function sweepMails(database: Database, now: Instant): Promise<void> {
  await database.execute(sql`
    select ${jobOf(sql`lost.id`, sql`lost.bulk`)} from (
      select mails.id, mails.bulk from mails
      left join graphile_worker.jobs as jobs on jobs.key = 'mail:' || mails.id
      where mails.state = 'waiting' and jobs.id is null
      order by mails.bulk, mails.id limit ${AT_ONCE}
    ) as lost`)
  await database.execute(sql`
    update mails set state = 'failed', settled_at = ${now.toString()}::timestamptz, last_answer = 'could not be written'
    from graphile_worker.jobs as jobs
    where mails.state = 'waiting' and jobs.key = 'mail:' || mails.id
      and jobs.attempts >= jobs.max_attempts and jobs.locked_at is null`)
  await database.execute(sql`
    select graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where task_identifier = 'send-mail' and key is null and attempts >= max_attempts and locked_at is null
      limit ${AT_ONCE}))`)
}

/** Every day: a settled line is kept twelve months. */
export async function forgetOldMails(database: Database, now: Instant): Promise<void> {
  const before = now.toZonedDateTimeISO('UTC').subtract({ months: 12 }).toInstant()
  await database.execute(sql`
    delete from mails where id in (
      select id from mails where settled_at < ${before.toString()}::timestamptz order by settled_at limit ${AT_ONCE})`)
}
