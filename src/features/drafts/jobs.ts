import { daysLater, type Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { DRAFT_DAYS } from './form-names.ts'
import { deleteDraftsBefore } from './store.ts'

/** Each hour: forgets what nobody took up again for sixty days. */
export function sweepDrafts(database: Database, now: Instant): Promise<void> {
  return transact(database, (tx) => deleteDraftsBefore(tx, daysLater(now, -DRAFT_DAYS)))
}
