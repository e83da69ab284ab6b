import { asc, eq, sql } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { type AgendaAsked, agendaConditions } from './agenda-conditions-queries.ts'
import { MOST_COUNTED } from './agenda-sizes.ts'
import { eventDates, events } from './tables.ts'

/** The dates of a list for its map, soonest first: at most `MOST_COUNTED`, and one more when there are others. One statement. */
export function agendaPoints(reader: Reader, asked: AgendaAsked) {
  return reader
    .select({
      ...{ id: contents.id, slug: contents.slug, title: contents.title },
      ...{ startsAt: eventDates.startsAt, endsAt: eventDates.endsAt },
      ...{ latitude: eventDates.latitude, longitude: eventDates.longitude },
      city: sql<string>`case when ${eventDates.ownPlace} then ${eventDates.city} else ${events.city} end`,
    })
    .from(eventDates)
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(agendaConditions(asked))
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
    .limit(MOST_COUNTED + 1)
}

export type DatePoint = Awaited<ReturnType<typeof agendaPoints>>[number]
