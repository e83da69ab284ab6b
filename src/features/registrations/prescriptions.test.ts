import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hours } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { make } from '#tests/make.ts'
import { keyOf, now, SECRET, Seats } from '#tests/seats.ts'
import { cancel } from './actions.ts'
import { objectToPrescription } from './objection-actions.ts'
import { cancelByOrganiser } from './organiser-actions.ts'
import { changePrescription, withdrawPrescription } from './prescription-actions.ts'
import { tellDateCancelled, tellDateMoved } from './reaction-actions.ts'

let seats: Seats
beforeAll(async () => {
  seats = await Seats.open(40)
})
afterAll(() => seats.close())

let next = 0
/** An event with one place by prescription, and people nobody has called upon yet. */
async function oneSeat() {
  const event = await make.event(seats.database, { dates: [{ places: 5, prescription: 1 }] })
  const who = [next++, next++, next++] as const
  const adviser = await make.person(seats.database, { role: 'professional' })
  const emailOf = (nth: 0 | 1 | 2) => seats.people[who[nth]]?.email ?? ''
  const enrol = (nth: 0 | 1 | 2) => seats.enrol(event, who[nth], { by: adviser.id })
  return { event, listId: event.dates[0]?.prescriptionListId ?? 0, who, adviser, emailOf, enrol }
}

describe('a professional enrols those he supports', () => {
  test('REG-6: the person has the seat at once, and both are told', async () => {
    const { enrol, emailOf, adviser, listId } = await oneSeat()
    expect(await enrol(0)).toMatchObject({ kind: 'confirmed' })
    expect(await seats.mailsTo(emailOf(0))).toEqual(['registration-prescribed'])
    expect(await seats.mailsTo(adviser.email)).toEqual(['prescription-told:registration-prescribed'])
    expect(await seats.listOf(listId)).toMatchObject({ taken: 1, waiting: 0 })
  })

  test('REG-6: full, the person waits; a seat given back goes up the queue and both are told', async () => {
    const { enrol, emailOf, adviser } = await oneSeat()
    const first = keyOf(await enrol(0))
    expect(await enrol(1)).toMatchObject({ kind: 'waiting' })
    await cancel(seats.database, first, { actorId: null, now })
    expect(await seats.mailsTo(emailOf(1))).toEqual(['registration-prescribed', 'registration-promoted'])
    expect((await seats.mailsTo(adviser.email)).slice(-2)).toEqual([
      'prescription-told:registration-cancelled',
      'prescription-told:registration-promoted',
    ])
  })

  test('REG-6: twice the same person is said, and takes nothing', async () => {
    const { enrol, listId } = await oneSeat()
    await enrol(0)
    expect(await enrol(0)).toEqual({ kind: 'already' })
    expect(await seats.rowsOf(listId)).toHaveLength(1)
  })

  test('REG-6: whoever came alone on the direct list may be enrolled, and the professional learns nothing', async () => {
    const { event, who, enrol } = await oneSeat()
    await seats.click(event, who[0])
    expect(await enrol(0)).toMatchObject({ kind: 'confirmed' })
  })

  test('REG-1: a direct list is not one to prescribe on, nor the other way round', async () => {
    const { event, who } = await oneSeat()
    const [date] = event.dates
    const swapped = {
      ...event,
      dates: [{ id: date?.id ?? 0, listId: date?.prescriptionListId ?? 0, prescriptionListId: date?.listId ?? 0 }],
    }
    expect(await seats.enrol(swapped, who[0])).toEqual({ kind: 'refused', because: 'no-list' })
    expect(await seats.click(swapped, who[0])).toEqual({ kind: 'refused', because: 'no-list' })
  })

  test('REG-6: an account of that address finds the registration among its own', async () => {
    const { enrol, who, listId } = await oneSeat()
    await enrol(0)
    expect((await seats.rowsOf(listId))[0]?.personId).toBe(seats.people[who[0]]?.id)
  })

  test('REG-6: both are told when the date moves and when it is cancelled', async () => {
    const { event, enrol, emailOf, adviser } = await oneSeat()
    await enrol(0)
    const dateId = event.dates[0]?.id ?? 0
    const change = { dateId, actorId: adviser.id, now }
    await transact(seats.database, (tx) => tellDateMoved(tx, { ...change, startsAt: now.add(hours(80)) }))
    await transact(seats.database, (tx) => tellDateCancelled(tx, change))
    expect((await seats.mailsTo(emailOf(0))).slice(1)).toEqual(['registration-moved', 'registration-date-cancelled'])
    expect((await seats.mailsTo(adviser.email)).slice(1)).toEqual([
      'prescription-told:registration-moved',
      'prescription-told:registration-date-cancelled',
    ])
  })
})

describe('his own prescriptions, and nobody else’s', () => {
  test('REG-6: he corrects the name and the phone; a colleague cannot', async () => {
    const { enrol, adviser, listId } = await oneSeat()
    const key = keyOf(await enrol(0))
    const change = { key, name: 'Zoé N’Guessan', phone: '06 12 34 56 78' }
    const stranger = await changePrescription(seats.database, { ...change, prescriberId: seats.adviser.id }, now)
    expect(stranger).toEqual({ kind: 'refused', because: 'unknown' })
    expect(await changePrescription(seats.database, { ...change, prescriberId: adviser.id }, now)).toEqual({
      kind: 'changed',
    })
    expect((await seats.rowsOf(listId))[0]).toMatchObject({ name: 'Zoé N’Guessan', phone: '06 12 34 56 78' })
  })

  test('REG-6: he withdraws it, the person is told, the next moves up; a colleague cannot', async () => {
    const { enrol, adviser, emailOf, listId } = await oneSeat()
    const key = keyOf(await enrol(0))
    await enrol(1)
    expect(await withdrawPrescription(seats.database, { key, prescriberId: seats.adviser.id }, now)).toMatchObject({
      because: 'unknown',
    })
    await withdrawPrescription(seats.database, { key, prescriberId: adviser.id }, now)
    expect((await seats.mailsTo(emailOf(0))).at(-1)).toBe('prescription-withdrawn')
    expect((await seats.rowsOf(listId)).map(({ state }) => state)).toEqual(['cancelled', 'confirmed'])
  })

  test('REG-7: the organiser takes someone off his list, never off another', async () => {
    const { event, enrol, listId, adviser, emailOf } = await oneSeat()
    await enrol(0)
    const [row] = await seats.rowsOf(listId)
    const of = { listId: event.dates[0]?.listId ?? 0, registrationId: row?.id ?? 0 }
    expect(await cancelByOrganiser(seats.database, of, adviser.id, now)).toMatchObject({ because: 'unknown' })
    expect(await cancelByOrganiser(seats.database, { ...of, listId }, adviser.id, now)).toEqual({ kind: 'cancelled' })
    expect((await seats.mailsTo(emailOf(0))).at(-1)).toBe('registration-removed')
    expect((await seats.mailsTo(adviser.email)).at(-1)).toBe('prescription-told:registration-removed')
  })
})

describe('the person objects', () => {
  test('REG-6: the row names nobody at once, the seat goes on, the professional is told without detail', async () => {
    const { enrol, adviser, emailOf, listId } = await oneSeat()
    const key = keyOf(await enrol(0))
    await enrol(1)
    expect(await objectToPrescription(seats.database, { key, stop: false, secret: SECRET }, now)).toEqual({
      kind: 'objected',
    })
    const [gone, promoted] = await seats.rowsOf(listId)
    expect(gone).toMatchObject({ name: '', email: '', phone: '', personId: null, prescriberId: null })
    expect([gone?.state, promoted?.state]).toEqual(['cancelled', 'confirmed'])
    expect(gone?.key).not.toBe(key)
    expect(await seats.mailsTo(adviser.email)).toContain('prescription-objected')
    expect((await seats.mailsTo(emailOf(0))).filter((kind) => kind !== 'registration-prescribed')).toEqual([])
    expect(await enrol(0)).toMatchObject({ kind: 'waiting' })
  })

  test('REG-6: « plus jamais » closes that address to every professional, not to the person', async () => {
    const { event, who, enrol } = await oneSeat()
    const key = keyOf(await enrol(0))
    await objectToPrescription(seats.database, { key, stop: true, secret: SECRET }, now)
    expect(await enrol(0)).toEqual({ kind: 'refused', because: 'objected' })
    expect(await seats.click(event, who[0])).toMatchObject({ kind: 'confirmed' })
    const { rows } = await seats.database.execute<{ email_hash: string }>('select * from prescription_objections')
    expect(JSON.stringify(rows)).not.toContain('@')
  })

  test('REG-6: who registered alone has nothing to object to', async () => {
    const { event, who } = await oneSeat()
    const key = keyOf(await seats.click(event, who[0]))
    expect(await objectToPrescription(seats.database, { key, stop: true, secret: SECRET }, now)).toEqual({
      ...{ kind: 'refused', because: 'not-prescribed' },
    })
  })
})
