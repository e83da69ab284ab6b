import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancel, confirm } from '#features/registrations/actions.ts'
import { changeListIn, movePlaces, releaseHolds } from '#features/registrations/list-actions.ts'
import { findByKey } from '#features/registrations/queries.ts'
import { tellDateMoved } from '#features/registrations/reaction-actions.ts'
import { registrations } from '#features/registrations/tables.ts'
import { hours } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { mails } from '#platform/mail/tables.ts'
import { type MadeEvent, make } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { keyOf, now, Seats } from '../seats.ts'

const closesAt = now.add(hours(72))
let seats: Seats
beforeAll(async () => {
  seats = await Seats.open(40, 30)
})
afterAll(() => seats.close())

const directOf = (event: MadeEvent) => event.dates[0]?.listId ?? 0
const dateOf = (event: MadeEvent) => event.dates[0]?.id ?? 0
const listWith = (places: number, prescription = 1) => make.event(seats.database, { dates: [{ places, prescription }] })

async function fill(event: MadeEvent, count: number): Promise<void> {
  for (let who = 0; who < count; who++) await seats.click(event, who)
}

function change(event: MadeEvent, places: number, offerHours: number | null = null) {
  const wanted = { kind: 'number', places } as const
  const asked = { dateId: dateOf(event), kind: 'direct', wanted, open: true, closesAt, offerHours } as const
  return transact(seats.database, (tx) => changeListIn(tx, asked, seats.adviser.id, now))
}

/** The numbers of those in a state, in order of arrival. */
const numbersOf = async (event: MadeEvent, wanted: string) =>
  (await seats.rowsOf(directOf(event))).filter(({ state }) => state === wanted).map(({ id }) => id)

/** Those who have a place now; called, they all give it back. Read beforehand: whoever moves up meanwhile stays. */
async function seatedOf(event: MadeEvent): Promise<() => Promise<unknown>> {
  const leaving = (await seats.rowsOf(directOf(event))).filter(({ state }) => state === 'confirmed')
  return () => Promise.all(leaving.map(({ key }) => cancel(seats.database, key, { actorId: null, now })))
}

/** How many mails of a kind left for one list: a place given or offered twice would be told twice. */
const toldOf = (event: MadeEvent, kind: string) =>
  seats.database.$count(
    mails,
    and(
      eq(mails.kind, kind),
      sql`(${mails.about} ->> 'registration')::bigint in
        (select id from ${registrations} where list_id = ${directOf(event)})`,
    ),
  )

const same = (a: readonly number[], b: readonly number[]) => JSON.stringify(a) === JSON.stringify(b)

test('R3: when ten cancel at once among twenty who wait, the first ten move up in order and are told once', async () => {
  const count = rounds(5, 500)
  const wrong = { order: 0, twice: 0 }
  for (let round = 0; round < count; round++) {
    const event = await listWith(10)
    await fill(event, 30)
    const queue = await numbersOf(event, 'waiting')
    const leave = await seatedOf(event)
    await Promise.all([leave(), ...[30, 31, 32].map((who) => seats.click(event, who))])
    if (!same(await numbersOf(event, 'confirmed'), queue.slice(0, 10))) wrong.order++
    if ((await toldOf(event, 'registration-promoted')) !== 10) wrong.twice++
  }
  const figures = `${wrong.order} / ${wrong.twice}`
  proved('R3', `rounds of ${count} out of order / with a place given twice`, figures, 'goal 0 / 0')
  expect(wrong).toEqual({ order: 0, twice: 0 })
})

test('R3: places that are offered go to the first ten, then to the next ten when nobody accepted, each once', async () => {
  const count = rounds(5, 500)
  const wrong = { order: 0, twice: 0 }
  for (let round = 0; round < count; round++) {
    const event = await listWith(10)
    await change(event, 10, 24)
    await fill(event, 30)
    const queue = await numbersOf(event, 'waiting')
    const leave = await seatedOf(event)
    await leave()
    if (!same(await numbersOf(event, 'offered'), queue.slice(0, 10))) wrong.order++
    const later = now.add(hours(24))
    // Two workers sweep the same list while a newcomer clicks: he is behind.
    const newcomer = seats.click(event, 30, { at: later })
    const sweeps = [1, 2].map(() => releaseHolds(seats.database, directOf(event), later))
    await Promise.all([...sweeps, newcomer])
    if (!same(await numbersOf(event, 'offered'), queue.slice(10, 20))) wrong.order++
    if ((await toldOf(event, 'registration-offered')) !== 20) wrong.twice++
    if ((await toldOf(event, 'registration-offer-expired')) !== 10) wrong.twice++
  }
  const figures = `${wrong.order} / ${wrong.twice}`
  proved('R3', `rounds of ${count} of offers out of order / offered twice`, figures, 'goal 0 / 0')
  expect(wrong).toEqual({ order: 0, twice: 0 })
})

test('R4: places lowered while six register are never under those taken, and the answer is true', async () => {
  const count = rounds(20, 200)
  const wrong = { over: 0, untrue: 0 }
  for (let round = 0; round < count; round++) {
    const event = await listWith(8)
    await fill(event, 4)
    const clicks = [10, 11, 12, 13, 14, 15].map((who) => seats.click(event, who))
    const [lowered] = await Promise.all([change(event, 6), ...clicks])
    const list = await seats.listOf(directOf(event))
    const taken = (await numbersOf(event, 'confirmed')).length
    if (taken > (list.places ?? 0) || list.taken !== taken) wrong.over++
    const places = lowered.kind === 'refused' ? 8 : 6
    const figures = lowered.kind !== 'refused' || lowered.taken > 6
    if (list.places !== places || taken !== places || !figures) wrong.untrue++
  }
  const figures = `${wrong.over} / ${wrong.untrue}`
  proved('R4', `races of lowering and registering, of ${count}: over / untrue`, figures, 'goal 0 / 0')
  expect(wrong).toEqual({ over: 0, untrue: 0 })
})

test('R4: places raised while others leave and come give exactly min(free, waiting), in order', async () => {
  const count = rounds(10, 200)
  let wrong = 0
  for (let round = 0; round < count; round++) {
    const event = await listWith(4)
    await fill(event, 12)
    const queue = await numbersOf(event, 'waiting')
    const leave = await seatedOf(event)
    await Promise.all([change(event, 7), leave(), ...[20, 21].map((who) => seats.click(event, who))])
    const list = await seats.listOf(directOf(event))
    if (!same(await numbersOf(event, 'confirmed'), queue.slice(0, 7))) wrong++
    else if (list.taken !== 7 || list.waiting !== 3) wrong++
  }
  proved('R4', `races of raising, leaving and registering, of ${count}: wrong`, wrong, 'goal 0')
  expect(wrong).toBe(0)
})

test('R4: places that leave one list for the other while both take people are never given on both', async () => {
  const count = rounds(10, 200)
  let wrong = 0
  for (let round = 0; round < count; round++) {
    const event = await listWith(4, 6)
    const clicks = Array.from({ length: 8 }, (_, who) => seats.click(event, who))
    const enrolled = Array.from({ length: 8 }, (_, who) => seats.enrol(event, who))
    const move = { dateId: dateOf(event), from: 'prescription', count: 3 } as const
    const moves = [1, 2].map(() => movePlaces(seats.database, move, seats.adviser.id, now))
    const [first, second] = await Promise.all([...moves, ...clicks, ...enrolled])
    const lists = [await seats.listOf(directOf(event)), await seats.listOf(event.dates[0]?.prescriptionListId)]
    const moved = [first, second].filter((verdict) => verdict?.kind === 'moved').length * 3
    const places = lists.map((list) => list.places)
    if (!same(places as number[], [4 + moved, 6 - moved])) wrong++
    else if (lists.some((list) => list.taken !== Math.min(8, list.places ?? 0))) wrong++
  }
  proved('R4', `races of moving places and both lists, of ${count}: wrong`, wrong, 'goal 0')
  expect(wrong).toBe(0)
})

test('REG-4: who confirms after the hold ran out stands behind those already waiting', async () => {
  const event = await listWith(1)
  const late = await seats.click(event, 0, { signedIn: false })
  const first = await seats.click(event, 1)
  const later = now.add(hours(5))
  await releaseHolds(seats.database, directOf(event), later)
  const second = await seats.click(event, 2, { at: later })
  await confirm(seats.database, keyOf(late), later)
  await cancel(seats.database, keyOf(first), { actorId: null, now: later })
  const states = await Promise.all([late, first, second].map((one) => findByKey(seats.database, keyOf(one))))
  expect(states.map((one) => one?.state)).toEqual(['waiting', 'cancelled', 'confirmed'])
  expect(states[0]?.rank).toBe(1)
})

test('REG-4: a date that had begun and is moved to later gives what had become free to those who wait', async () => {
  const event = await listWith(1)
  await seats.click(event, 0, { signedIn: false })
  const waiting = await seats.click(event, 1)
  const begun = now.add(hours(73))
  await releaseHolds(seats.database, directOf(event), begun)
  const by = { actorId: seats.adviser.id, now: begun }
  const moved = { dateId: dateOf(event), startsAt: begun.add(hours(48)), ...by }
  await transact(seats.database, (tx) => tellDateMoved(tx, moved))
  const found = await findByKey(seats.database, keyOf(waiting))
  expect(found?.state).toBe('confirmed')
})
