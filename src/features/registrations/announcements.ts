import { eq } from 'drizzle-orm'
import { eventDates } from '#features/events/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { Mail } from '#platform/mail/outbox.ts'
import type { Registration } from './store.ts'

export type RegistrationMail =
  | 'registration-confirmed'
  | 'registration-held'
  | 'registration-waiting'
  | 'registration-promoted'
  | 'registration-expired'
  | 'registration-again'
  | 'registration-cancelled'
  | 'registration-moved'
  | 'registration-date-cancelled'

type Addressee = Pick<Registration, 'id' | 'email' | 'personId'>

/** One mail to a registered person. `round` tells apart what may happen twice to the same registration. */
export function mailTo(kind: RegistrationMail, registration: Addressee, now: Instant, round = ''): Mail {
  return {
    cause: `${kind}:${registration.id}${round}`,
    kind,
    recipient: registration.email,
    personId: registration.personId ?? undefined,
    about: { registration: registration.id },
    now,
  }
}

/** The pages that show the places of a date. */
export async function pageTags(reader: Reader, dateId: number): Promise<string[]> {
  const [date] = await reader.select({ eventId: eventDates.eventId }).from(eventDates).where(eq(eventDates.id, dateId))
  return date === undefined ? ['events'] : tagsOfEvent(date.eventId)
}

export const tagsOfEvent = (eventId: number): string[] => ['events', `content:${eventId}`]
