import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import { auditLog } from '#features/audit/tables.ts'
import type { ContentRights } from '#features/contents/access.ts'
import { rightsColumns } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { eventDates, events } from './tables.ts'

export type AuthoredDate = Pick<
  typeof eventDates.$inferSelect,
  'id' | 'startsAt' | 'endsAt' | 'overAt' | 'cancelledAt' | 'sequence'
>

/** The dates of an event in one column, soonest first. */
const datesColumn = sql<AuthoredDate[]>`coalesce((select json_agg(json_build_object('id', ${eventDates.id},
    'startsAt', ${eventDates.startsAt}, 'endsAt', ${eventDates.endsAt}, 'overAt', ${eventDates.overAt},
    'cancelledAt', ${eventDates.cancelledAt}, 'sequence', ${eventDates.sequence})
    order by ${eventDates.startsAt}, ${eventDates.id})
  from ${eventDates} where ${eventDates.eventId} = ${contents.id}), '[]'::json)`.mapWith(readDates)

type StoredDate = { [Key in keyof AuthoredDate]: AuthoredDate[Key] extends number ? number : string | null }

function readDates(stored: StoredDate[]): AuthoredDate[] {
  const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))
  return stored.map(({ id, startsAt, endsAt, overAt, cancelledAt, sequence }) => ({
    ...{ id, sequence, startsAt: instant(startsAt) as Instant, overAt: instant(overAt) as Instant },
    ...{ endsAt: instant(endsAt), cancelledAt: instant(cancelledAt) },
  }))
}

export type AuthoredEvent = {
  rights: ContentRights
  content: Pick<
    typeof contents.$inferSelect,
    'id' | 'slug' | 'title' | 'summary' | 'presentation' | 'presentationFormat' | 'structureId' | 'version'
  >
  event: typeof events.$inferSelect
  dates: AuthoredDate[]
}

/** All that the form of an event shows, whoever asks: access is decided on `rights`. */
export async function findAuthoredEvent(reader: Reader, id: number): Promise<AuthoredEvent | undefined> {
  const { slug, title, summary, presentation, presentationFormat, structureId, version } = contents
  const [row] = await reader
    .select({
      rights: rightsColumns,
      content: { id: contents.id, slug, title, summary, presentation, presentationFormat, structureId, version },
      event: events,
      dates: datesColumn,
    })
    .from(contents)
    .innerJoin(events, eq(events.contentId, contents.id))
    .where(eq(contents.id, id))
  return row
}

/** Who saved last, and when. */
export async function findLastSave(
  reader: Reader,
  id: number,
): Promise<{ author: string | null; at: Instant } | undefined> {
  const [row] = await reader
    .select({ author: people.name, at: auditLog.at })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.actorId))
    .where(and(eq(auditLog.object, `content:${id}`), inArray(auditLog.verb, ['event-created', 'event-changed'])))
    .orderBy(desc(auditLog.id))
    .limit(1)
  return row
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
