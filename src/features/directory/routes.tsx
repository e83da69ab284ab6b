import { addresses } from '#addresses'
import { isProfessional } from '#features/accounts/access.ts'
import type { WebSite } from '#features/accounts/actor.ts'
import { articleCard } from '#features/articles/cards.ts'
import { newestArticles } from '#features/articles/queries.ts'
import { eventCard } from '#features/events/cards.ts'
import { nextDates } from '#features/events/queries.ts'
import type { RegistrationSlot } from '#features/events/slots.ts'
import { newestPrivateResources } from '#features/resources/queries.ts'
import { cardsOf } from '#features/resources/routes.tsx'
import { page, reserved, signInFirst } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { ProSpacePage } from './pages/pro-space-page.tsx'

const MOST = 6

/** « Espace pro » (DIR-2): what is reserved to professionals, the newest first. */
export function proSpaceRoutes(site: WebSite, { database }: Parts, registration: RegistrationSlot): void {
  site.get(addresses.proSpace, async ({ actor, now }) => {
    if (actor === undefined) return signInFirst
    if (!isProfessional(actor)) return reserved
    const articles = await newestArticles(database, actor, { limit: MOST, access: 'pro' })
    const resources = await newestPrivateResources(database, actor, MOST)
    const dates = await nextDates(database, actor, { now, limit: MOST, access: 'pro' })
    const ids = dates.map(({ dateId }) => dateId)
    const seats = await registration.seats(database, ids, now)
    const body = (
      <ProSpacePage
        articles={articles.map((row) => articleCard(row, now))}
        resources={await cardsOf(database, resources, actor)}
        events={dates.map((date) => ({ ...eventCard(date, seats.get(date.dateId)), key: date.dateId }))}
      />
    )
    return page('Espace pro', body, { robots: 'noindex' })
  })
}
