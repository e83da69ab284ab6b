import { eq, type SQL, sql } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { readInstant } from '#platform/database/instant-column.ts'
import { type AgendaAsked, agendaConditions } from './agenda-conditions-queries.ts'
import type { DayOfMonth } from './agenda-month.ts'
import { MOST_IN_A_DAY, SHOWN_IN_A_DAY } from './agenda-sizes.ts'
import { eventDates } from './tables.ts'

export type MonthDate = { startsAt: Instant; id: number; slug: string; title: string; online: boolean }
export type DayOfAgenda = DayOfMonth & { dates: MonthDate[] /** `MOST_IN_A_DAY` + 1 at most. */; count: number }

type Row = { day: number; id: string; slug: string; title: string; online: boolean; starts_at: string; count: string }

/** The first dates of each day of a month, and how many there are that day. One statement, whose price is bounded by day. */
export async function datesOfMonth(
  reader: Reader,
  asked: AgendaAsked,
  days: readonly DayOfMonth[],
): Promise<DayOfAgenda[]> {
  const listed = (values: readonly Instant[]): SQL =>
    sql`array[${sql.join(
      values.map((value) => sql`${value.toString()}`),
      sql`, `,
    )}]::timestamptz[]`
  const { rows } = await reader.execute<Row>(sql`
    select * from (
      select day.place::int as day, found.*, row_number() over (partition by day.place order by starts_at, date_id) as rank,
        count(*) over (partition by day.place) as count
      from unnest(${listed(days.map(({ starts }) => starts))}, ${listed(days.map(({ ends }) => ends))})
        with ordinality as day(starts, ends, place)
      cross join lateral (
        select ${contents.id}, ${contents.slug}, ${contents.title}, ${eventDates.online}, ${eventDates.startsAt},
          ${eventDates.id} as date_id
        from ${eventDates} join ${contents} on ${eq(contents.id, eventDates.eventId)}
        where ${agendaConditions(asked, true)} and ${eventDates.startsAt} >= day.starts and ${eventDates.startsAt} < day.ends
        order by ${eventDates.startsAt}, ${eventDates.id} limit ${MOST_IN_A_DAY + 1}
      ) found
    ) shown where rank <= ${SHOWN_IN_A_DAY} order by day, rank`)
  return days.map((day, place) => {
    const ofDay = rows.filter((row) => row.day === place + 1)
    const dates = ofDay.map(({ id, slug, title, online, starts_at }) => ({
      ...{ id: Number(id), slug, title, online },
      startsAt: readInstant(starts_at),
    }))
    return { ...day, dates, count: Number(ofDay[0]?.count ?? 0) }
  })
}
