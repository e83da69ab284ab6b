import { addresses, itemOf } from '#addresses'
import { plural } from '#kernel/french'
import { frenchDay, frenchHour, frenchMonth } from '#kernel/french-dates'
import { type Instant, isoWithOffset } from '#kernel/time'
import { Icon } from '#ui/icon.tsx'
import { agendaQuery } from '../agenda-filters.ts'
import { type Month, monthWord, weeksOf } from '../agenda-month.ts'
import { MOST_IN_A_DAY } from '../agenda-sizes.ts'
import type { DayOfAgenda, MonthDate } from '../month-queries.ts'
import { AgendaFrame } from './agenda-frame.tsx'
import { type AgendaFrameProps, viewAddress } from './agenda-view.ts'

export type AgendaMonthPageProps = {
  frame: AgendaFrameProps
  month: Month
  days: readonly DayOfAgenda[]
  before: Month | undefined
  after: Month | undefined
  now: Instant
}

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** The same dates by month: a table of weeks, a list of days on a phone (EVT-5). */
export function AgendaMonthPage(props: AgendaMonthPageProps) {
  const { frame, month, days } = props
  return (
    <AgendaFrame frame={frame} status={statusText(month, days)}>
      <Months {...props} />
      <div class="month-room">
        <table class="month">
          <caption class="unseen">Dates de {frenchMonth(month)}</caption>
          <thead>
            <tr>
              {WEEKDAYS.map((weekday) => (
                <th key={weekday} scope="col">
                  {weekday}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month, days).map((week, rank) => (
              <tr key={rank}>
                {week.map((day, place) =>
                  day === undefined ? <td key={place} /> : <Day key={place} {...props} day={day} />,
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </AgendaFrame>
  )
}

function statusText(month: Month, days: readonly DayOfAgenda[]): string {
  const count = days.reduce((all, day) => all + day.count, 0)
  if (count === 0) return `Aucune date en ${frenchMonth(month)}`
  const isMore = days.some((day) => day.count > MOST_IN_A_DAY)
  return `${isMore ? 'Plus de ' : ''}${plural(count, 'date')} en ${frenchMonth(month)}`
}

function Months({ frame, month, before, after }: AgendaMonthPageProps) {
  const href = (one: Month) => viewAddress({ month: monthWord(one) }, { ...frame.filters, page: 1 })
  return (
    <nav class="months" aria-label="Mois">
      {before ? (
        <a href={href(before)} rel="prev">
          <Icon name="arrow-left" />
          {frenchMonth(before)}
        </a>
      ) : (
        <span />
      )}
      <h2>{frenchMonth(month)}</h2>
      {after && (
        <a href={href(after)} rel="next">
          {frenchMonth(after)}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}

function Day({ frame, day, now }: AgendaMonthPageProps & { day: DayOfAgenda }) {
  const { dates, count, iso } = day
  const more = count - dates.length
  return (
    <td class={count === 0 ? 'empty-day' : undefined}>
      <p class="day-number">
        <time dateTime={iso}>
          <span class="unseen-wide">{frenchDay(day.starts, now)}</span>
          <span class="only-wide" aria-hidden="true">
            {day.day}
          </span>
        </time>
      </p>
      {count > 0 && (
        <ul>
          {dates.map((date) => (
            <DateOfDay key={`${date.id}-${date.startsAt}`} date={date} />
          ))}
          {more > 0 && (
            <li>
              <a href={addresses.agenda(agendaQuery({ ...frame.filters, from: iso, to: iso, page: 1 }))}>
                {count > MOST_IN_A_DAY ? `plus de ${MOST_IN_A_DAY} dates` : `${plural(more, 'autre')}`}
                <span class="unseen"> {frenchDay(day.starts, now)}</span>
              </a>
            </li>
          )}
        </ul>
      )}
    </td>
  )
}

function DateOfDay({ date }: { date: MonthDate }) {
  return (
    <li>
      <time class="soft" dateTime={isoWithOffset(date.startsAt)}>
        {frenchHour(date.startsAt)}
      </time>{' '}
      <a href={addresses.events.one({ item: itemOf(date) })}>{date.title}</a>
      {date.online && <span class="soft"> · en ligne</span>}
    </li>
  )
}
