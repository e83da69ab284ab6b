import type { Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import { type FreeSeats, tellWhatIsNew } from './watch-actions.ts'

/** Each hour: who is watched for a day gets what is new (ORI-2). */
export const watchOrientations = (database: Database, now: Instant, freeSeats: FreeSeats): Promise<void> =>
  tellWhatIsNew(database, now, freeSeats)
