import type { Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import { listsToRemind, listsToThank } from './job-queries.ts'
import { releaseHolds } from './list-actions.ts'
import { listsWithEndedHolds } from './queries.ts'
import { remindList, thankList } from './reminder-actions.ts'

/** Each minute: places kept for addresses never confirmed, and offers never accepted, go to those who wait. */
export async function sweepHolds(database: Database, now: Instant): Promise<void> {
  for (const listId of await listsWithEndedHolds(database, now)) await releaseHolds(database, listId, now)
}

/** Each minute: reminders two days before, thanks the day after (REG-9). Done twice, it changes nothing. */
export async function remindAndThank(database: Database, now: Instant): Promise<void> {
  for (const list of await listsToRemind(database, now)) await remindList(database, list, now)
  for (const { id } of await listsToThank(database, now)) await thankList(database, id, now)
}
