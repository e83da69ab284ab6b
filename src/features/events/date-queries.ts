import { and, eq, getTableColumns, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { eventDates } from './tables.ts'

const { eventId: _, onlineUrl, facets: __, ...shownColumns } = getTableColumns(eventDates)

/** All that a page may show of a date: not the link of one that is online. */
export type EventDate = Omit<typeof eventDates.$inferSelect, 'eventId' | 'onlineUrl' | 'facets'>
export type AuthoredDate = EventDate & { onlineUrl: string }

/** The dates of an event in one column, soonest first. */
export const datesColumn = datesColumnOf<EventDate>(shownColumns)

/** The same with their links, for who writes the event. */
export const authoredDatesColumn = datesColumnOf<AuthoredDate>({ ...shownColumns, onlineUrl })

function datesColumnOf<Shown extends EventDate>(columns: Record<string, PgColumn>): SQL<Shown[]> {
  const pairs = Object.entries(columns).map(([name, column]) => sql`${name}::text, ${column}`)
  return sql`coalesce((select json_agg(json_build_object(${sql.join(pairs, sql`, `)})
      order by ${eventDates.startsAt}, ${eventDates.id})
    from ${eventDates} where ${eq(eventDates.eventId, contents.id)}), '[]'::json)`.mapWith(readDates<Shown>)
}

function readDates<Shown extends EventDate>(stored: Record<keyof Shown, unknown>[]): Shown[] {
  const instant = (text: unknown) => (text === null ? null : Temporal.Instant.from(String(text)))
  return stored.map((date) => {
    const { startsAt, endsAt, overAt, cancelledAt } = date
    const hours = { startsAt: instant(startsAt), endsAt: instant(endsAt), overAt: instant(overAt) }
    return { ...date, ...hours, cancelledAt: instant(cancelledAt) } as unknown as Shown
  })
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
