import fc from 'fast-check'
import { expect, test } from 'vitest'
import { between, inOrder, LONGEST_POSITION, spread } from './order.ts'

const turns = fc.array(fc.nat(), { minLength: 1, maxLength: 300 })

test('PRJ-5: whatever place one chooses, again and again, the text sorts strictly between its neighbours', () => {
  fc.assert(
    fc.property(turns, (places) => {
      const board: string[] = []
      for (const place of places) {
        const at = place % (board.length + 1)
        const made = between(board[at - 1] ?? null, board[at] ?? null)
        expect(made > (board[at - 1] ?? '')).toBe(true)
        if (board[at] !== undefined) expect(made < board[at]).toBe(true)
        expect(made.endsWith('0')).toBe(false)
        board.splice(at, 0, made)
      }
      expect(board).toEqual(board.toSorted())
    }),
  )
})

test('PRJ-5: a thousand post-its put one after the other, or each before the first, keep short positions', () => {
  let [end, start] = ['', '']
  for (let count = 0; count < 1000; count++) {
    end = between(end === '' ? null : end, null)
    start = between(null, start === '' ? null : start)
    expect(end.length).toBeLessThanOrEqual(6)
    expect(start.length).toBeLessThanOrEqual(6)
  }
})

test('PRJ-5: between the same two for ever, a position grows slowly: two hundred times before the block is made anew', () => {
  const low = between(null, null)
  let high = between(low, null)
  let count = 0
  while (high.length <= LONGEST_POSITION && count < 5000) {
    high = between(low, high)
    count++
  }
  expect(count).toBeGreaterThan(180)
})

test('PRJ-5: positions made anew are in order, and leave room on each side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (count) => {
      const all = spread(count)
      expect(all).toEqual(all.toSorted())
      expect(new Set(all).size).toBe(count)
      expect(between(null, all[0] ?? '') < (all[0] ?? '')).toBe(true)
      expect(between(all.at(-1) ?? '', null) > (all.at(-1) ?? '')).toBe(true)
    }),
  )
})

test('PRJ-5: the same position twice is ordered by number', () => {
  const notes = [
    { position: 'V', id: 9 },
    { position: 'V', id: 3 },
    { position: 'A', id: 12 },
  ]
  expect(notes.toSorted(inOrder).map(({ id }) => id)).toEqual([12, 3, 9])
})
