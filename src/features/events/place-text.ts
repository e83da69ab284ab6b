// Where things take place: at the place of the event, unless the date says otherwise (EVT-2).
import type { eventDates, events } from './tables.ts'

type Place = Pick<typeof events.$inferSelect, 'placeName' | 'street' | 'postalCode' | 'city'>
export type PlaceOfEvent = Place & { latitude: number | null; longitude: number | null }
export type PlaceOfOneDate = PlaceOfEvent & Pick<typeof eventDates.$inferSelect, 'ownPlace' | 'online'>

export const ONLINE_TEXT = 'En ligne'

/** « Maison de l’entreprise, 20 rue des Tanneurs, 69003 Lyon »; empty parts are left out. */
export function placeText(place: Place): string {
  const town = [place.postalCode, place.city].filter((part) => part !== '').join(' ')
  return [place.placeName, place.street, town].filter((part) => part !== '').join(', ')
}

/** Where a date takes place; undefined when it is online. */
export function placeOfDate<Event extends PlaceOfEvent>(event: Event, date: PlaceOfOneDate): PlaceOfEvent | undefined {
  if (date.online) return undefined
  const { placeName, street, postalCode, city, latitude, longitude } = date.ownPlace ? date : event
  return { placeName, street, postalCode, city, latitude, longitude }
}

/** The same in words: « En ligne », or the address of the date or of its event. */
export function placeTextOfDate(event: PlaceOfEvent, date: PlaceOfOneDate): string {
  const place = placeOfDate(event, date)
  return place === undefined ? ONLINE_TEXT : placeText(place)
}

export type Address = { street: string; postalCode: string; city: string }

/** What was located, in one text: a position holds for the address it was found from. */
export const addressKey = ({ street, postalCode, city }: Address): string =>
  [street, postalCode, city].map((part) => part.replace(/\s+/g, ' ').trim()).join('|')
