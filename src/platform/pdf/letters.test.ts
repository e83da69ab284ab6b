import { expect, test } from 'vitest'
import { runsOf } from './letters.ts'

test('F22: names of Europe change font where they must, and spaces are one', () => {
  expect(runsOf('D’Ürüm–Zoé  Łódź').runs).toEqual([
    { text: 'D’Ürüm–Zoé ', isAbroad: false },
    { text: 'Ł', isAbroad: true },
    { text: 'ód', isAbroad: false },
    { text: 'ź', isAbroad: true },
  ])
})

test('F22: what no font can write is said, once for each sign, however it is made', () => {
  expect(runsOf('a👩‍👩‍👧b')).toEqual({ runs: [{ text: 'a[?]b', isAbroad: false }], unknown: 1 })
  expect(runsOf('שלום').unknown).toBe(4)
  expect(runsOf('e\u0301').runs).toEqual([{ text: 'é', isAbroad: false }])
})
