import { addresses, itemOf } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import { type Answer, hidden } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { type CalendarEntry, writeCalendar } from './calendar.ts'
import { placeText } from './place-text.ts'
import type { EventPageFacts } from './queries.ts'
import { readableEvent } from './routes.tsx'
import { overAt } from './rules.ts'

/** One date as a calendar file, for whoever may read its event. */
export function eventCalendarRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.events.dateCalendar, async (visit) => {
    const found = await readableEvent(visit, parts)
    if ('kind' in found) return found
    const date = found.dates.find(({ id }) => String(id) === visit.params.date)
    return date === undefined ? hidden : calendarAnswer(dateEntry(found, date, parts.settings.PUBLIC_URL))
  })
}

const calendarAnswer = (entry: CalendarEntry): Answer => ({
  kind: 'data',
  body: writeCalendar('PUBLISH', entry.title, [entry]),
  contentType: 'text/calendar; charset=utf-8',
  headers: { 'content-disposition': 'attachment; filename="evenement.ics"' },
})

type DateOfEvent = EventPageFacts['dates'][number]

/** What a date looks like in a calendar. Its UID never changes; it is not that of a registration. */
function dateEntry(facts: EventPageFacts, date: DateOfEvent, publicUrl: string): CalendarEntry {
  const { latitude, longitude } = facts.event
  return {
    uid: `date-${date.id}@${new URL(publicUrl).hostname}`,
    sequence: date.sequence,
    startsAt: date.startsAt,
    endsAt: overAt(date.startsAt, date.endsAt ?? undefined),
    title: facts.title,
    description: facts.summary,
    place: placeText(facts.event),
    url: publicUrl + addresses.events.one({ item: itemOf(facts) }),
    ...{ latitude, longitude },
    cancelled: date.cancelledAt !== null,
    stamp: facts.updatedAt,
  }
}
