import type { Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { wasLeftToTheDay } from '#platform/mail/mail-of-the-day.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { dayOf, digestAt, digestsNow } from './digest.ts'
import { noticesToDigest, peopleToDigest } from './list-queries.ts'
import { markDigested } from './preference-store.ts'

type Due = { until: Instant; isLeft: typeof wasLeftToTheDay }

/**
 * Writes the mails of the day that are due, one a person and day (its cause says so), each in a transaction of its own: run
 * twice, or killed half-way, it writes what is missing. Gives how many people it looked at.
 */
export async function sendDigests(database: Database, now: Instant): Promise<number> {
  if (!digestsNow(now)) return 0
  const due = { until: digestAt(now), isLeft: wasLeftToTheDay }
  let count = 0
  for (let last = 0; ; ) {
    const people = await peopleToDigest(database, due, last)
    for (const person of people) await writeDigest(database, person, { due, now })
    count += people.length
    const next = people.at(-1)?.id
    if (next === undefined) return count
    last = next
  }
}

type Person = { id: number; email: string }

const writeDigest = (database: Database, person: Person, { due, now }: { due: Due; now: Instant }): Promise<void> =>
  transact(database, async (tx) => {
    const notices = await noticesToDigest(tx, person.id, due)
    if (notices.length === 0) return
    await markDigested(tx, notices, due.until)
    await sendMail(tx, {
      ...{ cause: `digest:${person.id}:${dayOf(now)}`, kind: 'digest', recipient: person.email, personId: person.id },
      ...{ about: { person: person.id, at: due.until.toString() }, bulk: true, now },
    })
  })
