import type { WhenDateCancelled, WhenDateMoved } from '#features/events/slots.ts'
import { promoteIn } from './list-actions.ts'
import { activeOfDate } from './queries.ts'
import { remindsNow } from './reminders.ts'
import { endKeptBy, lockListsOfDate, updateListsOfDate } from './store.ts'
import { tellIn } from './tell-actions.ts'

/** A date moved: its lists close at the new hour, everyone on them is told (REG-9), and what was free when it began is given. */
export const tellDateMoved: WhenDateMoved = async (tx, { dateId, startsAt, now }) => {
  const lists = await lockListsOfDate(tx, dateId)
  // This mail is the reminder of a date that begins within two days.
  const reminded = remindsNow(startsAt, now) ? { remindedFor: startsAt } : {}
  await updateListsOfDate(tx, dateId, { closesAt: startsAt, ...reminded })
  await endKeptBy(tx, dateId, startsAt)
  const registrations = await activeOfDate(tx, dateId)
  await tellIn(tx, 'registration-moved', { registrations, now, round: () => `:${now.toString()}` })
  for (const list of lists) await promoteIn(tx, list.id, now)
}

/** A date is cancelled: its people are kept as they are, and told (EVT-4). */
export const tellDateCancelled: WhenDateCancelled = async (tx, { dateId, now }) => {
  await lockListsOfDate(tx, dateId)
  await updateListsOfDate(tx, dateId, { cancelled: true })
  const registrations = await activeOfDate(tx, dateId)
  // Who moved here from a date that was cancelled too was told of the other one.
  await tellIn(tx, 'registration-date-cancelled', { registrations, now, round: () => `:${dateId}` })
}
