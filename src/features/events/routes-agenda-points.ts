import { addresses, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { plural } from '#kernel/french'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import type { Answer } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { type MapPoint, mapPointsJson } from '#ui/map-points.ts'
import { MOST_COUNTED } from './agenda-sizes.ts'
import { agendaPoints, type DatePoint } from './points-queries.ts'
import { readAgenda } from './routes-agenda.tsx'
import type { RegistrationSlot } from './slots.ts'

/** `/evenements.geojson`: the agenda for its map, as this person reads it (MAP-1). */
export function agendaPointsRoutes(site: WebSite, parts: Parts, registration: RegistrationSlot): void {
  site.get(addresses.agendaPoints, (visit) => pointsAnswer(visit, parts, registration))
}

async function pointsAnswer(visit: WebVisit, parts: Parts, registration: RegistrationSlot): Promise<Answer> {
  const { asked } = await readAgenda(visit, parts, registration)
  const rows = await agendaPoints(parts.database, asked)
  const dates = rows.slice(0, MOST_COUNTED)
  const placed = dates.filter(({ latitude }) => latitude !== null)
  const note = {
    noun: 'date',
    shown: placed.length,
    unplaced: dates.length - placed.length,
    why: 'en ligne ou sans adresse précise',
  }
  return {
    kind: 'data',
    body: mapPointsJson(pointsOf(placed, visit.now), { ...note, partial: rows.length > MOST_COUNTED }),
    contentType: 'application/geo+json; charset=utf-8',
    tags: ['events'],
  }
}

/** One point for the dates of an event that are in one place: the next one is told, the others are counted. */
function pointsOf(dates: readonly DatePoint[], now: Instant): MapPoint[] {
  const places = Map.groupBy(dates, ({ id, latitude, longitude }) => `${id} ${latitude} ${longitude}`)
  return [...places.values()].map((all) => {
    const { id, slug, title, startsAt, endsAt, latitude, longitude, city } = all[0] as DatePoint
    const others = all.length > 1 ? `, et ${plural(all.length - 1, 'autre date', 'autres dates')}` : ''
    const when = frenchRange(startsAt, endsAt ?? undefined, now) + others
    const href = addresses.events.one({ item: itemOf({ id, slug }) })
    const detail = [when, city].filter((part) => part !== '').join(' · ')
    return { id, title, href, detail, latitude: latitude as number, longitude: longitude as number }
  })
}
