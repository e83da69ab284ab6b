import type { Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import { releaseHolds } from './list-actions.ts'
import { listsWithEndedHolds } from './queries.ts'

/** Each minute: places held for addresses that were never confirmed go to those who wait. */
export async function sweepHolds(database: Database, now: Instant): Promise<void> {
  for (const listId of await listsWithEndedHolds(database, now)) await releaseHolds(database, listId, now)
}
