import { and, asc, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'

export const PAGE_SIZE = 20

type State = (typeof contents.$inferSelect)['state']
export type OwnEvent = { id: number; slug: string; title: string; state: State; nextDate: Instant | null }

/** The next date of an event, cancelled and past ones left out. */
const nextDate = (now: Instant): SQL<Instant | null> =>
  sql`(select min(${eventDates.startsAt}) from ${eventDates} where ${eq(eventDates.eventId, contents.id)}
    and ${eventDates.cancelledAt} is null and ${eventDates.overAt} > ${now.toString()}::timestamptz)`.mapWith(
    eventDates.startsAt,
  ) as SQL<Instant | null>

const ownEvents = (personId: number): SQL =>
  and(eq(contentAuthors.personId, personId), eq(contents.kind, 'event'), ne(contents.state, 'trashed')) as SQL

/** A page of the events of an author: those to come first, soonest first; then the others, last written first. */
export async function listOwnEvents(
  reader: Reader,
  personId: number,
  asked: { page: number; now: Instant },
): Promise<{ events: OwnEvent[]; count: number }> {
  const next = nextDate(asked.now)
  const rows = await reader
    .select({
      ...{ id: contents.id, slug: contents.slug, title: contents.title, state: contents.state },
      nextDate: next,
      count: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(contentAuthors)
    .innerJoin(contents, eq(contents.id, contentAuthors.contentId))
    .where(ownEvents(personId))
    .orderBy(sql`${next} asc nulls last`, desc(contents.updatedAt), asc(contents.id))
    .limit(PAGE_SIZE)
    .offset((asked.page - 1) * PAGE_SIZE)
  return { events: rows.map(({ count: _, ...event }) => event), count: rows[0]?.count ?? 0 }
}

export type OwnDate = {
  id: number
  slug: string
  title: string
  dateId: number
  startsAt: Instant
  endsAt: Instant | null
}

/** The next dates of an author's published events. */
export function nextOwnDates(reader: Reader, personId: number, now: Instant): Promise<OwnDate[]> {
  return reader
    .select({
      ...{ id: contents.id, slug: contents.slug, title: contents.title },
      ...{ dateId: eventDates.id, startsAt: eventDates.startsAt, endsAt: eventDates.endsAt },
    })
    .from(contentAuthors)
    .innerJoin(contents, eq(contents.id, contentAuthors.contentId))
    .innerJoin(eventDates, eq(eventDates.eventId, contents.id))
    .where(
      and(
        ownEvents(personId),
        eq(contents.state, 'published'),
        sql`${eventDates.cancelledAt} is null and ${eventDates.overAt} > ${now.toString()}::timestamptz`,
      ),
    )
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
    .limit(5)
}
