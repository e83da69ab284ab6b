// The fields of « Prévoir des dates régulières », in the form of an event.
import { isBefore, readLocal } from '#kernel/time'
import type { Values } from './date-fields.ts'
import { readDay, readHour } from './date-rows.ts'
import { LONGEST_SERIES, type Rhythm, type Series } from './recurrence.ts'

export const seriesField = (name: string): string => `serie.${name}`

export const RHYTHMS = {
  semaine: { every: 'week', step: 1 },
  '2-semaines': { every: 'week', step: 2 },
  '3-semaines': { every: 'week', step: 3 },
  '4-semaines': { every: 'week', step: 4 },
  '1er': { every: 'month', nth: 1 },
  '2e': { every: 'month', nth: 2 },
  '3e': { every: 'month', nth: 3 },
  '4e': { every: 'month', nth: 4 },
  dernier: { every: 'month', nth: -1 },
} as const satisfies Record<string, Rhythm>
export type RhythmWord = keyof typeof RHYTHMS

export type SeriesFault = 'none' | 'unreadable' | 'before-start' | 'order' | 'too-long'
export type SeriesReading = { ok: true; series: Series } | { ok: false; faults: Record<string, SeriesFault> }

/** What a new series begins with. */
export const BLANK_SERIES = { rythme: 'semaine', jour: '2', feries: 'oui' } as const

const typedIn = (values: Values, name: string): string => values[seriesField(name)]?.[0]?.trim() ?? ''

/** Reads the series that is typed; every fault at once, by field name. */
export function readSeries(values: Values): SeriesReading {
  const typed = (name: string) => typedIn(values, name)
  const [from, to, start, end] = [
    readDay(typed('du')),
    readDay(typed('au')),
    readHour(typed('debut')),
    readHour(typed('fin')),
  ]
  const faults: Record<string, SeriesFault> = {}
  const note = (name: string, fault: SeriesFault | undefined) => {
    if (fault !== undefined) faults[seriesField(name)] = fault
  }
  note('debut', hourFault(start))
  note('fin', end === '' ? undefined : (hourFault(end) ?? (end <= start ? 'before-start' : undefined)))
  note('du', dayFault(from))
  note('au', dayFault(to) ?? (faults[seriesField('du')] === undefined ? periodFault(from, to) : undefined))
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const rhythm = RHYTHMS[typed('rythme') as RhythmWord] ?? RHYTHMS.semaine
  const weekday = /^[1-7]$/.test(typed('jour')) ? Number(typed('jour')) : 1
  const skipHolidays = typed('feries') === 'oui'
  return { ok: true, series: { rhythm, weekday, from, to, start, end, skipHolidays } }
}

/** On a day without a change of clocks, every hour is once. */
function hourFault(hour: string): SeriesFault | undefined {
  if (hour === '') return 'none'
  return readLocal('2026-01-15', hour).kind === 'unreadable' ? 'unreadable' : undefined
}

function dayFault(day: string): SeriesFault | undefined {
  if (day === '') return 'none'
  return readLocal(day, '12:00').kind === 'unreadable' ? 'unreadable' : undefined
}

function periodFault(from: string, to: string): SeriesFault | undefined {
  const [first, last] = [readLocal(from, '12:00'), readLocal(to, '12:00')]
  if (first.kind !== 'once' || last.kind !== 'once') return undefined
  if (isBefore(last.instant, first.instant)) return 'order'
  return Temporal.PlainDate.from(from).until(to).days > LONGEST_SERIES ? 'too-long' : undefined
}

/** What was typed when the dates were foreseen: another text asks to foresee them again. */
export const seriesKey = (values: Values): string =>
  ['rythme', 'jour', 'debut', 'fin', 'du', 'au', 'feries'].map((name) => typedIn(values, name)).join('|')

/** Whether the list of dates is in sight. */
export const isForeseen = (values: Values): boolean => typedIn(values, 'prevu') !== ''
