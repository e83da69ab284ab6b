import { isoWithOffset } from '#kernel/time'
import { type PlaceOfEvent, placeOfDate } from './place-text.ts'
import type { EventPageFacts } from './queries.ts'
import type { DateShown } from './slots.ts'

/** schema.org, one `Event` per date to come, for what anybody may read. */
export function eventJsonLd(
  facts: EventPageFacts,
  dates: readonly DateShown[],
  { url, image }: { url: string; image: string | undefined },
): object[] {
  return dates.map((date) => ({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: facts.title,
    description: facts.summary,
    url,
    ...(image === undefined ? {} : { image }),
    startDate: isoWithOffset(date.startsAt),
    ...(date.endsAt === null ? {} : { endDate: isoWithOffset(date.endsAt) }),
    eventAttendanceMode: `https://schema.org/${date.online ? 'Online' : 'Offline'}EventAttendanceMode`,
    eventStatus: `https://schema.org/${date.cancelledAt === null ? 'EventScheduled' : 'EventCancelled'}`,
    isAccessibleForFree: !facts.event.paying,
    location: locationLd(placeOfDate(facts.event, date), url),
    ...(facts.organiser === null ? {} : { organizer: { '@type': 'Organization', name: facts.organiser.title } }),
  }))
}

/** The link of a date online is for those who come: machines are told the page of the event. */
function locationLd(place: PlaceOfEvent | undefined, url: string): object {
  if (place === undefined) return { '@type': 'VirtualLocation', url }
  const { street, postalCode, city, placeName, latitude, longitude } = place
  const geo = latitude === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }
  const address = {
    '@type': 'PostalAddress',
    streetAddress: street,
    postalCode,
    addressLocality: city,
    addressCountry: 'FR',
  }
  return { '@type': 'Place', name: placeName || city, address, ...geo }
}
