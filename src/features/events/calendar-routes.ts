import { addresses, itemOf } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import { type Answer, hidden } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { readAgendaFilters } from './agenda-filters.ts'
import { type CalendarEntry, writeCalendar } from './calendar.ts'
import { placeText } from './place-text.ts'
import { agendaEntries } from './queries.ts'
import { readableEvent } from './routes.tsx'

/** One date as a calendar file, for whoever may read its event. */
export function eventCalendarRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.events.dateCalendar, async (visit) => {
    const found = await readableEvent(visit, parts)
    if ('kind' in found) return found
    const date = found.dates.find(({ id }) => String(id) === visit.params.date)
    if (date === undefined) return hidden
    const { id, slug, title, summary, updatedAt, event } = found
    const entry = calendarEntry({ ...event, ...date, id, slug, title, summary, updatedAt, dateId: date.id }, parts)
    return calendarAnswer(title, [{ ...entry, cancelled: date.cancelledAt !== null }], [])
  })
  site.get(addresses.agendaCalendar, async ({ query, actor, now }) => {
    const asked = { filters: readAgendaFilters(query), now, limit: MOST_ENTRIES }
    const dates = await agendaEntries(parts.database, actor, asked)
    const entries = dates.map((date) => calendarEntry(date, parts))
    return calendarAnswer('Agenda · Je crée dans ma région', entries, ['events'])
  })
}

const MOST_ENTRIES = 500

const calendarAnswer = (name: string, entries: readonly CalendarEntry[], tags: readonly string[]): Answer => ({
  kind: 'data',
  body: writeCalendar('PUBLISH', name, entries),
  contentType: 'text/calendar; charset=utf-8',
  headers: { 'content-disposition': 'attachment; filename="evenements.ics"' },
  tags: tags.length === 0 ? undefined : tags,
})

type DateOfCalendar = Parameters<typeof placeText>[0] & {
  id: number
  slug: string
  title: string
  summary: string
  updatedAt: Instant
  dateId: number
  startsAt: Instant
  overAt: Instant
  sequence: number
  latitude: number | null
  longitude: number | null
}

/** What a date looks like in a calendar. Its UID never changes; it is not that of a registration. */
function calendarEntry(date: DateOfCalendar, { settings }: Parts): CalendarEntry {
  const { startsAt, overAt, sequence, title, summary, latitude, longitude, updatedAt } = date
  return {
    uid: `date-${date.dateId}@${new URL(settings.PUBLIC_URL).hostname}`,
    ...{ sequence, startsAt, endsAt: overAt, title, description: summary, latitude, longitude },
    place: placeText(date),
    url: settings.PUBLIC_URL + addresses.events.one({ item: itemOf(date) }),
    stamp: updatedAt,
  }
}
