import type { WhenDateCancelled, WhenDateMoved } from '#features/events/slots.ts'
import { sendMails } from '#platform/mail/outbox.ts'
import { mailTo } from './announcements.ts'
import { promoteIn } from './list-actions.ts'
import { activeOfDate } from './queries.ts'
import { lockListsOfDate, updateListsOfDate } from './store.ts'

/** A date moved: its lists close at the new hour, everyone on them is told (REG-9), and what was free when it began is given. */
export const tellDateMoved: WhenDateMoved = async (tx, { dateId, startsAt, now }) => {
  const lists = await lockListsOfDate(tx, dateId)
  await updateListsOfDate(tx, dateId, { closesAt: startsAt })
  const people = await activeOfDate(tx, dateId)
  await sendMails(
    tx,
    people.map((person) => mailTo('registration-moved', person, now, `:${now.toString()}`)),
  )
  for (const list of lists) await promoteIn(tx, list.id, now)
}

/** A date is cancelled: its people are kept as they are, and told (EVT-4). */
export const tellDateCancelled: WhenDateCancelled = async (tx, { dateId, now }) => {
  await lockListsOfDate(tx, dateId)
  await updateListsOfDate(tx, dateId, { cancelled: true })
  const people = await activeOfDate(tx, dateId)
  await sendMails(
    tx,
    people.map((person) => mailTo('registration-date-cancelled', person, now)),
  )
}
