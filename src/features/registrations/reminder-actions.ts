import { notify } from '#features/notifications/actions.ts'
import type { Instant } from '#kernel/time'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { type Mail, sendMails } from '#platform/mail/outbox.ts'
import { mailTo } from './announcements.ts'
import { confirmedBefore, presentOf } from './job-queries.ts'
import { remindAt } from './reminders.ts'
import { markReminded, markThanked } from './store.ts'

/** So many people in one transaction: a list of twenty thousand holds nothing up. */
const AT_ONCE = 500

/**
 * Writes the reminder of everyone whose seat was confirmed two days before. Killed half-way, or done by two workers, it begins
 * again and writes the mails that are missing: each is unique for (registration, beginning). Returns how many people it saw.
 */
export function remindList(database: Database, list: { id: number; startsAt: Instant }, now: Instant): Promise<number> {
  const start = list.startsAt.epochMilliseconds
  return inSlices(database, {
    find: (tx, after) => confirmedBefore(tx, { listId: list.id, after, limit: AT_ONCE }, remindAt(list.startsAt)),
    write: (person) => {
      const mail = mailTo('registration-reminder', person, now, `:${start}`)
      return { ...mail, about: { ...mail.about, start }, bulk: true }
    },
    end: (tx) => markReminded(tx, list.id, list.startsAt),
  })
}

/** The same for the thanks, once for each registration. */
export function thankList(database: Database, listId: number, now: Instant): Promise<number> {
  return inSlices(database, {
    find: (tx, after) => presentOf(tx, { listId, after, limit: AT_ONCE }),
    write: (person) => ({ ...mailTo('registration-thanks', person, now), bulk: true }),
    end: (tx) => markThanked(tx, listId, now),
  })
}

type Person = { id: number; email: string; personId: number | null }
type Round = {
  find(tx: Tx, after: number): Promise<Person[]>
  write(person: Person): Mail
  /** Marks the list in the transaction of its last mails. */
  end(tx: Tx): Promise<void>
}

async function inSlices(database: Database, { find, write, end }: Round): Promise<number> {
  let seen = 0
  let after: number | undefined = 0
  while (after !== undefined) {
    const from: number = after
    const people: Person[] = await transact(database, async (tx) => {
      const some = await find(tx, from)
      await tell(tx, some.map(write))
      if (some.length < AT_ONCE) await end(tx)
      return some
    })
    seen += people.length
    after = people.length < AT_ONCE ? undefined : people.at(-1)?.id
  }
  return seen
}

/** Who has an account is told as he chose; anybody else by mail. */
async function tell(tx: Tx, mails: readonly Mail[]): Promise<void> {
  await sendMails(
    tx,
    mails.filter(({ personId }) => personId === undefined),
  )
  await notify(
    tx,
    mails.flatMap(({ personId, recipient, ...mail }) =>
      personId === undefined
        ? []
        : [{ ...mail, topic: 'reminders' as const, person: { id: personId, email: recipient } }],
    ),
  )
}
