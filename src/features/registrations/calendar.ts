import { addresses } from '#addresses'
import { type CalendarEntry, type CalendarMethod, writeCalendar } from '#features/events/calendar.ts'
import { placeOfDate, placeTextOfDate } from '#features/events/place-text.ts'
import { overAt } from '#features/events/rules.ts'
import type { RegistrationDetail } from './queries.ts'

/** `knowsEvent`: whether the person may be told its title (`event-rights.ts`). */
export type InvitationSite = { publicUrl: string; from: string; knowsEvent: boolean }

/**
 * The invitation of one registration (REG-9). Its UID never changes, its SEQUENCE only grows: that of the date, plus the
 * registration's own moves. A calendar which got all the mails shows one entry, at the right
 * hour, or none.
 */
export function invitation(registration: RegistrationDetail, method: CalendarMethod, site: InvitationSite): string {
  const { date, event, content, name, email, key, state } = registration
  const place = placeOfDate(event, date)
  const title = site.knowsEvent ? content.title : 'Évènement réservé sur Je crée dans ma région'
  const joining = state === 'confirmed' && date.online ? date.onlineUrl : ''
  const summary = site.knowsEvent ? content.summary : ''
  const entry: CalendarEntry = {
    uid: `inscription-${registration.id}@${new URL(site.publicUrl).hostname}`,
    sequence: sequenceOf(registration),
    startsAt: date.startsAt,
    endsAt: overAt(date.startsAt, date.endsAt ?? undefined),
    title,
    description: [summary, joining && `Lien de connexion : ${joining}`].filter((line) => line !== '').join('\n\n'),
    place: joining || placeTextOfDate(event, date),
    url: site.publicUrl + addresses.registrations.one({ key }),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    cancelled: method === 'CANCEL',
    stamp: registration.settledAt ?? registration.createdAt,
    organiser: { name: event.contactName || 'Je crée dans ma région', email: event.contactEmail || site.from },
    attendee: { name, email },
  }
  return writeCalendar(method, title, [entry])
}

/** One more once the seat is given back; without a seat on another date, one less than that of the seat that may come. */
function sequenceOf({ date, sequence, state }: RegistrationDetail): number {
  const reached = date.sequence + sequence
  if (state === 'confirmed') return reached
  if (state === 'cancelled') return date.cancelledAt === null ? reached + 1 : reached
  return reached - 1
}
