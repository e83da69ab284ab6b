// Rows with the parents that they need: only what matters to a test is said there.

import { openSession, sessionCookieName } from '#features/accounts/session-actions.ts'
import { people } from '#features/accounts/tables.ts'
import { createContentIn } from '#features/contents/actions.ts'
import { overAt } from '#features/events/rules.ts'
import { eventDates, events } from '#features/events/tables.ts'
import { registrationLists } from '#features/registrations/tables.ts'
import { hours, type Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import type { Browser } from './browser.ts'
import type { TestSite } from './site.ts'

export const NOW = '2026-11-24T09:00:00Z'
const now = Temporal.Instant.from(NOW)
let made = 0

type Person = Partial<typeof people.$inferInsert>

async function person(database: Database, given: Person = {}): Promise<{ id: number; email: string; name: string }> {
  const email = given.email ?? `personne${++made}@exemple.test`
  const { role = 'creator', state = 'active' } = given
  const confirmedAt = state === 'unconfirmed' ? null : now
  const professionalState = role === 'professional' || role === 'reader' ? 'validated' : 'none'
  const [row] = await database
    .insert(people)
    .values({
      name: 'Zoé Martin',
      role,
      state,
      professionalState,
      createdAt: now,
      confirmedAt,
      ...given,
      email,
      emailKey: email,
    })
    .returning({ id: people.id, email: people.email, name: people.name })
  if (row === undefined) throw new Error('no person')
  return row
}

type EventGiven = {
  title?: string
  state?: 'published' | 'draft'
  access?: 'public' | 'pro'
  authorId?: number
  event?: Partial<typeof events.$inferInsert>
  dates?: readonly DateGiven[]
}
type DateGiven = { startsAt?: Instant; places?: number | null; prescription?: number; open?: boolean; list?: boolean }

export type MadeEvent = {
  id: number
  slug: string
  dates: { id: number; listId: number; prescriptionListId: number }[]
}

/** A published event with one date in three days and ten direct places, unless said otherwise. */
function event(database: Database, given: EventGiven = {}): Promise<MadeEvent> {
  const { title = 'Construire son prévisionnel', state = 'published', access = 'public', dates = [{}] } = given
  return transact(database, async (tx) => {
    const text = {
      title,
      summary: 'Deux heures avec un conseiller.',
      presentation: '',
      access,
      state,
      departements: ['69'],
    }
    const content = await createContentIn(tx, {
      ...text,
      kind: 'event',
      structureId: null,
      authorId: given.authorId ?? null,
      now,
    })
    const place = {
      placeName: 'Maison de l’entreprise',
      street: '20 rue des Tanneurs',
      postalCode: '69003',
      city: 'Lyon',
    }
    await tx.insert(events).values({
      contentId: content.id,
      kind: 'workshop',
      paying: false,
      departementCode: '69',
      ...place,
      ...given.event,
    })
    const rows: MadeEvent['dates'] = []
    for (const one of dates) {
      const startsAt = one.startsAt ?? now.add(hours(72))
      const endsAt = startsAt.add(hours(2))
      const [date] = await tx
        .insert(eventDates)
        .values({ eventId: content.id, startsAt, endsAt, overAt: overAt(startsAt, endsAt) })
        .returning({ id: eventDates.id })
      const dateId = date?.id ?? 0
      const list = async (kind: 'direct' | 'prescription', places: number | null) => {
        const values = { dateId, kind, places, open: one.open ?? true, closesAt: startsAt }
        const [row] = await tx.insert(registrationLists).values(values).returning({ id: registrationLists.id })
        return row?.id ?? 0
      }
      const listId = one.list === false ? 0 : await list('direct', one.places === undefined ? 10 : one.places)
      const prescriptionListId = one.prescription === undefined ? 0 : await list('prescription', one.prescription)
      rows.push({ id: dateId, listId, prescriptionListId })
    }
    return { ...content, dates: rows }
  })
}

/** A browser signed in as a new person. */
async function signedIn(
  site: TestSite,
  given: Person = {},
): Promise<{ browser: Browser; id: number; email: string; name: string }> {
  const made = await person(site.database, given)
  const key = newKey()
  await transact(site.database, (tx) =>
    openSession(tx, { key, personId: made.id, agent: 'tests', now: site.parts.clock.now() }),
  )
  const browser = site.browser()
  browser.setCookie(sessionCookieName(site.parts.settings), key)
  return { browser, ...made }
}

export const make = { person, event, signedIn }
