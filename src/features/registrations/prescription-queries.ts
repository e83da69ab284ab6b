import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import { eventDates } from '#features/events/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { detailedRegistrations, listedDates, type RegistrationDetail } from './queries.ts'
import { registrationLists, registrations } from './tables.ts'

/** The dates to come of an event where professionals enrol, closed lists included. One statement. */
export function datesToPrescribe(reader: Reader, eventId: number, now: Instant) {
  return listedDates(reader)
    .where(
      and(
        eq(eventDates.eventId, eventId),
        eq(registrationLists.kind, 'prescription'),
        gt(registrationLists.closesAt, now),
      ),
    )
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
    .limit(200)
}

export type DateToPrescribe = Awaited<ReturnType<typeof datesToPrescribe>>[number]

/** Whom a professional enrolled and may still know, the latest date first. One statement. */
export function prescriptionsOf(reader: Reader, prescriberId: number): Promise<RegistrationDetail[]> {
  return detailedRegistrations(reader)
    .where(and(eq(registrations.prescriberId, prescriberId), isNull(registrations.anonymisedAt)))
    .orderBy(desc(eventDates.startsAt), asc(eventDates.id), asc(registrations.id))
    .limit(500)
}

/** One of them; undefined for somebody whom another enrolled. */
export async function findPrescription(
  reader: Reader,
  receipt: string,
  prescriberId: number,
): Promise<RegistrationDetail | undefined> {
  const own = and(eq(registrations.prescriberId, prescriberId), isNull(registrations.anonymisedAt))
  const [found] = await detailedRegistrations(reader).where(and(eq(registrations.receipt, receipt), own))
  return found
}
