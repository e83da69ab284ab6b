import { and, asc, eq, gt, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { ContentRights } from '#features/contents/access.ts'
import type { FileOfContent } from '#features/contents/kinds.ts'
import { filesOfContent, listedFor, rightsColumns } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import type { RichFormat } from '#kernel/rich-text/text-of'
import { daysLater, type Instant, startOfDay } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { AgendaFilters } from './agenda-filters.ts'
import { MOST_COUNTED, PAGE_SIZE } from './agenda-sizes.ts'
import { datesColumn, type EventDate } from './date-queries.ts'
import { type CardImage, cardImage } from './image-queries.ts'
import { eventDates, events } from './tables.ts'

const cardColumns = {
  dateId: eventDates.id,
  startsAt: eventDates.startsAt,
  endsAt: eventDates.endsAt,
  id: contents.id,
  slug: contents.slug,
  title: contents.title,
  kind: events.kind,
  paying: events.paying,
  city: events.city,
  placeName: events.placeName,
}

const listColumns = { ...cardColumns, image: cardImage }

export type EventDateCard = {
  dateId: number
  startsAt: Instant
  endsAt: Instant | null
  id: number
  slug: string
  title: string
  kind: (typeof events.$inferSelect)['kind']
  paying: boolean
  city: string
  placeName: string
  image: CardImage | null
}

/** One page of the agenda, soonest first, in two statements: its dates, and how many there are in all (`MOST_COUNTED` at most). */
export async function agenda(
  reader: Reader,
  person: Person,
  asked: { filters: AgendaFilters; now: Instant },
): Promise<{ dates: EventDateCard[]; count: number }> {
  const { filters, now } = asked
  const where = and(comingDates(now), listedFor(person), ...filterConditions(filters))
  const dates = await reader
    .select(listColumns)
    .from(eventDates)
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(where)
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE)
  if (filters.page === 1 && dates.length < PAGE_SIZE) return { dates, count: dates.length }
  const some = reader
    .select({ one: sql`1` })
    .from(eventDates)
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(where)
    .limit(MOST_COUNTED + 1)
  const [row] = await reader.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some.as('some'))
  return { dates, count: row?.count ?? 0 }
}

/** Not cancelled and not over: `over_at` is within a month of the start, so that the index on the start serves. */
const comingDates = (now: Instant): SQL =>
  and(isNull(eventDates.cancelledAt), gt(eventDates.startsAt, daysLater(now, -31)), gt(eventDates.overAt, now)) as SQL

function filterConditions(filters: AgendaFilters): (SQL | undefined)[] {
  const { departement, kind, price, size, sector, from, to } = filters
  const start = from === undefined ? undefined : startOfDay(from)
  const end = to === undefined ? undefined : startOfDay(to)
  return [
    departement === undefined ? undefined : eq(events.departementCode, departement),
    kind === undefined ? undefined : eq(events.kind, kind),
    price === undefined ? undefined : eq(events.paying, price === 'paying'),
    size === undefined ? undefined : sql`(${size} = any(${events.projectSizes}) or ${events.projectSizes} = '{}')`,
    sector === 'ess' ? eq(events.forSocialEconomy, true) : undefined,
    sector === 'innovation' ? eq(events.forInnovation, true) : undefined,
    start === undefined ? undefined : gte(eventDates.startsAt, start),
    end === undefined ? undefined : lt(eventDates.startsAt, daysLater(end, 1)),
  ]
}

const entryColumns = {
  ...cardColumns,
  summary: contents.summary,
  updatedAt: contents.updatedAt,
  overAt: eventDates.overAt,
  sequence: eventDates.sequence,
  street: events.street,
  postalCode: events.postalCode,
  latitude: events.latitude,
  longitude: events.longitude,
}

/** The dates that answer the filters, for a calendar that follows them: the first `limit`. One statement. */
export function agendaEntries(
  reader: Reader,
  person: Person,
  asked: { filters: AgendaFilters; now: Instant; limit: number },
) {
  return reader
    .select(entryColumns)
    .from(eventDates)
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(and(comingDates(asked.now), listedFor(person), ...filterConditions(asked.filters)))
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
    .limit(asked.limit)
}

export type EventPageFacts = {
  rights: ContentRights
  id: number
  slug: string
  title: string
  summary: string
  presentation: string
  presentationFormat: RichFormat
  publishedAt: Instant | null
  updatedAt: Instant
  organiser: { id: number; title: string; slug: string } | null
  event: typeof events.$inferSelect
  dates: EventDate[]
  /** Those that it shows, whoever may read them. */
  files: FileOfContent[]
}

/** All that the page of an event shows, whoever reads: access is decided on `rights`. One statement. */
export async function findEvent(reader: Reader, id: number): Promise<EventPageFacts | undefined> {
  const [row] = await reader
    .select({
      ...{ id: contents.id, slug: contents.slug, title: contents.title, summary: contents.summary },
      ...{ presentation: contents.presentation, presentationFormat: contents.presentationFormat },
      ...{ publishedAt: contents.publishedAt, updatedAt: contents.updatedAt },
      rights: rightsColumns,
      organiser: sql<{ id: number; title: string; slug: string } | null>`(
        select json_build_object('id', organiser.id, 'title', organiser.title, 'slug', organiser.slug)
        from ${contents} organiser where organiser.id = ${contents.structureId} and organiser.state = 'published'
          and organiser.access = 'public')`,
      event: events,
      dates: datesColumn,
      files: filesOfContent,
    })
    .from(contents)
    .innerJoin(events, eq(events.contentId, contents.id))
    .where(eq(contents.id, id))
  return row
}

/** The next dates of the region, or of a structure: for the home page and a structure's sheet. */
export function nextDates(
  reader: Reader,
  person: Person,
  asked: { now: Instant; limit: number; structureId?: number; access?: 'public' | 'pro' },
): Promise<EventDateCard[]> {
  const { structureId, access } = asked
  const ofStructure = structureId === undefined ? undefined : eq(contents.structureId, structureId)
  const ofAccess = access === undefined ? undefined : eq(contents.access, access)
  return reader
    .select(listColumns)
    .from(eventDates)
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(and(comingDates(asked.now), gt(eventDates.startsAt, asked.now), listedFor(person), ofStructure, ofAccess))
    .orderBy(asc(eventDates.startsAt), asc(eventDates.id))
    .limit(asked.limit)
}
