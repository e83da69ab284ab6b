// A month as its view shows it: weeks from Monday to Sunday, the days of the months around left blank.
import { type Instant, inParis, PARIS } from '#kernel/time'

/** How far the months go: nobody plans further, and robots would walk for ever. */
const MOST_MONTHS = 24

export type Month = { year: number; month: number }

const ofDay = (day: Temporal.PlainDate | Temporal.PlainYearMonth): Month => ({ year: day.year, month: day.month })
const yearMonth = ({ year, month }: Month) => Temporal.PlainYearMonth.from({ year, month })

/** `2026-12`, as an address has it. */
export const monthWord = (month: Month): string => yearMonth(month).toString()

/** The month of an address, from this one on; this one when it cannot be read, is past, or is too far. */
export function readMonth(word: string, now: Instant): Month {
  const current = inParis(now).toPlainDate().toPlainYearMonth()
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(word)) return ofDay(current)
  const asked = Temporal.PlainYearMonth.from(word)
  const ahead = current.until(asked, { largestUnit: 'month' }).months
  return ofDay(ahead < 0 || ahead > MOST_MONTHS ? current : asked)
}

/** The months before and after; undefined where the view ends. */
export function neighbours(month: Month, now: Instant): { before: Month | undefined; after: Month | undefined } {
  const current = inParis(now).toPlainDate().toPlainYearMonth()
  const ahead = current.until(yearMonth(month), { largestUnit: 'month' }).months
  return {
    before: ahead > 0 ? ofDay(yearMonth(month).subtract({ months: 1 })) : undefined,
    after: ahead < MOST_MONTHS ? ofDay(yearMonth(month).add({ months: 1 })) : undefined,
  }
}

export type DayOfMonth = { day: number; iso: string; starts: Instant; ends: Instant }

/** Each day of the month, from midnight to midnight in Paris. */
export function daysOfMonth(month: Month): DayOfMonth[] {
  const first = yearMonth(month).toPlainDate({ day: 1 })
  return Array.from({ length: first.daysInMonth }, (_, index) => {
    const day = first.add({ days: index })
    const start = (one: Temporal.PlainDate) => one.toZonedDateTime(PARIS).toInstant()
    return { day: day.day, iso: day.toString(), starts: start(day), ends: start(day.add({ days: 1 })) }
  })
}

/** Weeks of seven places; undefined before the first day and after the last one. */
export function weeksOf<Day>({ year, month }: Month, days: readonly Day[]): (Day | undefined)[][] {
  const blanks = Temporal.PlainDate.from({ year, month, day: 1 }).dayOfWeek - 1
  const cells: (Day | undefined)[] = [...Array<undefined>(blanks).fill(undefined), ...days]
  while (cells.length % 7 !== 0) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
