import type { events } from './tables.ts'

type Place = Pick<typeof events.$inferSelect, 'placeName' | 'street' | 'postalCode' | 'city'>

/** « Maison de l’entreprise, 20 rue des Tanneurs, 69003 Lyon »; empty parts are left out. */
export function placeText(place: Place): string {
  const town = [place.postalCode, place.city].filter((part) => part !== '').join(' ')
  return [place.placeName, place.street, town].filter((part) => part !== '').join(', ')
}
