import { addresses } from '#addresses'
import { isProfessional, mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, forbidden, page, signInFirst } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { lastOwnContents } from './own-content-queries.ts'
import { OwnEventsPage } from './pages/own-events-page.tsx'
import { SpaceHomePage } from './pages/space-home-page.tsx'
import { listOwnEvents, nextOwnDates, PAGE_SIZE } from './queries.ts'
import { ownContentRoutes } from './routes-contents.tsx'
import { findShortcuts } from './shortcut-queries.ts'
import type { SpaceSlots } from './slots.ts'

/** « Mon espace » (ESP-1) and « Voir tous mes évènements ». */
export function personalSpaceRoutes(site: WebSite, parts: Parts, slots: SpaceSlots): void {
  site.get(addresses.mySpace.home, (visit) =>
    visit.actor ? homeAnswer(visit, visit.actor, parts, slots) : signInFirst,
  )
  ownContentRoutes(site, parts)
  site.get(addresses.mySpace.events, (visit) => {
    if (visit.actor === undefined) return signInFirst
    if (!mayContribute(visit.actor)) return forbidden('Seuls les professionnels qui publient ont des évènements.')
    return eventsAnswer(visit, visit.actor, parts, slots)
  })
}

async function homeAnswer(visit: WebVisit, actor: Actor, { database }: Parts, slots: SpaceSlots): Promise<Answer> {
  const { now, path } = visit
  const next = mayContribute(actor) ? await nextOwnDates(database, actor.id, now) : undefined
  const people = next && (await slots.registrationCounts(database, numbersOf(next), now))
  // Who publishes finds his own registrations by their number: the page stays within its statements.
  const registrations = next === undefined ? ((await slots.registrationsBlock?.(database, actor, now)) ?? null) : null
  const last = next && (await lastOwnContents(database, actor.id))
  const shortcuts = await findShortcuts(database, actor, now)
  const publishing = next && people && last && { next, people, last }
  const body = (
    <SpaceHomePage
      name={actor.name}
      advises={isProfessional(actor)}
      {...{ path, now, publishing, registrations, shortcuts }}
    />
  )
  return page('Mon espace', body, { robots: 'noindex' })
}

const numbersOf = (rows: readonly { id: number }[]): number[] => [...new Set(rows.map(({ id }) => id))]

async function eventsAnswer(visit: WebVisit, actor: Actor, { database }: Parts, slots: SpaceSlots): Promise<Answer> {
  const { now, path, url } = visit
  const asked = Number(/^\d{1,5}$/.exec(visit.query.get('page'))?.[0] ?? 1)
  const number = Math.max(1, asked)
  const { events, count } = await listOwnEvents(database, actor.id, { page: number, now })
  const people = await slots.registrationCounts(database, numbersOf(events), now)
  const rows = events.map((event) => ({ ...event, people: people.get(event.id) }))
  const pages = Math.max(number, Math.ceil(count / PAGE_SIZE))
  return page('Mes évènements', <OwnEventsPage {...{ rows, count, pages, url, path, now }} page={number} />, {
    robots: 'noindex',
  })
}
