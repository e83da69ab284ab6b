// The buttons of the event's form that save nothing: they give the form back with everything typed.
import { rowField, rowNumbers, rowPrefix, type Values } from './date-fields.ts'
import { isBlank, typedDate } from './date-rows.ts'
import { MOST_DATES } from './rules.ts'

export const GESTURES = {
  save: 'enregistrer',
  draft: 'brouillon',
  addDate: 'ajouter-date',
  removeDate: 'retirer-date',
  keepDate: 'garder-date',
  locate: 'geolocaliser',
  foresee: 'prevoir',
  addSeries: 'ajouter-serie',
} as const

/** `retirer-date.3` */
export const onRow = (gesture: string, row: number): string => `${gesture}.${row}`

/** Whether a gesture leaves everything unsaved. */
export const isRehearsal = (gesture: string): boolean =>
  gesture !== GESTURES.save && gesture !== GESTURES.draft && gesture !== ''

/** The number that the next row takes. */
export const nextRow = (values: Values): number => (rowNumbers(values).at(-1) ?? -1) + 1

/** The form after a gesture on its dates. « Retirer » marks the row and « Garder » takes the mark away; a blank row goes. */
export function applyGesture(values: Values, gesture: string, blank: Blank): Values {
  const [verb, number] = gesture.split('.')
  if (verb === GESTURES.addDate) return addRow(values, blank)
  const row = Number(number)
  if (!rowNumbers(values).includes(row)) return values
  if (verb === GESTURES.removeDate) {
    return isBlank(typedDate(values, row)) ? withoutRow(values, row) : { ...values, [rowField(row, 'retire')]: ['oui'] }
  }
  return verb === GESTURES.keepDate ? { ...values, [rowField(row, 'retire')]: [''] } : values
}

/** What the places of a new date begin with, by field name without prefix. */
type Blank = Readonly<Record<string, string>>

/** The fields of a new row. */
export const blankRow = (row: number, blank: Blank): Values =>
  Object.fromEntries(
    Object.entries({ jour: '', ou: '', ...blank }).map(([name, value]) => [rowField(row, name), [value]]),
  )

function addRow(values: Values, blank: Blank): Values {
  const row = nextRow(values)
  if (rowNumbers(values).length >= MOST_DATES || row > 9999) return values
  return { ...values, ...blankRow(row, blank) }
}

export function withoutRow(values: Values, row: number): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(rowPrefix(row))))
}
