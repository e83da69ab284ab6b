// iCalendar (RFC 5545, 5546). Hours are written in UTC: no time zone to get wrong.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Instant } from '#kernel/time'

export type CalendarEntry = {
  /** Stable for the life of the entry. */
  uid: string
  sequence: number
  startsAt: Instant
  endsAt: Instant
  title: string
  description: string
  place: string
  url: string
  latitude: number | null
  longitude: number | null
  cancelled?: boolean
  /** When the entry was made or changed. */
  stamp: Instant
  organiser?: { name: string; email: string }
  attendee?: { name: string; email: string }
}

export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

/** One calendar file. REQUEST and CANCEL speak to one attendee; PUBLISH is for whoever downloads. */
export function writeCalendar(method: CalendarMethod, name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    name: escapedName(name),
    prodId: { company: 'Je crée dans ma région', product: 'agenda', language: 'FR' },
    method: ICalCalendarMethod[method],
  })
  for (const entry of entries) {
    const { uid, sequence, title, description, url, organiser, attendee } = entry
    const event = calendar.createEvent({
      id: uid,
      sequence,
      start: toDate(entry.startsAt),
      end: toDate(entry.endsAt),
      stamp: toDate(entry.stamp),
      summary: title,
      description,
      url,
      location: placeOf(entry),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: organiser,
    })
    if (attendee !== undefined) event.createAttendee({ ...attendee, rsvp: false })
  }
  return calendar.toString()
}

/** The package writes the name of a calendar as it is given: a line break or a comma in it would break the file (B29). */
const escapedName = (name: string): string => name.replace(/\s+/g, ' ').replace(/[\\;,]/g, '\\$&')

const toDate = (instant: Instant): Date => new Date(instant.epochMilliseconds)

function placeOf({ place, latitude, longitude }: CalendarEntry) {
  if (place === '') return undefined
  return latitude === null || longitude === null
    ? { title: place }
    : { title: place, geo: { lat: latitude, lon: longitude } }
}
