import { expect, test } from 'vitest'
import { easter, holidayName } from './french-holidays.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('Easter falls where the calendar says', () => {
  const known = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25', '2049-04-18']
  expect(known.map((text) => easter(Number(text.slice(0, 4))).toString())).toEqual(known)
})

test('the eleven days off of 2027, and no other', () => {
  const all = Array.from({ length: 365 }, (_, index) => day('2027-01-01').add({ days: index }))
  expect(all.filter((one) => holidayName(one) !== undefined).map(String)).toEqual([
    ...['2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17'],
    ...['2027-07-14', '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25'],
  ])
  expect(holidayName(day('2027-05-06'))).toBe('Ascension')
})
