import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, test } from 'vitest'
import { addresses } from '#addresses'
import { saveEvent } from '#features/events/actions.ts'
import { cancelDatesToComeIn } from '#features/events/date-actions.ts'
import { eventKindOf } from '#features/events/routes-kind.ts'
import { events } from '#features/events/tables.ts'
import { hours } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { until } from '#tests/until.ts'
import { tellDateCancelled, tellDateMoved } from './reaction-actions.ts'
import { placesSlot } from './routes-of-places.tsx'
import { registrationLists } from './tables.ts'

const now = Temporal.Instant.from(NOW)
const startsAt = now.add(hours(72))
const slots = { places: placesSlot, announcements: { moved: [tellDateMoved], cancelled: [tellDateCancelled] } }
let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

async function addList(dateId: number, kind: 'direct' | 'prescription'): Promise<number> {
  const [row] = await site.database
    .insert(registrationLists)
    .values({ dateId, kind, places: 5, closesAt: startsAt })
    .returning({ id: registrationLists.id })
  return row?.id ?? 0
}

const isWaiting = async () => {
  const { rows } = await site.database.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

/** Whoever holds the first list can still take the second one while `work` waits: nobody waits in a circle. */
async function expectInOrder(first: number, second: number, work: () => Promise<unknown>): Promise<void> {
  const locked = (id: number) => sql`select 1 from registration_lists where id = ${id} for update nowait`
  let done: Promise<unknown> | undefined
  await site.database.transaction(async (tx) => {
    await tx.execute(locked(first))
    done = work()
    await until(isWaiting)
    await tx.execute(locked(second))
  })
  await done
}

/** Two dates whose lists were opened in the other order than the dates. */
async function twoDates(authorId: number) {
  const event = await make.event(site.database, { authorId, dates: [{ list: false }, { list: false }] })
  const [one, other] = event.dates.map(({ id }) => id)
  const [low, high] = [await addList(other ?? 0, 'direct'), await addList(one ?? 0, 'direct')]
  return { event, low, high }
}

test('REG-10: presences lock the lists of a date lowest first, whichever was opened first', async () => {
  const author = await make.signedIn(site, { role: 'professional' })
  const event = await make.event(site.database, {
    authorId: author.id,
    dates: [{ list: false, prescription: 5, startsAt: now }],
  })
  const [date] = event.dates
  const direct = await addList(date?.id ?? 0, 'direct')
  const url = addresses.registrants.presences({ date: date?.id ?? 0, page: 1 })
  await expectInOrder(date?.prescriptionListId ?? 0, direct, () => author.browser.post(url, { submission: newKey() }))
})

test('REG-10: an event that moves locks the lists of all its dates lowest first', async () => {
  const author = await make.person(site.database, { role: 'professional' })
  const { event, low, high } = await twoDates(author.id)
  const [row] = await site.database.select().from(events).where(eq(events.contentId, event.id))
  const { contentId: _, ...own } = row!
  const actor = { ...author, role: 'professional' as const, departements: [], structures: [] }
  const draft = { personId: actor.id, form: `event-${event.id}`, page: newKey(), from: '' }
  const text = { title: 'A', summary: 'B', presentation: '', presentationFormat: 'plain', access: 'public' } as const
  const content = { ...text, departements: [], sectors: [], files: [], structureId: null }
  const submission = { key: newKey(), now }
  const saving = { kind: eventKindOf(slots), slots, actor, draft, now, submission, locationOf: () => '/' }
  await expectInOrder(low, high, () =>
    saveEvent(site.database, saving, {
      present: { id: event.id, version: 1 },
      data: { content, own: { ...own, city: 'Ailleurs' } },
      gesture: 'enregistrer',
      files: [],
      dates: { wanted: [], removed: [] },
    }),
  )
})

test('REG-10: an event taken offline locks the lists of all its dates lowest first', async () => {
  const author = await make.person(site.database, { role: 'professional' })
  const { event, low, high } = await twoDates(author.id)
  await expectInOrder(low, high, () =>
    transact(site.database, (tx) => cancelDatesToComeIn(tx, { slots, actorId: author.id, now }, event.id)),
  )
})
