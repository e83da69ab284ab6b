import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { eventDates } from './tables.ts'

export type EventDate = Pick<
  typeof eventDates.$inferSelect,
  'id' | 'startsAt' | 'endsAt' | 'overAt' | 'cancelledAt' | 'sequence'
>

/** The dates of an event in one column, soonest first. */
export const datesColumn = sql<EventDate[]>`coalesce((select json_agg(json_build_object('id', ${eventDates.id},
    'startsAt', ${eventDates.startsAt}, 'endsAt', ${eventDates.endsAt}, 'overAt', ${eventDates.overAt},
    'cancelledAt', ${eventDates.cancelledAt}, 'sequence', ${eventDates.sequence})
    order by ${eventDates.startsAt}, ${eventDates.id})
  from ${eventDates} where ${eq(eventDates.eventId, contents.id)}), '[]'::json)`.mapWith(readDates)

type StoredDate = { [Key in keyof EventDate]: EventDate[Key] extends number ? number : string | null }

function readDates(stored: StoredDate[]): EventDate[] {
  const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))
  return stored.map(({ id, startsAt, endsAt, overAt, cancelledAt, sequence }) => ({
    ...{ id, sequence, startsAt: instant(startsAt) as Instant, overAt: instant(overAt) as Instant },
    ...{ endsAt: instant(endsAt), cancelledAt: instant(cancelledAt) },
  }))
}

/** The dates of an event that are neither over nor cancelled. */
export async function datesToCome(reader: Reader, eventId: number, now: Instant): Promise<number[]> {
  const { id, overAt, cancelledAt } = eventDates
  const rows = await reader
    .select({ id })
    .from(eventDates)
    .where(and(eq(eventDates.eventId, eventId), isNull(cancelledAt), gt(overAt, now)))
  return rows.map((row) => row.id)
}
