import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#features/accounts/actor.ts'
import type { ContentData } from '#features/contents/kinds.ts'
import { register } from '#features/registrations/actions.ts'
import { tellDateCancelled } from '#features/registrations/reaction-actions.ts'
import { placesSlot } from '#features/registrations/routes-of-places.tsx'
import { registrations } from '#features/registrations/tables.ts'
import { readEmail } from '#kernel/email-address'
import { type Database, openDatabase } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from '#tests/database.ts'
import { make, NOW } from '#tests/make.ts'
import { saveEvent } from './actions.ts'
import { eventKindOf } from './routes-kind.ts'
import { events } from './tables.ts'

const now = Temporal.Instant.from(NOW)
let fresh: FreshDatabase
let database: Database
let actor: Actor

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, { connections: 20, statementMs: 20_000, lockMs: 20_000 }, createLog('silent'))
  actor = { ...(await make.person(database)), role: 'professional', departements: [], structures: [] }
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

async function registerOne(event: Awaited<ReturnType<typeof make.event>>): Promise<boolean> {
  const person = await make.person(database)
  const email = readEmail(person.email)
  if (typeof email === 'string') throw new Error(email)
  const input = {
    listId: event.dates[0]!.listId,
    eventId: event.id,
    dateIds: event.dates.map(({ id }) => id),
    name: person.name,
    email,
    phone: '',
  }
  const sent = { submission: { key: newKey(), now }, locationOf: () => '/' }
  return (await register(database, { ...input, personId: person.id }, sent)).kind === 'confirmed'
}

const TEXT = {
  ...{ title: 'A', summary: 'B', presentation: '', presentationFormat: 'plain', access: 'public' },
  ...{ departements: [], sectors: [], files: [], structureId: null },
} satisfies ContentData

type Race = { isLocked: boolean; from: 'start' | 'look' }

/**
 * One date removed while ten people register, from the start or in the moment between looking at who is on it and deleting
 * it: how many were told « confirmed » and are nowhere.
 */
async function lostBy({ isLocked, from }: Race): Promise<number> {
  const look = Promise.withResolvers<void>()
  const places: typeof placesSlot = {
    ...placesSlot,
    ...(isLocked ? {} : { lock: async () => {} }),
    async load(...asked) {
      const people = await placesSlot.load(...asked)
      look.resolve()
      await pause(30)
      return people
    },
  }
  const event = await make.event(database, { authorId: actor.id, dates: [{ places: null }] })
  const [date] = event.dates
  const cancelled = isLocked ? [tellDateCancelled] : []
  const slots = { places, announcements: { moved: [], cancelled } }
  const [row] = await database.select().from(events).where(eq(events.contentId, event.id))
  const { contentId: _, ...own } = row!
  const draft = { personId: actor.id, form: `event-${event.id}`, page: newKey(), from: '' }
  const removal = saveEvent(
    database,
    {
      ...{ kind: eventKindOf(slots), slots, actor, draft, now },
      ...{ submission: { key: newKey(), now }, locationOf: () => '/' },
    },
    {
      present: { id: event.id, version: 1 },
      data: { content: TEXT, own: { ...own, city: 'Ailleurs' } },
      gesture: 'enregistrer',
      files: [],
      dates: { wanted: [], removed: [date!.id] },
    },
  )
  const begun = from === 'start' ? undefined : look.promise
  const crowd = Array.from({ length: 10 }, async () => {
    await begun
    return registerOne(event)
  })
  const answers = await Promise.all([...crowd, removal])
  const told = answers.filter((answer) => answer === true).length
  const kept = await database.select().from(registrations).where(eq(registrations.listId, date!.listId))
  return told - kept.length
}

const ROUNDS = 10

test('EVT-4: nobody is told « confirmed » on a date that is being deleted', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    expect(await lostBy({ isLocked: true, from: 'start' })).toBe(0)
    expect(await lostBy({ isLocked: true, from: 'look' })).toBe(0)
  }
})

test('the same without the lock of the lists loses people: the test above proves something', async () => {
  let lost = 0
  for (let round = 0; round < ROUNDS && lost === 0; round++) lost += await lostBy({ isLocked: false, from: 'look' })
  expect(lost).toBeGreaterThan(0)
})
