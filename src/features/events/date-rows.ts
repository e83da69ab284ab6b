// The dates of an event as its form holds them: one row of fields per date. A date holds within one day of Paris.

import { type Instant, isBefore, isoDay, isoHour, type LocalHour, readLocal } from '#kernel/time'
import { rowField, rowPrefix, type Values } from './date-fields.ts'
import { PLACE_FIELDS } from './date-place-rows.ts'

export type TypedDate = {
  /** The number of a date that exists. */
  id: number | undefined
  day: string
  start: string
  end: string
  startTurn: string
  endTurn: string
  removed: boolean
  /** Something was typed beside day and hours: a number of places, another place. */
  more: boolean
}

const DATE_FIELDS = ['id', 'jour', 'debut', 'fin', 'tour_debut', 'tour_fin', 'retire', ...PLACE_FIELDS] as const

export function typedDate(values: Values, row: number): TypedDate {
  const typed = (name: string) => values[rowField(row, name)]?.[0]?.trim() ?? ''
  const id = typed('id')
  return {
    id: /^\d{1,15}$/.test(id) ? Number(id) : undefined,
    day: readDay(typed('jour')),
    start: readHour(typed('debut')),
    end: readHour(typed('fin')),
    startTurn: typed('tour_debut'),
    endTurn: typed('tour_fin'),
    removed: typed('retire') === 'oui',
    more:
      typed('ou') !== '' ||
      otherFields(values, row).some(([, all]) => all.some((value) => !['', 'oui'].includes(value.trim()))),
  }
}

/** What a row holds beside its date and where it takes place: the fields of its places. */
export function otherFields<Value>(values: Readonly<Record<string, Value>>, row: number): [string, Value][] {
  const own = new Set<string>(DATE_FIELDS.map((name) => rowField(row, name)))
  return Object.entries(values).filter(([name]) => name.startsWith(rowPrefix(row)) && !own.has(name))
}

export const isBlank = (typed: TypedDate): boolean =>
  typed.id === undefined && !typed.more && typed.day === '' && typed.start === '' && typed.end === ''

/** « 26/11/2026 » too, where a browser has no calendar. */
export function readDay(day: string): string {
  const read = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(day)
  return read === null ? day : `${read[3]}-${read[2]?.padStart(2, '0')}-${read[1]?.padStart(2, '0')}`
}
/** « 14h30 » and « 9 h » too. */
export function readHour(hour: string): string {
  const read = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?(?::\d{2})?$/i.exec(hour)
  return read === null ? hour : `${read[1]?.padStart(2, '0')}:${read[2] ?? '00'}`
}

/** The values of a date that exists, by field name without prefix. */
export function valuesOfDate(date: { id: number; startsAt: Instant; endsAt: Instant | null }): Record<string, string> {
  const { id, startsAt, endsAt } = date
  return {
    id: String(id),
    jour: isoDay(startsAt),
    debut: isoHour(startsAt),
    fin: endsAt === null ? '' : isoHour(endsAt),
    tour_debut: turnOf(startsAt),
    tour_fin: endsAt === null ? '' : turnOf(endsAt),
  }
}

function turnOf(instant: Instant): string {
  const read = readLocal(isoDay(instant), isoHour(instant))
  if (read.kind !== 'doubled') return ''
  return isBefore(instant, read.second) ? 'premiere' : 'seconde'
}

export type DateFault = 'none' | 'unreadable' | 'missing' | 'doubled' | 'before-start' | 'past' | 'twice' | 'settled'
export type DateField = 'jour' | 'debut' | 'fin' | 'tour_debut' | 'tour_fin'
export type DateVerdict =
  | { kind: 'date'; startsAt: Instant; endsAt: Instant | null }
  | { kind: 'refused'; field: DateField; because: DateFault }

const fault = (field: DateField, because: DateFault): DateVerdict => ({ kind: 'refused', field, because })

/** What a typed row means; `present` is when the date begins now, if it exists: a date is never put in the past. */
export function decideDate(typed: TypedDate, now: Instant, present?: Instant): DateVerdict {
  if (typed.day === '') return fault('jour', 'none')
  if (readLocal(typed.day, '12:00').kind === 'unreadable') return fault('jour', 'unreadable')
  if (typed.start === '') return fault('debut', 'none')
  const startsAt = instantOf(readLocal(typed.day, typed.start), typed.startTurn)
  if (typeof startsAt === 'string') return fault(startsAt === 'doubled' ? 'tour_debut' : 'debut', startsAt)
  const moved = present === undefined || !present.equals(startsAt)
  if (moved && isBefore(startsAt, now)) return fault('jour', 'past')
  return withEnd(typed, startsAt)
}

function instantOf(read: LocalHour, turn: string): Instant | 'unreadable' | 'missing' | 'doubled' {
  if (read.kind === 'once') return read.instant
  if (read.kind !== 'doubled') return read.kind
  if (turn === 'premiere') return read.first
  return turn === 'seconde' ? read.second : 'doubled'
}

/** The end is later the same day; of an end that comes twice, the one that is after the start when only one is. */
function withEnd(typed: TypedDate, startsAt: Instant): DateVerdict {
  if (typed.end === '') return { kind: 'date', startsAt, endsAt: null }
  const read = readLocal(typed.day, typed.end)
  if (read.kind === 'unreadable' || read.kind === 'missing') return fault('fin', read.kind)
  const ends = read.kind === 'once' ? [read.instant] : [read.first, read.second]
  const later = ends.filter((end) => isBefore(startsAt, end))
  const [endsAt] = later
  if (endsAt === undefined) return fault('fin', 'before-start')
  if (later.length === 1) return { kind: 'date', startsAt, endsAt }
  const chosen = instantOf(read, typed.endTurn)
  return typeof chosen === 'string' ? fault('tour_fin', 'doubled') : { kind: 'date', startsAt, endsAt: chosen }
}

/** Which questions a row asks beside day and hours: none but on the night of October. */
export function turnsAsked(typed: TypedDate): { start: boolean; end: boolean } {
  const end = readLocal(typed.day, typed.end)
  const start = readLocal(typed.day, typed.start)
  if (start.kind === 'doubled') return { start: true, end: end.kind === 'doubled' && typed.startTurn === 'premiere' }
  const isAfter = start.kind === 'once' && end.kind === 'doubled' && isBefore(start.instant, end.first)
  return { start: false, end: isAfter }
}
