// REG-2: what was typed for one list of a date, read alike by the form that saves it and by what says beforehand what it does.
import type { WantedPlaces } from './places.ts'
import { type ListKind, MOST_OFFER_HOURS } from './rules.ts'

/** What begins the names of the fields of a list, after the date that they are for. */
export const LIST_PREFIX = { direct: '', prescription: 'prescription.' } satisfies Record<ListKind, string>

export type ListFields = { places: string; unlimited: boolean; open: boolean; hours: string }

export type TypedList = {
  wanted: WantedPlaces
  open: boolean
  /** Null: a freed place is given at once. */
  offerHours: number | null
}

export type TypedFault = { field: 'places' | 'delai'; because: 'no-number' | 'no-hours' }

export const listFieldsOf = (typed: (name: string) => string): ListFields => ({
  places: typed('places'),
  unlimited: typed('sans-limite') === 'oui',
  open: typed('ouvertes') === 'oui',
  hours: typed('delai'),
})

/** An empty number is no list, 0 closes, « sans limite » is a box of its own; an empty delay gives freed places at once. */
export function readTypedList(fields: ListFields): TypedList | { faults: TypedFault[] } {
  const faults: TypedFault[] = []
  const wanted = readPlaces(fields)
  if (wanted === undefined) faults.push({ field: 'places', because: 'no-number' })
  const hours = fields.hours.trim()
  const isHours = /^\d{1,3}$/.test(hours) && Number(hours) >= 1 && Number(hours) <= MOST_OFFER_HOURS
  if (hours !== '' && !isHours) faults.push({ field: 'delai', because: 'no-hours' })
  if (wanted === undefined || faults.length > 0) return { faults }
  return { wanted, open: fields.open, offerHours: hours === '' ? null : Number(hours) }
}

function readPlaces({ places, unlimited }: ListFields): WantedPlaces | undefined {
  const typed = places.trim()
  if (unlimited) return { kind: 'unlimited' }
  if (typed === '') return { kind: 'none' }
  return /^\d{1,6}$/.test(typed) ? { kind: 'number', places: Number(typed) } : undefined
}
