import type { Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { wasLeftToTheDay } from '#platform/mail/mail-of-the-day.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { dayOf, digestAt, digestsNow } from './digest.ts'
import { noticesToDigest, peopleToDigest } from './list-queries.ts'
import { markDigested } from './preference-store.ts'

/**
 * Writes the mails of the day that are due, one a person and day (its cause says so), each in a transaction of its own: run
 * twice, or killed half-way, it writes what is missing.
 */
export async function sendDigests(database: Database, now: Instant): Promise<number> {
  if (!digestsNow(now)) return 0
  const until = digestAt(now)
  const due = { until, isLeft: wasLeftToTheDay }
  const people = await peopleToDigest(database, due)
  for (const person of people) {
    await transact(database, async (tx) => {
      const notices = await noticesToDigest(tx, person.id, due)
      if (notices.length === 0) return
      await markDigested(tx, notices, until)
      await sendMail(tx, {
        ...{ cause: `digest:${person.id}:${dayOf(now)}`, kind: 'digest', recipient: person.email, personId: person.id },
        ...{ about: { person: person.id, at: until.toString() }, bulk: true, now },
      })
    })
  }
  return people.length
}
