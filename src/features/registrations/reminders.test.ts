import { describe, expect, test } from 'vitest'
import { isoDay, isoHour, readLocal } from '#kernel/time'
import { remindAt, remindsNow, thankAt, thanksNow } from './reminders.ts'

/** An hour of Paris; the second of two where it is doubled. */
function at(day: string, hour: string): Temporal.Instant {
  const read = readLocal(day, hour)
  if (read.kind === 'once') return read.instant
  if (read.kind === 'doubled') return read.second
  throw new Error(`${day} ${hour} is ${read.kind}`)
}
const written = (instant: Temporal.Instant) => `${isoDay(instant)} ${isoHour(instant)}`

describe('REG-9: the reminder', () => {
  test.each([
    ['an ordinary day', '2026-11-26', '14:00', '2026-11-24 14:00'],
    ['a date of Monday 29 March 2027, the clocks going forward between', '2027-03-29', '18:00', '2027-03-27 18:00'],
    ['a date of 28 March at the hour after the missing one', '2027-03-28', '03:30', '2027-03-26 03:30'],
    ['a date whose reminder falls in the missing hour: an hour later', '2027-03-30', '02:30', '2027-03-28 03:30'],
    ['a date of Monday 1 November 2027, the clocks going back between', '2027-11-01', '18:00', '2027-10-30 18:00'],
    ['a date at the second 02:30 of 31 October', '2027-10-31', '02:30', '2027-10-29 02:30'],
    ['a date whose reminder falls in the doubled hour: the first', '2027-11-02', '02:30', '2027-10-31 02:30'],
  ])('F14: goes two days before by the local clock: %s', (_, day, hour, expected) => {
    expect(written(remindAt(at(day, hour)))).toBe(expected)
  })

  test('F14: the night that has an hour twice, it goes at the first', () => {
    expect(remindAt(at('2027-11-02', '02:30')).toString()).toBe('2027-10-31T00:30:00Z')
  })

  test('is due from that minute until the date begins, not before, not after', () => {
    const start = at('2027-03-29', '18:00')
    const due = remindAt(start)
    expect(
      [due.subtract({ seconds: 1 }), due, start.subtract({ seconds: 1 }), start].map((now) => remindsNow(start, now)),
    ).toEqual([...[false, true, true, false]])
  })
})

describe('REG-9: the thanks', () => {
  test.each([
    ['2026-11-26', '16:30', '2026-11-27 10:00'],
    ['2027-03-27', '20:00', '2027-03-28 10:00'],
    ['2027-10-30', '20:00', '2027-10-31 10:00'],
  ])('go the next day at ten: over on %s at %s', (day, hour, expected) => {
    expect(written(thankAt(at(day, hour)))).toBe(expected)
  })

  test('an evening that ends at midnight is of the day it began', () => {
    expect(written(thankAt(at('2026-11-27', '00:00')))).toBe('2026-11-27 10:00')
  })

  test('a worker that was away thanks late, not for a date of last month', () => {
    const over = at('2026-11-26', '16:30')
    const thanks = thankAt(over)
    expect(thanksNow(over, thanks.subtract({ seconds: 1 }))).toBe(false)
    expect(thanksNow(over, thanks.add({ hours: 48 }))).toBe(true)
    expect(thanksNow(over, over.add({ hours: 24 * 30 }))).toBe(false)
  })
})
