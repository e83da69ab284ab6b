// ESP-3. The mail of the day leaves at eight by the clock of Paris: what was told before, is still unread, and of a subject
// that the person wants once a day. A worker that was away sends it late that day, once.
import { type Instant, inParis, isBefore, PARIS } from '#kernel/time'

const HOUR = 8

/** Eight o’clock in Paris on the day of this instant. */
export function digestAt(now: Instant): Instant {
  const plainTime = Temporal.PlainTime.from({ hour: HOUR })
  return inParis(now).toPlainDate().toZonedDateTime({ timeZone: PARIS, plainTime }).toInstant()
}

export const digestsNow = (now: Instant): boolean => !isBefore(now, digestAt(now))

/** The day that a digest is of, as its cause says. */
export const dayOf = (now: Instant): string => inParis(now).toPlainDate().toString()
