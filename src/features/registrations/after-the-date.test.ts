import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { people } from '#features/accounts/tables.ts'
import { daysLater, hours } from '#kernel/time'
import { newKey } from '#platform/keys.ts'
import { make } from '#tests/make.ts'
import { keyOf, now, Seats } from '#tests/seats.ts'
import { cancel } from './actions.ts'
import { messageRegistrants } from './organiser-actions.ts'
import { markPresences } from './presence-actions.ts'
import { anonymiseOldRegistrations } from './retention-actions.ts'
import { registrantMessages, retentionRuns } from './tables.ts'

let seats: Seats
beforeAll(async () => {
  seats = await Seats.open(12)
})
afterAll(() => seats.close())

const start = now.add(hours(72))

async function filled(places = 2) {
  const event = await make.event(seats.database, { dates: [{ places, prescription: 2 }] })
  const keys: string[] = []
  for (const who of [0, 1, 2]) keys.push(keyOf(await seats.click(event, who)))
  const [date] = event.dates
  return { event, keys, dateId: date?.id ?? 0, listId: date?.listId ?? 0 }
}

describe('who came', () => {
  test('REG-8: from two hours before the start, those confirmed on this list are marked, and unmarked', async () => {
    const { listId } = await filled()
    const rows = await seats.rowsOf(listId)
    const other = await seats.rowsOf((await filled()).listId)
    const presences = new Map([...rows, ...other].map(({ id }) => [id, 'present'] as const))
    const mark = (at: Temporal.Instant) => markPresences(seats.database, { listId, presences }, seats.adviser.id, at)
    expect(await mark(start.subtract(hours(3)))).toEqual({ kind: 'refused', because: 'too-early' })
    expect(await mark(start.subtract(hours(2)))).toEqual({ kind: 'marked', count: 2 })
    const marked = async () => (await seats.rowsOf(listId)).map(({ presence }) => presence)
    expect(await marked()).toEqual(['present', 'present', null])
    const back = { listId, presences: new Map([[rows[0]?.id ?? 0, null]]) }
    await markPresences(seats.database, back, seats.adviser.id, start)
    expect(await marked()).toEqual([null, 'present', null])
  })

  test('REG-5: who gives the place back after having been marked loses the mark', async () => {
    const { listId, keys } = await filled()
    const [row] = await seats.rowsOf(listId)
    const at = start.subtract(hours(1))
    const presences = new Map([[row?.id ?? 0, 'present'] as const])
    await markPresences(seats.database, { listId, presences }, seats.adviser.id, at)
    expect(await cancel(seats.database, keys[0] ?? '', { actorId: null, now: at })).toEqual({ kind: 'cancelled' })
    expect((await seats.rowsOf(listId))[0]).toMatchObject({ state: 'cancelled', presence: null })
  })
})

describe('a message to those who come', () => {
  const send = (dateId: number, kinds: ('direct' | 'prescription')[], key = newKey()) =>
    messageRegistrants(
      seats.database,
      { dateId, kinds, subject: 'Salle', body: 'Salle 2.', authorId: seats.adviser.id },
      { key, now },
    )

  test('REG-8: each address once, whatever its lists; who waits is not written to', async () => {
    const { event, dateId } = await filled()
    await seats.enrol(event, 0)
    expect(await send(dateId, ['direct', 'prescription'])).toMatchObject({ kind: 'sent' })
    const [kept] = await seats.database.select().from(registrantMessages).where(eq(registrantMessages.dateId, dateId))
    expect(kept).toMatchObject({ subject: 'Salle', recipients: 2 })
    const told = await Promise.all([0, 1, 2].map((who) => seats.mailsToPerson(who)))
    expect(told.map((kinds) => kinds.filter((kind) => kind === 'registration-message').length)).toEqual([1, 1, 0])
  })

  test('REG-8: the same form sent twice writes once; nobody to write to is said', async () => {
    const { dateId } = await filled()
    const key = newKey()
    const [first, second] = [await send(dateId, ['direct'], key), await send(dateId, ['direct'], key)]
    expect([first.kind, second.kind]).toEqual(['sent', 'sent-before'])
    expect('messageId' in second && second.messageId).toBe('messageId' in first && first.messageId)
    expect(await send(dateId, ['prescription'])).toEqual({ kind: 'refused', because: 'nobody' })
  })
})

describe('twelve months later', () => {
  beforeEach(() => seats.database.delete(retentionRuns))

  test('ESP-2: who came is anonymous after twelve months, who did not after one; counts and presences stay', async () => {
    const { event, listId, keys, dateId } = await filled()
    const [row] = await seats.rowsOf(listId)
    const presences = new Map([[row?.id ?? 0, 'present'] as const])
    await markPresences(seats.database, { listId, presences }, seats.adviser.id, start)
    await seats.enrol(event, 5)
    await messageRegistrants(
      seats.database,
      { dateId, kinds: ['direct'], subject: 'a', body: 'b', authorId: seats.adviser.id },
      { key: newKey(), now },
    )
    const names = async () => (await seats.rowsOf(listId)).map(({ name }) => name !== '')
    await anonymiseOldRegistrations(seats.database, daysLater(start, 27))
    expect(await names()).toEqual([true, true, true])
    await anonymiseOldRegistrations(seats.database, daysLater(start, 27 + 2))
    await anonymiseOldRegistrations(seats.database, daysLater(start, 27 + 4))
    expect(await names()).toEqual([true, true, false])
    await seats.database.delete(retentionRuns)
    await anonymiseOldRegistrations(seats.database, daysLater(start, 366))
    expect(await names()).toEqual([false, false, false])
    const after = await seats.rowsOf(listId)
    expect(after[0]).toMatchObject({ email: '', phone: '', personId: null, state: 'confirmed', presence: 'present' })
    expect(after.map(({ key }) => keys.includes(key))).toEqual([false, false, false])
    expect(new Set(after.map(({ emailKey }) => emailKey)).size).toBe(3)
    expect(await seats.listOf(listId)).toMatchObject({ taken: 2, waiting: 1 })
    const messages = await seats.database.$count(registrantMessages, eq(registrantMessages.dateId, dateId))
    expect(messages).toBe(0)
  })

  test('F16: a clock that jumped a year ahead, or back, erases nothing and says why', async () => {
    const { listId } = await filled()
    const named = async () => (await seats.rowsOf(listId)).every(({ name }) => name !== '')
    await anonymiseOldRegistrations(seats.database, now)
    for (const at of [daysLater(now, 800), Temporal.Instant.from('1970-01-02T00:00:00Z'), daysLater(now, 800)]) {
      expect(await anonymiseOldRegistrations(seats.database, at)).toMatchObject({ because: 'clock-moved' })
    }
    expect(await named()).toBe(true)
  })

  test('F16: more rows than a day explains stop the run, until someone who looked asks for the whole', async () => {
    const { listId } = await filled()
    await seats.database.execute(sql`insert into registrations (key, receipt, list_id, name, email, email_key, state,
      created_at, verified_at) select 'k' || n, 'r' || n, ${listId}, 'Zoé', 'z@exemple.test', 'z' || n, 'cancelled',
      ${now.toString()}::timestamptz, null from generate_series(1, 520) n`)
    const later = daysLater(start, 400)
    const stopped = await anonymiseOldRegistrations(seats.database, later)
    expect(stopped).toMatchObject({ kind: 'stopped', because: 'too-many' })
    expect(await anonymiseOldRegistrations(seats.database, later, { whole: true })).toMatchObject({ kind: 'done' })
    expect((await seats.rowsOf(listId)).some(({ name }) => name !== '')).toBe(false)
  })
})

test('REG-6: a professional who leaves the site leaves his prescriptions standing', async () => {
  const event = await make.event(seats.database, { dates: [{ places: 1, prescription: 1 }] })
  const gone = await make.person(seats.database, { role: 'professional' })
  const key = keyOf(await seats.enrol(event, 7, { by: gone.id }))
  await seats.database.delete(people).where(eq(people.id, gone.id))
  const [row] = await seats.rowsOf(event.dates[0]?.prescriptionListId)
  expect(row).toMatchObject({ state: 'confirmed', prescriberId: null })
  expect(await cancel(seats.database, key, { actorId: null, now })).toEqual({ kind: 'cancelled' })
})
