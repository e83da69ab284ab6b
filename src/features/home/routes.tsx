import { addresses, itemOf } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import { articleCard } from '#features/articles/cards.ts'
import { newestArticles } from '#features/articles/queries.ts'
import { eventCard } from '#features/events/cards.ts'
import { nextDates } from '#features/events/queries.ts'
import type { RegistrationSlot } from '#features/events/slots.ts'
import { page } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { HomePage } from './pages/home-page.tsx'
import { structuresToMeet } from './queries.ts'

const EVENTS = 6
const STRUCTURES = 6
const ARTICLES = 3

/** The home page: four statements when it is not in memory. */
export function homeRoutes(site: WebSite, { database, settings }: Parts, registration: RegistrationSlot): void {
  site.get(addresses.home, async ({ actor, now }) => {
    const dates = firstOfEach(await nextDates(database, actor, { now, limit: 5 * EVENTS })).slice(0, EVENTS)
    const seats = await registration.seats(
      database,
      dates.map(({ dateId }) => dateId),
      now,
    )
    const events = dates.map((date) => eventCard(date, seats.get(date.dateId)))
    const structures = (await structuresToMeet(database, STRUCTURES)).map((one) => ({
      href: addresses.structures.one({ item: itemOf(one) }),
      name: one.title,
      summary: one.summary,
      where: one.regional || one.city === '' ? 'Auvergne-Rhône-Alpes' : one.city,
      note: one.demo ? 'Fiche de démonstration' : undefined,
    }))
    const articles = (await newestArticles(database, actor, { limit: ARTICLES })).map((row) => articleCard(row, now))
    return page('Je crée dans ma région', <HomePage {...{ events, structures, articles }} />, {
      tags: ['events', 'structures', 'articles'],
      canonical: `${settings.PUBLIC_URL}/`,
      description:
        'Trouvez près de chez vous qui peut vous aider à créer votre entreprise, quoi lire et où aller. Gratuit, en Auvergne-Rhône-Alpes.',
    })
  })
}

/** An event with many dates shows its next one, so that the page shows many events. */
function firstOfEach<Dated extends { id: number }>(dates: readonly Dated[]): Dated[] {
  const seen = new Set<number>()
  return dates.filter(({ id }) => !seen.has(id) && seen.add(id))
}
