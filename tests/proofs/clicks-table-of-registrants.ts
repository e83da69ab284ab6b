// The forms of an organiser about those who registered.
import { addresses } from '#addresses'
import { registrations } from '#features/registrations/tables.ts'
import { hours } from '#kernel/time'
import { newKey } from '#platform/keys.ts'
import { type MadeEvent, make } from '../make.ts'
import type { TestSite } from '../site.ts'
import { filled, professional } from './clicks-made.ts'
import type { Line, Ready } from './clicks-table.ts'

const { registrants } = addresses

/** An organiser whose date begins in an hour, with two lists and two people who come. */
async function organiser(site: TestSite) {
  const author = await professional(site)
  const now = site.parts.clock.now()
  const event = await make.event(site.database, {
    authorId: author.id,
    dates: [{ places: 5, prescription: 5, startsAt: now.add(hours(1)) }],
  })
  const [date] = event.dates as [MadeEvent['dates'][number]]
  const people = ['zoe', 'lea'].map((name) => ({
    ...{ key: newKey(), receipt: newKey(), listId: date.listId, name, email: `${name}@exemple.test`, emailKey: name },
    ...{ state: 'confirmed' as const, verifiedAt: now, createdAt: now },
  }))
  const rows = await site.database.insert(registrations).values(people).returning({ id: registrations.id })
  return { ...author, date, people: rows.map(({ id }) => id) }
}

export const LINES_OF_REGISTRANTS: readonly Line[] = [
  {
    route: registrants.presences.path,
    async ready(site): Promise<Ready> {
      const { browser, date, people } = await organiser(site)
      const typed = { [`presence.${people[0]}`]: 'present' }
      return filled(browser, registrants.presences({ date: date.id, page: 1 }), typed)
    },
  },
  {
    route: registrants.message.path,
    async ready(site) {
      const { browser, date } = await organiser(site)
      const typed = { objet: 'Le café', message: 'Il y aura du café.', geste: 'envoyer' }
      return filled(browser, registrants.message({ date: date.id }), typed)
    },
  },
  {
    route: registrants.places.path,
    async ready(site) {
      const { browser, date } = await organiser(site)
      const typed = { depuis: 'direct', places: '2' }
      return filled(browser, registrants.places({ date: date.id }), typed)
    },
  },
  {
    route: registrants.removal.path,
    async ready(site) {
      const { browser, date, people } = await organiser(site)
      const page = registrants.removal({ liste: date.listId, inscription: people[0] })
      return filled(browser, page, {})
    },
  },
]
