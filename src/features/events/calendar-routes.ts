import { addresses, itemOf } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import { type Answer, hidden } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { type CalendarEntry, writeCalendar } from './calendar.ts'
import { agendaEntries } from './calendar-queries.ts'
import { type PlaceOfEvent, type PlaceOfOneDate, placeOfDate, placeTextOfDate } from './place-text.ts'
import { readableEvent } from './routes.tsx'
import { readAgenda } from './routes-agenda.tsx'
import type { RegistrationSlot } from './slots.ts'

/** Calendar files: of one date, for whoever may read its event; of the dates that answer filters. */
export function eventCalendarRoutes(site: WebSite, parts: Parts, registration: RegistrationSlot): void {
  site.get(addresses.events.dateCalendar, async (visit) => {
    const found = await readableEvent(visit, parts)
    if ('kind' in found) return found
    const date = found.dates.find(({ id }) => String(id) === visit.params.date)
    if (date === undefined) return hidden
    const entry = calendarEntry({ ...found, date }, parts)
    return calendarAnswer(found.title, [{ ...entry, cancelled: date.cancelledAt !== null }], [])
  })
  site.get(addresses.agendaCalendar, async (visit) => {
    const { asked } = await readAgenda(visit, parts, registration)
    const dates = await agendaEntries(parts.database, asked, MOST_ENTRIES)
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

type DateOfCalendar = {
  id: number
  slug: string
  title: string
  summary: string
  updatedAt: Instant
  event: PlaceOfEvent
  date: PlaceOfOneDate & { id: number; startsAt: Instant; overAt: Instant; sequence: number }
}

/** What a date looks like in a calendar. Its UID never changes; it is not that of a registration. */
function calendarEntry(entry: DateOfCalendar, { settings }: Parts): CalendarEntry {
  const { event, date, title, summary, updatedAt } = entry
  const place = placeOfDate(event, date)
  return {
    uid: `date-${date.id}@${new URL(settings.PUBLIC_URL).hostname}`,
    ...{ sequence: date.sequence, startsAt: date.startsAt, endsAt: date.overAt, title, description: summary },
    ...{ latitude: place?.latitude ?? null, longitude: place?.longitude ?? null },
    place: placeTextOfDate(event, date),
    url: settings.PUBLIC_URL + addresses.events.one({ item: itemOf(entry) }),
    stamp: updatedAt,
  }
}
