// Where a date takes place, as its row of the form holds it: at the event, elsewhere, or online.

import { rowField, type Values } from './date-fields.ts'
import type { DatePlace } from './date-place.ts'
import { addressKey } from './place-text.ts'

export const DATE_PLACES = ['', 'ailleurs', 'en-ligne'] as const
export type TypedWhere = (typeof DATE_PLACES)[number]

/** The fields of a row that say where; those of the address bear the names of the address of the event. */
export const PLACE_FIELDS = [
  'ou',
  'lieu',
  'rue',
  'code_postal',
  'ville',
  'latitude',
  'longitude',
  'adresse_situee',
  'lien',
] as const

export function typedWhere(values: Values, row: number): TypedWhere {
  const typed = values[rowField(row, 'ou')]?.[0] ?? ''
  return DATE_PLACES.find((place) => place === typed) ?? ''
}

/** The values of the place of a date that exists, by field name without prefix. */
export function valuesOfPlace(date: DatePlace): Record<string, string> {
  if (date.online) return { ou: 'en-ligne', lien: date.onlineUrl }
  if (!date.ownPlace) return { ou: '' }
  const { placeName, street, postalCode, city, latitude, longitude } = date
  const isSet = latitude !== null && longitude !== null
  return {
    ...{ ou: 'ailleurs', lieu: placeName, rue: street, code_postal: postalCode, ville: city },
    latitude: isSet ? String(latitude) : '',
    longitude: isSet ? String(longitude) : '',
    adresse_situee: isSet ? addressKey(date) : '',
  }
}
