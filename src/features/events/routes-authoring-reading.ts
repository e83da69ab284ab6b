import type { Fields } from '#platform/http/fields.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { DATE_FAULT_TEXTS, FORM_TEXTS } from './authoring-texts.ts'
import type { WantedDate } from './date-actions.ts'
import { rowField, rowNumbers, rowPrefix, type Values } from './date-fields.ts'
import { type DateList, decideDates, type PresentDate } from './date-list.ts'
import { readPlaceOfRow, type WantedPlace } from './date-place-forms.ts'
import { typedWhere } from './date-place-rows.ts'
import { draftEventForm, EVENT_LISTS, type EventForm, placelessEventForm, publishedEventForm } from './forms.ts'
import { isStale } from './routes-authoring-place.ts'
import type { PlacesSlot } from './slots.ts'

/** A date as it was typed: its commune is not known yet. */
export type ReadDate = Omit<WantedDate, 'place'> & { place: WantedPlace }

export type EventReading =
  | { ok: true; value: EventForm; dates: ReadDate[]; removed: number[] }
  | { ok: false; errors: Record<string, string> }

type Asked = { complete: boolean; present: readonly PresentDate[]; now: Temporal.Instant; places: PlacesSlot }

/** Reads the whole form: texts, dates, and the places of each date; every error at once, in the order of the page. */
export function readEventForm(form: Fields, { complete, present, now, places }: Asked): EventReading {
  const values = form.toValues()
  const list = decideDates(values, present, now)
  const texts = readForm(formFor(values, list, complete), form, EVENT_LISTS)
  const errors: Record<string, string> = texts.ok ? {} : { ...texts.errors }
  for (const [name, because] of Object.entries(list.faults)) errors[name] ??= DATE_FAULT_TEXTS[because]
  const settled = present.some(({ id }) => !list.removed.includes(id))
  const [firstRow] = rowNumbers(values)
  const isEmpty = list.rows.length === 0
  if (complete && isEmpty && !settled)
    errors[firstRow === undefined ? '' : rowField(firstRow, 'jour')] = FORM_TEXTS.noDate
  if (list.tooMany) errors[''] = FORM_TEXTS.tooManyDates
  const said = readRows(form, list, { complete, places })
  Object.assign(errors, said.errors)
  if (!texts.ok || Object.keys(errors).length > 0) return { ok: false, errors: inPageOrder(errors) }
  const dates = list.dates.flatMap((date) => {
    const more = said.rows.get(date.row)
    return more === undefined ? [] : [{ ...date, ...more }]
  })
  return { ok: true, value: texts.value, dates, removed: list.removed }
}

type RowSaid = { places: unknown; place: WantedPlace }

/** What each row says beside its hours: its registrations, and where it takes place. */
function readRows(form: Fields, list: DateList, { complete, places }: Pick<Asked, 'complete' | 'places'>) {
  const values = form.toValues()
  const rows = new Map<number, RowSaid>()
  const errors: Record<string, string> = {}
  for (const row of list.rows) {
    const where = readPlaceOfRow(values, row, { complete, isStale: isStale(values, rowPrefix(row)) })
    const read = places.read(form, rowPrefix(row))
    if (read.ok && where.ok) rows.set(row, { places: read.value, place: where.value })
    else Object.assign(errors, where.ok ? {} : where.errors, read.ok ? {} : read.errors)
  }
  return { rows, errors }
}

/** The place of the event may stay unsaid when every date has its own, or is online. */
function formFor(values: Values, { rows }: DateList, complete: boolean) {
  if (!complete) return draftEventForm
  const isPlaceless = rows.length > 0 && rows.every((row) => typedWhere(values, row) !== '')
  return isPlaceless ? placelessEventForm : publishedEventForm
}

const ORDER = [
  'titre',
  'image',
  'resume',
  'presentation',
  'fichiers',
  'structure',
  'date',
  'lieu',
  'rue',
  'code_postal',
]
const rank = (name: string): number => {
  if (name === '') return -1
  const place = ORDER.indexOf(name.split('.')[0] ?? '')
  return place === -1 ? ORDER.length : place
}

/** The summary of errors reads like the page. */
export function inPageOrder(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => rank(a) - rank(b)))
}
