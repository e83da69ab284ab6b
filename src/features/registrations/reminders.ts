// REG-9. Two days before a date, at the same hour by the clock of Paris, those whose seat was confirmed by then are
// reminded; the day after it, at ten, those who were not marked absent are thanked. Once each.
// - Who registers, moves up or moves here within the two days just had a mail about it: no reminder.
// - A date moved after its reminder is reminded again if the new one is still more than two days away; moved to sooner,
//   the mail that told the change is the reminder.
// - A worker that was away reminds late, until the date begins, and thanks late, for three days; then it is too late.
import { daysLater, type Instant, inParis, isBefore, PARIS } from '#kernel/time'

const REMINDER_DAYS = 2
const THANKS_HOUR = 10
const THANKS_DAYS = 3

/** When people are reminded: the same local hour, two days before. */
export const remindAt = (startsAt: Instant): Instant => daysLater(startsAt, -REMINDER_DAYS)

export const remindsNow = (startsAt: Instant, now: Instant): boolean =>
  !isBefore(now, remindAt(startsAt)) && isBefore(now, startsAt)

/** No reminder of a date can be due later than this after `now`: two days and the hour of a change of clocks. */
export const lastToRemind = (now: Instant): Instant => now.add({ hours: REMINDER_DAYS * 24 + 1 })

/** When people are thanked: at ten the next day; a date that ends at midnight is of the day it began. */
export function thankAt(overAt: Instant): Instant {
  const lastDay = inParis(overAt.subtract({ seconds: 1 })).toPlainDate()
  const time = Temporal.PlainTime.from({ hour: THANKS_HOUR })
  return lastDay.add({ days: 1 }).toZonedDateTime({ timeZone: PARIS, plainTime: time }).toInstant()
}

export const thanksNow = (overAt: Instant, now: Instant): boolean =>
  !isBefore(now, thankAt(overAt)) && isBefore(now, daysLater(thankAt(overAt), THANKS_DAYS))

/** No date that was over before this is thanked for. */
export const firstToThank = (now: Instant): Instant => now.subtract({ hours: (THANKS_DAYS + 2) * 24 })
