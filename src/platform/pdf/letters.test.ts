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

test('B17: a word that fills a page is cut, so that measuring it does not last; any other is as typed', () => {
  const [run] = runsOf(`${'x'.repeat(450)} ${'y'.repeat(200)} fin`).runs
  expect(run?.text.split(' ').map(({ length }) => length)).toEqual([200, 200, 50, 200, 3])
})
