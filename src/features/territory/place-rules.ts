import { communeKey, type Place } from './rules.ts'

/** The communes at hand, for reading thousands of addresses without asking the database each time. */
export type PlaceBook = {
  byCode(code: string): Place | undefined
  /** The only commune of that name with that postal code. */
  byName(name: string, postalCode: string): Place | undefined
  /** Whether codes of that département are known here: elsewhere an unknown code says nothing. */
  covers(departement: string): boolean
}

export function placeBook(places: readonly Place[]): PlaceBook {
  const codes = new Map(places.map((place) => [place.code, place]))
  const names = new Map<string, Place | 'several'>()
  const departements = new Set(places.map(({ departement }) => departement))
  for (const place of places) {
    for (const postalCode of place.postalCodes) {
      const key = `${postalCode} ${communeKey(place.name)}`
      names.set(key, names.has(key) ? 'several' : place)
    }
  }
  return {
    byCode: (code) => codes.get(code),
    byName(name, postalCode) {
      const found = names.get(`${postalCode} ${communeKey(name)}`)
      return found === 'several' ? undefined : found
    },
    covers: (departement) => departements.has(departement),
  }
}
