// Instants are UTC; people read and type the time of Paris. This file is the only place where one becomes the other.

export type Instant = Temporal.Instant

export const PARIS = 'Europe/Paris'

/** Minutes, hours of elapsed time (24 hours are not always one day: see `daysLater`). */
export const minutes = (count: number): Temporal.Duration => Temporal.Duration.from({ minutes: count })
export const hours = (count: number): Temporal.Duration => Temporal.Duration.from({ hours: count })

export const isBefore = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) < 0

/** The same local hour in Paris, `count` days later: 12:00 stays 12:00 across a change of clocks. */
export function daysLater(instant: Instant, count: number): Instant {
  return inParis(instant).add({ days: count }).toInstant()
}

export function inParis(instant: Instant): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(PARIS)
}

/** The day that an instant falls on in Paris, `2026-11-26`: what `<input type="date">` takes. */
export const isoDay = (instant: Instant): string => inParis(instant).toPlainDate().toString()

/** The hour of an instant in Paris, `14:30`: what `<input type="time">` takes. */
export const isoHour = (instant: Instant): string => inParis(instant).toPlainTime().toString({ smallestUnit: 'minute' })

/** With the offset of that day, `2026-11-26T14:00:00+01:00`: for `datetime` attributes and JSON-LD. */
export const isoWithOffset = (instant: Instant): string =>
  inParis(instant).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** What a local hour typed by a person means. On the last Sunday of March an hour is missing, on that of October one is doubled. */
export type LocalHour =
  | { kind: 'once'; instant: Instant }
  | { kind: 'missing' }
  | { kind: 'doubled'; first: Instant; second: Instant }
  | { kind: 'unreadable' }

/** Reads a day (`2027-03-28`) and an hour (`02:30`) of Paris. Never throws; years outside 2000–2100 are unreadable. */
export function readLocal(day: string, hour: string): LocalHour {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}(:\d{2})?$/.test(hour)) return { kind: 'unreadable' }
  let local: Temporal.PlainDateTime
  try {
    local = Temporal.PlainDateTime.from(`${day}T${hour}`, { overflow: 'reject' })
  } catch {
    return { kind: 'unreadable' }
  }
  if (local.year < 2000 || local.year > 2100) return { kind: 'unreadable' }
  const first = local.toZonedDateTime(PARIS, { disambiguation: 'earlier' }).toInstant()
  const second = local.toZonedDateTime(PARIS, { disambiguation: 'later' }).toInstant()
  if (first.equals(second)) return { kind: 'once', instant: first }
  const exists = inParis(first).toPlainDateTime().equals(local)
  return exists ? { kind: 'doubled', first, second } : { kind: 'missing' }
}

/** Midnight in Paris at the start of a day; undefined when the day cannot be read. */
export function startOfDay(day: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toZonedDateTime(PARIS).toInstant()
  } catch {
    return undefined
  }
}
