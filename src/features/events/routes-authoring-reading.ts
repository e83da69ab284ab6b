import type { Fields } from '#platform/http/fields.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { DATE_FAULT_TEXTS, FORM_TEXTS } from './authoring-texts.ts'
import type { WantedDate } from './date-actions.ts'
import { decideDates, type PresentDate } from './date-list.ts'
import { rowField, rowNumbers, rowPrefix } from './date-rows.ts'
import { draftEventForm, EVENT_LISTS, type EventForm, publishedEventForm } from './forms.ts'
import type { PlacesSlot } from './slots.ts'

export type EventReading =
  | { ok: true; value: EventForm; dates: WantedDate[]; removed: number[] }
  | { ok: false; errors: Record<string, string> }

type Asked = { complete: boolean; present: readonly PresentDate[]; now: Temporal.Instant; places: PlacesSlot }

/** Reads the whole form: texts, dates, and the places of each date; every error at once, in the order of the page. */
export function readEventForm(form: Fields, { complete, present, now, places }: Asked): EventReading {
  const texts = readForm(complete ? publishedEventForm : draftEventForm, form, EVENT_LISTS)
  const list = decideDates(form.toValues(), present, now)
  const errors: Record<string, string> = texts.ok ? {} : { ...texts.errors }
  for (const [name, because] of Object.entries(list.faults)) errors[name] ??= DATE_FAULT_TEXTS[because]
  const settled = present.some(({ id }) => !list.removed.includes(id))
  const [firstRow] = rowNumbers(form.toValues())
  const isEmpty = list.rows.length === 0
  if (complete && isEmpty && !settled)
    errors[firstRow === undefined ? '' : rowField(firstRow, 'jour')] = FORM_TEXTS.noDate
  if (list.tooMany) errors[''] = FORM_TEXTS.tooManyDates
  const wanted = new Map<number, unknown>()
  for (const row of list.rows) {
    const read = places.read(form, rowPrefix(row))
    if (read.ok) wanted.set(row, read.value)
    else Object.assign(errors, read.errors)
  }
  if (!texts.ok || Object.keys(errors).length > 0) return { ok: false, errors: inPageOrder(errors) }
  const dates = list.dates.map((date) => ({ ...date, places: wanted.get(date.row) }))
  return { ok: true, value: texts.value, dates, removed: list.removed }
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
