// What a whole list of rows asks for: dates to keep or add, dates to remove, and what is wrong, by name of field.
import { type Instant, isBefore } from '#kernel/time'
import { rowField, rowNumbers, type Values } from './date-fields.ts'
import { type DateFault, decideDate, isBlank, typedDate } from './date-rows.ts'
import { type DateFacts, dateStatus, MOST_DATES } from './rules.ts'

export type PresentDate = DateFacts & { id: number; endsAt: Instant | null }
export type ListedDate = { row: number; id: number | undefined; startsAt: Instant; endsAt: Instant | null }

export type DateList = {
  /** The rows that ask for a date, right or wrong. */
  rows: number[]
  dates: ListedDate[]
  /** Numbers of dates that exist. */
  removed: number[]
  faults: Record<string, DateFault>
  tooMany: boolean
}

/** Over or cancelled: it is shown, and changes no more. */
export const isSettled = (date: DateFacts, now: Instant): boolean =>
  ['over', 'cancelled'].includes(dateStatus(date, now))

/** Reads the rows; a number that is not a date of this event makes a new one. */
export function decideDates(values: Values, present: readonly PresentDate[], now: Instant): DateList {
  const list: DateList = { rows: [], dates: [], removed: [], faults: {}, tooMany: false }
  for (const row of rowNumbers(values)) readRow(list, row, { values, present, now })
  list.tooMany = list.dates.length > MOST_DATES
  return list
}

type Reading = { values: Values; present: readonly PresentDate[]; now: Instant }

function readRow(list: DateList, row: number, { values, present, now }: Reading): void {
  const typed = typedDate(values, row)
  const known = present.find(({ id }) => id === typed.id)
  if (typed.removed) {
    if (known !== undefined && !isSettled(known, now)) list.removed.push(known.id)
    return
  }
  if (isBlank(typed)) return
  list.rows.push(row)
  if (known !== undefined && isSettled(known, now)) {
    list.faults[rowField(row, 'jour')] = 'settled'
    return
  }
  const verdict = decideDate(typed, now, known?.startsAt)
  if (verdict.kind === 'refused') list.faults[rowField(row, verdict.field)] = verdict.because
  else if (list.dates.some(({ startsAt }) => startsAt.equals(verdict.startsAt))) {
    list.faults[rowField(row, 'jour')] = 'twice'
  } else list.dates.push({ row, id: known?.id, startsAt: verdict.startsAt, endsAt: verdict.endsAt })
}

/** The dates that a form may change, soonest first. */
export function openDates<Date extends PresentDate>(dates: readonly Date[], now: Instant): Date[] {
  return dates.filter((date) => !isSettled(date, now)).sort((a, b) => (isBefore(a.startsAt, b.startsAt) ? -1 : 1))
}
