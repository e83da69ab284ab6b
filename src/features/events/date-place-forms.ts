import { z } from 'zod'
import { rowField, type Values } from './date-fields.ts'
import type { DatePlace } from './date-place.ts'
import { typedWhere } from './date-place-rows.ts'
import { degrees, line, postalCode, web } from './forms.ts'
import { readWebsite } from './websites.ts'

/** Where a date takes place, its commune not yet known. */
export type WantedPlace = Omit<DatePlace, 'communeCode' | 'departementCode'>
export type PlaceReading = { ok: true; value: WantedPlace } | { ok: false; errors: Record<string, string> }

const AT_THE_EVENT: WantedPlace = {
  ...{ ownPlace: false, online: false, onlineUrl: '', placeName: '', street: '', postalCode: '', city: '' },
  ...{ latitude: null, longitude: null },
}

const online = z.object({
  lien: web(readWebsite, 'Ce n’est pas l’adresse d’une page, comme https://visio.exemple.fr/atelier.'),
})

const elsewhere = (complete: boolean) =>
  z.object({
    lieu: line(250),
    rue: line(250),
    code_postal: postalCode.refine((code) => !complete || code !== '', 'Donnez le code postal de ce lieu.'),
    ville: line(120).refine((city) => !complete || city !== '', 'Donnez la ville de ce lieu.'),
    latitude: degrees(90),
    longitude: degrees(180),
  })

/** Reads where the date of a row takes place; `isStale`: its position was found from another address. Errors by field name. */
export function readPlaceOfRow(
  values: Values,
  row: number,
  asked: { complete: boolean; isStale: boolean },
): PlaceReading {
  const where = typedWhere(values, row)
  if (where === '') return { ok: true, value: AT_THE_EVENT }
  const typed = (name: string) => values[rowField(row, name)]?.[0] ?? ''
  const shape = where === 'en-ligne' ? online : elsewhere(asked.complete)
  const read = shape.safeParse(Object.fromEntries(Object.keys(shape.shape).map((name) => [name, typed(name)])))
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => [rowField(row, path.map(String).join('.')), message])
    return { ok: false, errors: Object.fromEntries(errors.toReversed()) }
  }
  if ('lien' in read.data) return { ok: true, value: { ...AT_THE_EVENT, online: true, onlineUrl: read.data.lien } }
  const { lieu, rue, code_postal, ville, latitude, longitude } = read.data
  const isSet = latitude !== undefined && longitude !== undefined && !asked.isStale
  const point = { latitude: isSet ? latitude : null, longitude: isSet ? longitude : null }
  const address = { placeName: lieu, street: rue, postalCode: code_postal, city: ville }
  return { ok: true, value: { ...AT_THE_EVENT, ownPlace: true, ...address, ...point } }
}
