import { daysLater, type Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { sweepMessages } from './contact-store.ts'
import { eraseUnconfirmed } from './person-store.ts'
import { IDLE_DAYS, MESSAGE_DAYS, UNCONFIRMED_DAYS } from './rules.ts'
import { sweepSessions } from './session-store.ts'
import { sweepTokens } from './token-store.ts'

/** Each hour: erases attempts that nobody confirmed, links and sessions that ended, messages answered long ago. */
export async function sweepAccounts(database: Database, now: Instant): Promise<void> {
  await transact(database, async (tx) => {
    await eraseUnconfirmed(tx, daysLater(now, -UNCONFIRMED_DAYS))
    await sweepTokens(tx, daysLater(now, -1))
    await sweepSessions(tx, daysLater(now, -IDLE_DAYS))
    await sweepMessages(tx, daysLater(now, -MESSAGE_DAYS))
  })
}
