import { asc, eq, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { DatePlace } from './date-place.ts'
import { overAt } from './rules.ts'
import { eventDates, events } from './tables.ts'

/** What an event has beside its content and its dates. */
export type EventColumns = Omit<typeof events.$inferSelect, 'contentId'>
export type DateRow = typeof eventDates.$inferSelect
type Hours = { startsAt: Instant; endsAt: Instant | null }
type Placed = Hours & { place: DatePlace }

export async function insertEvent(tx: Tx, contentId: number, columns: EventColumns): Promise<void> {
  await tx.insert(events).values({ contentId, ...columns })
}

/** Writes the event whose content is locked; returns what it was. */
export async function updateEvent(tx: Tx, contentId: number, columns: EventColumns): Promise<EventColumns | undefined> {
  const [present] = await tx.select().from(events).where(eq(events.contentId, contentId)).for('update')
  await tx.update(events).set(columns).where(eq(events.contentId, contentId))
  return present
}

/** The dates of an event whose content is locked, in the order in which dates are always locked. */
export function lockDates(tx: Tx, eventId: number): Promise<DateRow[]> {
  return tx.select().from(eventDates).where(eq(eventDates.eventId, eventId)).orderBy(asc(eventDates.id)).for('update')
}

const hoursOf = ({ startsAt, endsAt }: Hours) => ({ startsAt, endsAt, overAt: overAt(startsAt, endsAt ?? undefined) })
const placeOf = (place: DatePlace): DatePlace => {
  const { ownPlace, online, onlineUrl, placeName, street, postalCode, city } = place
  const { communeCode, departementCode, latitude, longitude } = place
  return {
    ...{ ownPlace, online, onlineUrl, placeName, street, postalCode, city },
    ...{ communeCode, departementCode, latitude, longitude },
  }
}
const later = { sequence: sql`${eventDates.sequence} + 1` }

export async function insertDate(tx: Tx, eventId: number, date: Placed): Promise<number> {
  const [row] = await tx
    .insert(eventDates)
    .values({ eventId, ...hoursOf(date), ...placeOf(date.place) })
    .returning({ id: eventDates.id })
  if (row === undefined) throw new Error('no row')
  return row.id
}

/** New hours, or a new place: either way calendars must hear of it. */
export async function moveDate(tx: Tx, id: number, date: Placed): Promise<void> {
  await tx
    .update(eventDates)
    .set({ ...hoursOf(date), ...placeOf(date.place), ...later })
    .where(eq(eventDates.id, id))
}

/** A better point on the map for the same address: nobody needs to hear of it. */
export async function locateDate(tx: Tx, id: number, place: DatePlace): Promise<void> {
  await tx.update(eventDates).set(placeOf(place)).where(eq(eventDates.id, id))
}

export async function cancelDate(tx: Tx, id: number, now: Instant): Promise<void> {
  await tx
    .update(eventDates)
    .set({ cancelledAt: now, ...later })
    .where(eq(eventDates.id, id))
}

/** Only for a date that nobody ever registered for. */
export async function deleteDate(tx: Tx, id: number): Promise<void> {
  await tx.delete(eventDates).where(eq(eventDates.id, id))
}
