import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hours } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { make } from '#tests/make.ts'
import { keyOf, now, Seats } from '#tests/seats.ts'
import { cancel, confirm } from './actions.ts'
import { changeListIn, movePlaces, releaseHolds } from './list-actions.ts'
import { tellDateMoved } from './reaction-actions.ts'

let seats: Seats
beforeAll(async () => {
  seats = await Seats.open(8)
})
afterAll(() => seats.close())

/** One place, whoever waits is offered it for 24 h; people 0 to 2 came in order. */
async function queueOfTwo() {
  const { database } = seats
  const event = await make.event(database, { dates: [{ places: 1 }] })
  const date = event.dates[0]
  const change = { dateId: date?.id ?? 0, kind: 'direct', wanted: { kind: 'number', places: 1 }, open: true } as const
  const closesAt = now.add(hours(72))
  await transact(database, (tx) => changeListIn(tx, { ...change, closesAt, offerHours: 24 }, seats.adviser.id, now))
  const keys: string[] = []
  for (const who of [0, 1, 2]) keys.push(keyOf(await seats.click(event, who)))
  const states = async () => (await seats.rowsOf(date?.listId)).map(({ state }) => state)
  return { event, listId: date?.listId ?? 0, keys, states }
}

const by = { actorId: null, now }

describe('a list that offers its freed places', () => {
  test('REG-4: a freed place is offered to the first who waits, and counts as taken', async () => {
    const { listId, keys, states } = await queueOfTwo()
    await cancel(seats.database, keys[0] ?? '', by)
    expect(await states()).toEqual(['cancelled', 'offered', 'waiting'])
    expect(await seats.listOf(listId)).toMatchObject({ taken: 1, waiting: 1 })
    const [, offered] = await seats.rowsOf(listId)
    expect(offered?.heldUntil).toEqual(now.add(hours(24)))
    expect((await seats.mailsToPerson(1)).at(-1)).toBe('registration-offered')
  })

  test('REG-4: accepting within the hours gives the seat, and says so once', async () => {
    const { keys, states } = await queueOfTwo()
    await cancel(seats.database, keys[0] ?? '', by)
    const at = now.add(hours(23))
    expect(await confirm(seats.database, keys[1] ?? '', at)).toEqual({ kind: 'confirmed' })
    expect(await confirm(seats.database, keys[1] ?? '', at)).toEqual({ kind: 'confirmed' })
    expect(await states()).toEqual(['cancelled', 'confirmed', 'waiting'])
    const told = await seats.mailsToPerson(1)
    expect(told.slice(-2)).toEqual(['registration-offered', 'registration-confirmed'])
  })

  test('REG-4: an offer that ran out goes to the next, and both are told', async () => {
    const { listId, keys, states } = await queueOfTwo()
    await cancel(seats.database, keys[0] ?? '', by)
    await releaseHolds(seats.database, listId, now.add(hours(24)))
    expect(await states()).toEqual(['cancelled', 'expired', 'offered'])
    expect((await seats.mailsToPerson(1)).at(-1)).toBe('registration-offer-expired')
    expect((await seats.mailsToPerson(2)).at(-1)).toBe('registration-offered')
  })

  test('REG-4: accepting too late is coming back behind all who wait, and each new offer is told', async () => {
    const { listId, keys, states } = await queueOfTwo()
    await cancel(seats.database, keys[0] ?? '', by)
    await releaseHolds(seats.database, listId, now.add(hours(24)))
    const late = now.add(hours(25))
    expect(await confirm(seats.database, keys[1] ?? '', late)).toMatchObject({ kind: 'waiting' })
    expect(await states()).toEqual(['cancelled', 'offered', 'waiting'])
    await cancel(seats.database, keys[2] ?? '', { actorId: null, now: late })
    expect(await states()).toEqual(['cancelled', 'cancelled', 'offered'])
    const told = await seats.mailsToPerson(1)
    expect(told.filter((kind) => kind === 'registration-offered').length).toBeGreaterThanOrEqual(2)
    expect(told.at(-1)).toBe('registration-offered')
  })

  test('REG-4: an offer never outlives the beginning of the date, be it moved to sooner', async () => {
    const { event, listId, keys } = await queueOfTwo()
    await cancel(seats.database, keys[0] ?? '', by)
    const [dateId, startsAt] = [event.dates[0]?.id ?? 0, now.add(hours(10))]
    await transact(seats.database, (tx) => tellDateMoved(tx, { dateId, startsAt, actorId: 0, now }))
    const [, offered] = await seats.rowsOf(listId)
    expect([offered?.state, offered?.heldUntil]).toEqual(['offered', startsAt])
  })

  test('REG-4: an offer never outlives the beginning of the date, however late it is made', async () => {
    const { listId, keys } = await queueOfTwo()
    await cancel(seats.database, keys[0] ?? '', { actorId: null, now: now.add(hours(60)) })
    const [, offered] = await seats.rowsOf(listId)
    expect(offered?.heldUntil).toEqual(now.add(hours(72)))
  })
})

test('REG-3: however many move up at once, the list is held for the same number of statements', async () => {
  const { database } = seats
  const statementsFor = async (people: number) => {
    const event = await make.event(database, { dates: [{ places: 1 }] })
    for (let who = 0; who <= people; who++) await seats.click(event, who)
    const [date] = event.dates
    const wanted = { kind: 'number', places: 10 } as const
    const change = { dateId: date?.id ?? 0, kind: 'direct', wanted, open: true, closesAt: now } as const
    const before = database.statements()
    await transact(database, (tx) => changeListIn(tx, change, seats.adviser.id, now))
    expect(await seats.listOf(date?.listId)).toMatchObject({ taken: people + 1, waiting: 0 })
    return database.statements() - before
  }
  expect(await statementsFor(7)).toBe(await statementsFor(2))
})

describe('places that move between the lists of a date', () => {
  test('REG-4: they leave one list for the other, and whoever waits there moves up', async () => {
    const event = await make.event(seats.database, { dates: [{ places: 1, prescription: 3 }] })
    const [date] = event.dates
    for (const who of [3, 4, 5]) await seats.click(event, who)
    const move = { dateId: date?.id ?? 0, from: 'prescription', count: 2 } as const
    expect(await movePlaces(seats.database, move, seats.adviser.id, now)).toEqual({
      ...{ kind: 'moved', from: 1, to: 3, movingUp: 2 },
    })
    expect(await seats.listOf(date?.listId)).toMatchObject({ places: 3, taken: 3, waiting: 0 })
    expect(await seats.listOf(date?.prescriptionListId)).toMatchObject({ places: 1, taken: 0 })
  })

  test('REG-4: seats that are taken do not move, and the figures say how many may', async () => {
    const event = await make.event(seats.database, { dates: [{ places: 5, prescription: 3 }] })
    const [date] = event.dates
    for (const who of [3, 4]) await seats.enrol(event, who)
    const move = { dateId: date?.id ?? 0, from: 'prescription', count: 2 } as const
    expect(await movePlaces(seats.database, move, seats.adviser.id, now)).toEqual({
      ...{ kind: 'refused', because: 'under-taken', most: 1, taken: 2 },
    })
  })
})
