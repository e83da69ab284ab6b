import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancel, confirm, register } from '#features/registrations/actions.ts'
import { changeListIn, releaseHolds } from '#features/registrations/list-actions.ts'
import { findByKey } from '#features/registrations/queries.ts'
import { tellDateMoved } from '#features/registrations/reaction-actions.ts'
import { registrationLists, registrations } from '#features/registrations/tables.ts'
import { hours } from '#kernel/time'
import { type Database, openDatabase, transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { createLog } from '#platform/log.ts'
import { mails } from '#platform/mail/tables.ts'
import { type FreshDatabase, freshDatabase } from '../database.ts'
import { make, NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'

const now = Temporal.Instant.from(NOW)
const closesAt = now.add(hours(72))
let fresh: FreshDatabase
let database: Database
let people: { id: number; name: string; email: string }[]

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, { connections: 30, statementMs: 20_000, lockMs: 20_000 }, createLog('silent'))
  people = await Promise.all(Array.from({ length: 40 }, () => make.person(database)))
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

type Made = { eventId: number; listId: number; dateId: number }

async function listWith(places: number): Promise<Made> {
  const { id, dates } = await make.event(database, { dates: [{ places }] })
  return { eventId: id, listId: dates[0]?.listId ?? 0, dateId: dates[0]?.id ?? 0 }
}

/** The verdict of one click by person number `who`, signed in or not. */
function click({ eventId, listId, dateId }: Made, who: number, { signedIn = true, at = now } = {}) {
  const { id, name, email } = people[who] ?? { id: 0, name: '', email: '' }
  const input = { eventId, listId, dateIds: [dateId], name, phone: '', personId: signedIn ? id : undefined }
  const submission = { key: newKey(), now: at }
  return register(database, { ...input, email: { address: email, key: email } }, { submission, locationOf: () => '/' })
}

async function fill(made: Made, count: number): Promise<void> {
  for (let who = 0; who < count; who++) await click(made, who)
}

const change = (dateId: number, places: number) =>
  transact(database, (tx) =>
    changeListIn(
      tx,
      { dateId, kind: 'direct', wanted: { kind: 'number', places }, open: true, closesAt },
      people[0]?.id ?? 0,
      now,
    ),
  )

const rowsOf = (listId: number) =>
  database.select().from(registrations).where(eq(registrations.listId, listId)).orderBy(registrations.arrival)

const listOf = async (listId: number) =>
  (await database.select().from(registrationLists).where(eq(registrationLists.id, listId)))[0]

test('R3: when ten cancel at once among twenty who wait, the first ten move up in order and are told once', async () => {
  const count = rounds(5, 500)
  const wrong = { order: 0, twice: 0 }
  for (let round = 0; round < count; round++) {
    const made = await listWith(10)
    await fill(made, 30)
    const before = await rowsOf(made.listId)
    const queue = before.filter(({ state }) => state === 'waiting').map(({ id }) => id)
    const leaving = before.filter(({ state }) => state === 'confirmed')
    const newcomers = [30, 31, 32].map((who) => click(made, who))
    await Promise.all([...leaving.map(({ key }) => cancel(database, key, { actorId: null, now })), ...newcomers])
    const after = await rowsOf(made.listId)
    const seated = after.filter(({ state }) => state === 'confirmed').map(({ id }) => id)
    if (JSON.stringify(seated) !== JSON.stringify(queue.slice(0, 10))) wrong.order++
    const told = await database.select().from(mails).where(eq(mails.kind, 'registration-promoted'))
    if (told.length !== (round + 1) * 10) wrong.twice++
  }
  proved(
    'R3',
    `rounds of ${count} out of order / with a place offered twice`,
    `${wrong.order} / ${wrong.twice}`,
    'goal 0 / 0',
  )
  expect(wrong).toEqual({ order: 0, twice: 0 })
})

test('R4: places lowered while six register are never under those taken, and the answer is true', async () => {
  const count = rounds(20, 200)
  const wrong = { over: 0, untrue: 0 }
  for (let round = 0; round < count; round++) {
    const made = await listWith(8)
    await fill(made, 4)
    const clicks = [10, 11, 12, 13, 14, 15].map((who) => click(made, who))
    const [lowered] = await Promise.all([change(made.dateId, 6), ...clicks])
    const list = await listOf(made.listId)
    const taken = (await rowsOf(made.listId)).filter(({ state }) => state === 'confirmed').length
    if (list === undefined || taken > (list.places ?? 0) || list.taken !== taken) wrong.over++
    const places = lowered.kind === 'refused' ? 8 : 6
    const figures = lowered.kind !== 'refused' || lowered.taken > 6
    if (list?.places !== places || taken !== places || !figures) wrong.untrue++
  }
  proved(
    'R4',
    `races of lowering and registering, of ${count}: over / untrue`,
    `${wrong.over} / ${wrong.untrue}`,
    'goal 0 / 0',
  )
  expect(wrong).toEqual({ over: 0, untrue: 0 })
})

test('REG-4: who confirms after the hold ran out stands behind those already waiting', async () => {
  const made = await listWith(1)
  const late = await click(made, 0, { signedIn: false })
  const first = await click(made, 1)
  const later = now.add(hours(5))
  await releaseHolds(database, made.listId, later)
  const second = await click(made, 2, { at: later })
  await confirm(database, 'key' in late ? late.key : '', later)
  await cancel(database, 'key' in first ? first.key : '', { actorId: null, now: later })
  const states = await Promise.all([late, first, second].map((one) => findByKey(database, 'key' in one ? one.key : '')))
  expect(states.map((one) => one?.state)).toEqual(['waiting', 'cancelled', 'confirmed'])
  expect(states[0]?.rank).toBe(1)
})

test('REG-4: a date that had begun and is moved to later gives what had become free to those who wait', async () => {
  const made = await listWith(1)
  await click(made, 0, { signedIn: false })
  const waiting = await click(made, 1)
  const begun = now.add(hours(73))
  await releaseHolds(database, made.listId, begun)
  const by = { actorId: people[0]?.id ?? 0, now: begun }
  await transact(database, (tx) => tellDateMoved(tx, { dateId: made.dateId, startsAt: begun.add(hours(48)), ...by }))
  const found = await findByKey(database, 'key' in waiting ? waiting.key : '')
  expect(found?.state).toBe('confirmed')
})
