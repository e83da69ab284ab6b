import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { ContentRights } from '#features/contents/access.ts'
import { listedFor, rightsColumns, shownFilesOfContent } from '#features/contents/queries.ts'
import { contents, type FILE_ROLES } from '#features/contents/tables.ts'
import type { StoredFile } from '#features/files/queries.ts'
import type { RichFormat } from '#kernel/rich-text/text-of'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { comingDates } from './agenda-conditions-queries.ts'
import { type EventDateCard, listColumns } from './date-card-queries.ts'
import { datesColumn, type EventDate } from './date-queries.ts'
import { eventDates, events } from './tables.ts'

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
  files: { role: (typeof FILE_ROLES)[number]; file: StoredFile }[]
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
      files: shownFilesOfContent,
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
