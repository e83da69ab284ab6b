// EVT-2: a date takes place at the place of its event, elsewhere, or online. The link of a date online is for those whose
// seat is confirmed.

import type { EventDate } from './date-queries.ts'
import { addressKey, type PlaceOfEvent, placeOfDate } from './place-text.ts'

export type DatePlace = Pick<
  EventDate,
  | 'ownPlace'
  | 'online'
  | 'placeName'
  | 'street'
  | 'postalCode'
  | 'city'
  | 'communeCode'
  | 'departementCode'
  | 'latitude'
  | 'longitude'
> & { onlineUrl: string }

type Where = { event: PlaceOfEvent; date: Omit<DatePlace, 'communeCode' | 'departementCode'> }

/** Whether people must be told: another address, or another link. A better point on the map of the same address is no news. */
export function isMoved(before: Where, after: Where): boolean {
  if (before.date.onlineUrl !== after.date.onlineUrl) return true
  const [from, to] = [before, after].map(({ event, date }) => placeOfDate(event, date))
  if (from === undefined || to === undefined) return from !== to
  return from.placeName !== to.placeName || addressKey(from) !== addressKey(to)
}

export function isSamePoint(one: DatePlace, other: DatePlace): boolean {
  return one.latitude === other.latitude && one.longitude === other.longitude
}
