// What registrations-queue.test.ts proves must break on a site with a planted fault.

import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cancel } from '#features/registrations/actions.ts'
import { movePlaces } from '#features/registrations/list-actions.ts'
import { onTheLine } from '../faults.ts'
import { make } from '../make.ts'
import { now, Seats } from '../seats.ts'

async function withFault(change: (text: string) => string, work: (seats: Seats) => Promise<void>): Promise<void> {
  const seats = await Seats.open(30, 10)
  onTheLine(seats.database, (text) => (change(text) === text ? undefined : change(text)))
  await work(seats).finally(() => seats.close())
}

const withoutLock = (text: string): string => text.replace(/ for update$/, '')
/** Of the two statements that read by arrival, the one that serves the queue has a limit. */
const lastServed = (text: string): string =>
  text.includes('limit') ? text.replace('"arrival" asc', '"arrival" desc') : text

test('R3: a queue served from its end is found out when ten cancel at once', () =>
  withFault(lastServed, async (seats) => {
    const event = await make.event(seats.database, { dates: [{ places: 10 }] })
    const listId = event.dates[0]?.listId
    for (let who = 0; who < 30; who++) await seats.click(event, who)
    const rows = await seats.rowsOf(listId)
    const queue = rows.filter(({ state }) => state === 'waiting').map(({ id }) => id)
    const leaving = rows.filter(({ state }) => state === 'confirmed')
    await Promise.all(leaving.map(({ key }) => cancel(seats.database, key, { actorId: null, now })))
    const seated = (await seats.rowsOf(listId)).filter(({ state }) => state === 'confirmed').map(({ id }) => id)
    expect(seated).not.toEqual(queue.slice(0, 10))
  }))

test('R4: without the lock two moves at once both say they are done, and one of them is lost', () =>
  withFault(withoutLock, async (seats) => {
    await seats.database.execute(sql`create function slowly() returns trigger language plpgsql as $$
      begin perform pg_sleep(0.5); return new; end $$`)
    await seats.database.execute(
      sql`create trigger slowly before update on registration_lists for each row execute function slowly()`,
    )
    const event = await make.event(seats.database, { dates: [{ places: 4, prescription: 6 }] })
    const [date] = event.dates
    const move = { dateId: date?.id ?? 0, from: 'prescription', count: 3 } as const
    const verdicts = await Promise.all([1, 2].map(() => movePlaces(seats.database, move, seats.adviser.id, now)))
    // Two said yes, places for one moved.
    expect(verdicts.map(({ kind }) => kind)).toEqual(['moved', 'moved'])
    expect((await seats.listOf(date?.listId)).places).toBe(7)
  }))
