import { asc, eq } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { type AgendaAsked, agendaConditions } from './agenda-conditions-queries.ts'
import { eventDates, events } from './tables.ts'

const addressOf = (table: typeof events | typeof eventDates) => ({
  placeName: table.placeName,
  street: table.street,
  postalCode: table.postalCode,
  city: table.city,
  latitude: table.latitude,
  longitude: table.longitude,
})

const entryColumns = {
  ...{ id: contents.id, slug: contents.slug, title: contents.title, summary: contents.summary },
  updatedAt: contents.updatedAt,
  event: addressOf(events),
  date: {
    ...{ id: eventDates.id, startsAt: eventDates.startsAt, overAt: eventDates.overAt, sequence: eventDates.sequence },
    ...{ ownPlace: eventDates.ownPlace, online: eventDates.online },
    ...addressOf(eventDates),
  },
}

/** The dates that answer the filters, for a calendar that follows them: the first `limit`. One statement. */
export function agendaEntries(reader: Reader, asked: AgendaAsked, limit: number) {
  return reader
    .select(entryColumns)
    .from(eventDates)
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(agendaConditions(asked))
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
    .limit(limit)
}
