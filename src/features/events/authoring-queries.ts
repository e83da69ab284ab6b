import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#features/accounts/actor.ts'
import type { ContentRights } from '#features/contents/access.ts'
import { rightsColumns } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { eventDates, events } from './tables.ts'

export type AuthoredDate = Pick<
  typeof eventDates.$inferSelect,
  'id' | 'startsAt' | 'endsAt' | 'overAt' | 'cancelledAt' | 'sequence'
>

export type AuthoredEvent = {
  rights: ContentRights
  content: Pick<
    typeof contents.$inferSelect,
    'id' | 'slug' | 'title' | 'summary' | 'presentation' | 'structureId' | 'version'
  >
  event: typeof events.$inferSelect
  dates: AuthoredDate[]
}

/** All that the form of an event shows, whoever asks: access is decided on `rights`. Two statements. */
export async function findAuthoredEvent(reader: Reader, id: number): Promise<AuthoredEvent | undefined> {
  const { slug, title, summary, presentation, structureId, version } = contents
  const [row] = await reader
    .select({
      rights: rightsColumns,
      content: { id: contents.id, slug, title, summary, presentation, structureId, version },
      event: events,
    })
    .from(contents)
    .innerJoin(events, eq(events.contentId, contents.id))
    .where(eq(contents.id, id))
  if (row === undefined) return undefined
  const { startsAt, endsAt, overAt, cancelledAt, sequence } = eventDates
  const dates = await reader
    .select({ id: eventDates.id, startsAt, endsAt, overAt, cancelledAt, sequence })
    .from(eventDates)
    .where(eq(eventDates.eventId, id))
    .orderBy(asc(startsAt), asc(eventDates.id))
  return { ...row, dates }
}

/** The structures that this person may publish for, by name. */
export function structuresOf(reader: Reader, actor: Actor): Promise<{ id: number; title: string }[]> {
  if (actor.structures.length === 0) return Promise.resolve([])
  return reader
    .select({ id: contents.id, title: contents.title })
    .from(contents)
    .where(and(eq(contents.kind, 'structure'), inArray(contents.id, [...actor.structures])))
    .orderBy(asc(contents.title))
}
