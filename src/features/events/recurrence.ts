// EVT-2: dates that come back (« chaque mardi », « toutes les 2 semaines », « le 1er lundi du mois »), foreseen before they
// are made. The local hour stays the same across a change of clocks: a day whose hour does not exist is left aside and
// named; an hour that comes twice is asked where the date is.
import { holidayName } from '#kernel/french-holidays'
import type { Instant } from '#kernel/time'
import { type DateVerdict, decideDate } from './date-rows.ts'

/** Every so many weeks, or the nth such day of each month (-1: the last one). */
export type Rhythm = { every: 'week'; step: 1 | 2 | 3 | 4 } | { every: 'month'; nth: 1 | 2 | 3 | 4 | -1 }

export type Series = {
  rhythm: Rhythm
  /** From 1, Monday. */
  weekday: number
  /** Days and hours as they are typed: `2026-12-01`, `18:00`; no end when it is empty. */
  from: string
  to: string
  start: string
  end: string
  skipHolidays: boolean
}

/** Longest period, in days: from one September to the summer after the next. */
export const LONGEST_SERIES = 731

export type ForeseenDate = {
  day: string
  /** `twice`: the hour comes twice that night, the date will ask which. */
  kind: 'date' | 'twice' | 'missing' | 'past' | 'holiday'
  startsAt: Instant | undefined
  endsAt: Instant | undefined
  /** The day off that it falls on. */
  holiday: string | undefined
}

/** Each day of a series, in order, with what becomes of it. */
export function foreseeDates(series: Series, now: Instant): ForeseenDate[] {
  return daysOf(series).map((day) => foresee(series, day, now))
}

function foresee(series: Series, day: Temporal.PlainDate, now: Instant): ForeseenDate {
  const holiday = series.skipHolidays ? holidayName(day) : undefined
  const hours = { start: series.start, end: series.end, startTurn: '', endTurn: '' }
  const read = decideDate({ ...hours, day: day.toString(), id: undefined, removed: false, more: false }, now)
  const instants =
    read.kind === 'date'
      ? { startsAt: read.startsAt, endsAt: read.endsAt ?? undefined }
      : { startsAt: undefined, endsAt: undefined }
  return { day: day.toString(), kind: holiday === undefined ? kindOf(read) : 'holiday', holiday, ...instants }
}

function kindOf(read: DateVerdict): ForeseenDate['kind'] {
  if (read.kind === 'date') return 'date'
  if (read.because === 'doubled') return 'twice'
  return read.because === 'past' ? 'past' : 'missing'
}

function daysOf({ rhythm, weekday, from, to }: Series): Temporal.PlainDate[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const days =
    rhythm.every === 'week' ? weekly(first, last, { ...rhythm, weekday }) : monthly(first, last, { ...rhythm, weekday })
  return days.filter((day) => isWithin(day, first, last))
}

const isWithin = (day: Temporal.PlainDate, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0

function weekly(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  { step, weekday }: { step: number; weekday: number },
): Temporal.PlainDate[] {
  const start = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 })
  const weeks = Math.max(0, Math.floor(start.until(last).days / 7))
  return Array.from({ length: Math.floor(weeks / step) + 1 }, (_, index) => start.add({ weeks: index * step }))
}

function monthly(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  { nth, weekday }: { nth: number; weekday: number },
): Temporal.PlainDate[] {
  const [start, end] = [first.toPlainYearMonth(), last.toPlainYearMonth()]
  const months = start.until(end, { largestUnit: 'month' }).months
  return Array.from({ length: months + 1 }, (_, index) => nthDay(start.add({ months: index }), nth, weekday))
}

function nthDay(month: Temporal.PlainYearMonth, nth: number, weekday: number): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 })
  const start = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 })
  if (nth > 0) return start.add({ weeks: nth - 1 })
  return start.add({ weeks: start.day + 28 <= first.daysInMonth ? 4 : 3 })
}
