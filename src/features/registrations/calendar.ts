import { addresses } from '#addresses'
import { type CalendarEntry, type CalendarMethod, writeCalendar } from '#features/events/calendar.ts'
import { placeText } from '#features/events/place-text.ts'
import { overAt } from '#features/events/rules.ts'
import type { RegistrationDetail } from './queries.ts'

/**
 * The invitation of one registration (REG-9): its UID never changes, its SEQUENCE is the date's, plus one once it is
 * cancelled, so that a calendar which got all the mails shows one entry, at the right hour, or none.
 */
export function invitation(
  registration: RegistrationDetail,
  method: CalendarMethod,
  site: { publicUrl: string; from: string },
): string {
  const { date, event, content, name, email, key } = registration
  const gone = method === 'CANCEL'
  const entry: CalendarEntry = {
    uid: `inscription-${registration.id}@${new URL(site.publicUrl).hostname}`,
    sequence: date.sequence + (gone && date.cancelledAt === null ? 1 : 0),
    startsAt: date.startsAt,
    endsAt: overAt(date.startsAt, date.endsAt ?? undefined),
    title: content.title,
    description: content.summary,
    place: placeText(event),
    url: site.publicUrl + addresses.registrations.one({ key }),
    latitude: event.latitude,
    longitude: event.longitude,
    cancelled: gone,
    stamp: registration.settledAt ?? registration.createdAt,
    organiser: { name: event.contactName || 'Je crée dans ma région', email: event.contactEmail || site.from },
    attendee: { name, email },
  }
  return writeCalendar(method, content.title, [entry])
}
