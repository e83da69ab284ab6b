import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventDates } from '#features/events/tables.ts'
import { hours } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { make } from '#tests/make.ts'
import { keyOf, now, Seats } from '#tests/seats.ts'
import { moveRegistration } from './move-actions.ts'
import { findByKey } from './queries.ts'
import { tellDateCancelled } from './reaction-actions.ts'

let seats: Seats
beforeAll(async () => {
  seats = await Seats.open(30)
})
afterAll(() => seats.close())

const by = { actorId: null, now }
let next = 0

/** An event on two dates with one direct place and one by prescription each. */
async function twoDates() {
  const dates = [72, 96].map((inHours) => ({ startsAt: now.add(hours(inHours)), places: 1, prescription: 1 }))
  const event = await make.event(seats.database, { dates })
  const [first, second] = event.dates
  const who = [next++, next++, next++] as const
  const move = (key: string, toListId = second?.listId ?? 0, mayWait = false) =>
    moveRegistration(seats.database, key, { toListId, mayWait }, by)
  return { event, first, second, who, move }
}

const sequenceOf = async (key: string) => {
  const found = await findByKey(seats.database, key)
  return (found?.sequence ?? 0) + (found?.date.sequence ?? 0)
}

describe('another date of the same event', () => {
  test('EVT-4: one step, one mail, the same registration; the seat left behind goes to who waits', async () => {
    const { event, first, second, who, move } = await twoDates()
    const key = keyOf(await seats.click(event, who[0]))
    await seats.click(event, who[1])
    expect(await move(key)).toEqual({ kind: 'confirmed' })
    expect((await seats.rowsOf(first?.listId)).map(({ state }) => state)).toEqual(['confirmed'])
    expect((await seats.rowsOf(second?.listId)).map((row) => row.key)).toEqual([key])
    expect(await seats.listOf(first?.listId)).toMatchObject({ taken: 1, waiting: 0 })
    expect(await seats.listOf(second?.listId)).toMatchObject({ taken: 1, waiting: 0 })
    expect((await seats.mailsToPerson(who[0])).slice(1)).toEqual(['registration-rebooked'])
  })

  test('REG-9: the SEQUENCE of its calendar entry grows, there and back, whatever the dates have', async () => {
    const { event, first, second, who, move } = await twoDates()
    const key = keyOf(await seats.click(event, who[0]))
    await seats.database
      .update(eventDates)
      .set({ sequence: 7 })
      .where(eq(eventDates.id, first?.id ?? 0))
    const seen = [await sequenceOf(key)]
    for (const to of [second, first, second]) {
      expect(await move(key, to?.listId)).toEqual({ kind: 'confirmed' })
      seen.push(await sequenceOf(key))
    }
    expect(seen).toEqual([7, 8, 9, 10])
  })

  test('REG-4: a seat that stands is not lost for a queue, unless that was asked', async () => {
    const { event, first, second, who, move } = await twoDates()
    const key = keyOf(await seats.click(event, who[0]))
    await seats.click(event, who[1], { date: 1 })
    expect(await move(key)).toEqual({ kind: 'refused', because: 'full' })
    expect(await seats.listOf(first?.listId)).toMatchObject({ taken: 1 })
    expect(await move(key, second?.listId, true)).toEqual({ kind: 'waiting' })
    expect(await seats.listOf(second?.listId)).toMatchObject({ taken: 1, waiting: 1 })
  })

  test('EVT-4: a cancelled date is left for another, its queue included', async () => {
    const { event, first, who, move } = await twoDates()
    const keys = [keyOf(await seats.click(event, who[0])), keyOf(await seats.click(event, who[1]))]
    const change = { dateId: first?.id ?? 0, actorId: seats.adviser.id, now }
    await transact(seats.database, (tx) => tellDateCancelled(tx, change))
    expect(await move(keys[1] ?? '')).toEqual({ kind: 'confirmed' })
    expect(await move(keys[0] ?? '')).toEqual({ kind: 'waiting' })
  })

  test('REG-1: never onto the list of the other kind, nor another event, nor onto one’s own other place', async () => {
    const { event, second, who, move } = await twoDates()
    const other = await twoDates()
    const key = keyOf(await seats.click(event, who[0]))
    expect(await move(key, second?.prescriptionListId)).toEqual({ kind: 'refused', because: 'no-list' })
    expect(await move(key, other.second?.listId)).toEqual({ kind: 'refused', because: 'no-list' })
    expect(await move(key, 999_999)).toEqual({ kind: 'refused', because: 'no-list' })
    await seats.database.execute(`update registration_lists set places = 5 where id = ${second?.listId}`)
    await seats.click(event, who[0], { date: 1 })
    expect(await move(key)).toEqual({ kind: 'refused', because: 'already-there' })
  })

  test('EVT-4: the professional who enrolled someone is told of the move', async () => {
    const { event, second, who, move } = await twoDates()
    const key = keyOf(await seats.enrol(event, who[0]))
    expect(await move(key, second?.prescriptionListId)).toEqual({ kind: 'confirmed' })
    expect((await seats.mailsTo(seats.adviser.email)).at(-1)).toBe('prescription-told:registration-rebooked')
  })

  test('EVT-4: twenty people who change places in both directions at once all end somewhere, none twice', async () => {
    const dates = [72, 96].map((inHours) => ({ startsAt: now.add(hours(inHours)), places: 20 }))
    const event = await make.event(seats.database, { dates })
    const people = Array.from({ length: 20 }, (_, who) => who)
    const keys = await Promise.all(people.map((who) => seats.click(event, who, { date: who % 2 }).then(keyOf)))
    const lists = event.dates.map(({ listId }) => listId)
    const moved = await Promise.all(
      keys.map((key, who) => moveRegistration(seats.database, key, { toListId: lists[1 - (who % 2)] ?? 0 }, by)),
    )
    expect(moved.map(({ kind }) => kind)).toEqual(people.map(() => 'confirmed'))
    for (const listId of lists) expect(await seats.listOf(listId)).toMatchObject({ taken: 10, waiting: 0 })
  })
})
