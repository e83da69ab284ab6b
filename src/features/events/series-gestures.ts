// « Prévoir les dates » and « Ajouter ces dates »: nothing is saved, rows are added to the form.
import { type Field, rowField, rowNumbers, rowPrefix, type Values } from './date-fields.ts'
import { nextRow, withoutRow } from './date-gestures.ts'
import { PLACE_FIELDS } from './date-place-rows.ts'
import { isBlank, otherFields, readHour, typedDate } from './date-rows.ts'
import { type ForeseenDate, foreseeDates } from './recurrence.ts'
import { MOST_DATES } from './rules.ts'
import { isForeseen, readSeries, seriesField, seriesKey } from './series-fields.ts'

/** A day of the series, and whether it can be added: it exists, is to come, and is not in the form yet. */
export type SeriesDay = ForeseenDate & { isAddable: boolean; isListed: boolean }

/** The days of the series that is typed; empty when it cannot be read. */
export function seriesDays(values: Values, now: Temporal.Instant): SeriesDay[] {
  const read = readSeries(values)
  if (!read.ok) return []
  const listed = new Set(rowNumbers(values).map((row) => keyOfRow(values, row)))
  return foreseeDates(read.series, now).map((date) => {
    const isListed = listed.has(`${date.day} ${read.series.start}`)
    return { ...date, isListed, isAddable: !isListed && (date.kind === 'date' || date.kind === 'twice') }
  })
}

function keyOfRow(values: Values, row: number): string {
  const { day, start, removed } = typedDate(values, row)
  return removed ? '' : `${day} ${start}`
}

/** How many dates the form may still take. */
export const roomLeft = (values: Values): number => MOST_DATES - filledRows(values).length

/** Rows that hold a day or an hour; the others give their place up. */
function filledRows(values: Values): number[] {
  return rowNumbers(values).filter((row) => {
    const { id, day, start, end } = typedDate(values, row)
    return id !== undefined || `${day}${start}${end}` !== ''
  })
}

/** « Prévoir les dates »: the first ones that there is room for are ticked. */
export function foreseeIn(values: Values, now: Temporal.Instant): Values {
  const days = seriesDays(values, now).filter(({ isAddable }) => isAddable)
  const ticked = days.slice(0, roomLeft(values)).map(({ day }) => day)
  return { ...values, [seriesField('dates')]: ticked, [seriesField('prevu')]: [seriesKey(values)] }
}

/** Whether the series is still the one whose dates were foreseen. */
export const isSameSeries = (values: Values): boolean =>
  isForeseen(values) && values[seriesField('prevu')]?.[0] === seriesKey(values)

/**
 * « Ajouter ces dates »: each day that is ticked becomes a row, with the places of the first row and where it takes place. A
 * row without day nor hour gives its place up.
 */
export function addSeries(values: Values, now: Temporal.Instant): Values {
  const ticked = new Set(values[seriesField('dates')])
  const days = seriesDays(values, now).filter(({ day, isAddable }) => isAddable && ticked.has(day))
  const model = modelOf(values)
  const hours = { debut: readHour(typed(values, 'debut')), fin: readHour(typed(values, 'fin')) }
  const room = roomLeft(values)
  let next = values
  for (const row of rowNumbers(values)) if (!filledRows(values).includes(row)) next = withoutRow(next, row)
  for (const { day } of days.slice(0, room)) {
    const row = nextRow(next)
    if (row > 9999) break
    const fields: Field[] = [
      ['jour', [day]],
      ...Object.entries(hours).map(([name, hour]): Field => [name, [hour]]),
      ...model,
    ]
    next = { ...next, ...Object.fromEntries(fields.map(([name, all]) => [rowField(row, name), all])) }
  }
  return withoutSeries(next)
}

const typed = (values: Values, name: string): string => values[seriesField(name)]?.[0]?.trim() ?? ''

/** What each new row takes from the first one: its places, and where it takes place. */
function modelOf(values: Values): Field[] {
  const rows = rowNumbers(values).filter((row) => !typedDate(values, row).removed)
  const row = rows.find((one) => !isBlank(typedDate(values, one))) ?? rows[0]
  if (row === undefined) return [['ou', ['']]]
  const bare = ([name, all]: Field): Field => [name.slice(rowPrefix(row).length), all]
  const place = PLACE_FIELDS.map((name): Field => [name, values[rowField(row, name)] ?? ['']])
  return [...place, ...otherFields(values, row).map(bare)]
}

/** The series is done with: its dates are rows now. */
function withoutSeries(values: Values): Values {
  const { [seriesField('dates')]: _, [seriesField('prevu')]: __, ...kept } = values
  return kept
}
