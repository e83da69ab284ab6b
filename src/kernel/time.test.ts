import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frenchRange, shortDayAndHour } from './french-dates.ts'
import { daysLater, hours, isoDay, isoHour, isoWithOffset, readLocal, startOfDay } from './time.ts'

const at = (text: string) => Temporal.Instant.from(text)
const words = (text: string) => text.replaceAll('\u00A0', ' ')

describe('the hour of Paris', () => {
  test('is read once on an ordinary day', () => {
    expect(readLocal('2026-11-26', '14:30')).toEqual({ kind: 'once', instant: at('2026-11-26T13:30:00Z') })
  })

  test('is missing on the night of 28 March 2027', () => {
    expect(readLocal('2027-03-28', '02:30')).toEqual({ kind: 'missing' })
    expect(readLocal('2027-03-28', '03:00')).toEqual({ kind: 'once', instant: at('2027-03-28T01:00:00Z') })
  })

  test('is doubled on the night of 31 October 2027', () => {
    const [first, second] = [at('2027-10-31T00:30:00Z'), at('2027-10-31T01:30:00Z')]
    expect(readLocal('2027-10-31', '02:30')).toEqual({ kind: 'doubled', first, second })
  })

  test.each(['2027-02-29', '27-01-01', '1999-12-31', '', '2027-13-01'])('refuses the day « %s »', (day) => {
    expect(readLocal(day, '10:00').kind).toBe('unreadable')
  })

  test('comes back as it was typed, every other hour of a century', () => {
    const minute = fc.integer({ min: 0, max: 52_000_000 })
    fc.assert(
      fc.property(minute, (count) => {
        const instant = at('2001-01-01T00:00:00Z').add({ minutes: count })
        const read = readLocal(isoDay(instant), isoHour(instant))
        const found = Object.values(read).filter((value) => value instanceof Temporal.Instant)
        expect(found.some((one) => one.equals(instant))).toBe(true)
      }),
    )
  })

  test('one day later is the same hour, 24 hours later is not, when clocks change', () => {
    const noon = at('2027-03-27T11:00:00Z')
    expect(isoHour(daysLater(noon, 1))).toBe('12:00')
    expect(isoHour(noon.add(hours(24)))).toBe('13:00')
  })

  test('a day begins at its own midnight', () => {
    expect(startOfDay('2027-03-28')).toEqual(at('2027-03-27T23:00:00Z'))
    expect(startOfDay('2027-02-30')).toBeUndefined()
  })

  test('carries its offset for machines', () => {
    expect(isoWithOffset(at('2026-11-26T13:00:00Z'))).toBe('2026-11-26T14:00:00+01:00')
    expect(isoWithOffset(at('2026-07-14T10:00:00Z'))).toBe('2026-07-14T12:00:00+02:00')
  })
})

describe('dates in words', () => {
  const now = at('2026-11-24T09:00:00Z')

  test('say day and hours', () => {
    const [start, end] = [at('2026-11-26T13:00:00Z'), at('2026-11-26T15:30:00Z')]
    expect(words(frenchRange(start, end, now))).toBe('jeudi 26 novembre, 14 h – 16 h 30')
    expect(words(frenchRange(start, undefined, now))).toBe('jeudi 26 novembre, 14 h')
  })

  test('name the year when it is another, and both days when there are two', () => {
    const text = words(frenchRange(at('2027-01-01T08:00:00Z'), at('2027-01-02T11:00:00Z'), now))
    expect(text).toBe('du vendredi 1er janvier 2027, 9 h au samedi 2 janvier 2027, 12 h')
  })

  test('are short in exports', () => {
    expect(shortDayAndHour(at('2026-11-26T13:05:00Z'))).toBe('26/11/2026 14:05')
  })
})
