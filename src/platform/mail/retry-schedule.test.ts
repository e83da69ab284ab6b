import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twoDays } from './retry-schedule.ts'

const START = Temporal.Instant.from('2026-11-24T11:00:00Z')

/** Minutes after the first try at which each next one is made when all are refused for now. */
function allTries(): number[] {
  const minutes = [0]
  let now = START
  for (let attempts = 1; ; attempts++) {
    const next = twoDays(attempts, now)
    if (next === undefined) return minutes
    now = next
    minutes.push(now.since(START).total('minutes'))
  }
}

test('R8: tries come at 1, 3, 8, 16, 30 min, 1 h, 2 h, 4 h, then every 4 h until two days have passed', () => {
  const tries = allTries()
  expect(tries.slice(0, 9)).toEqual([0, 1, 3, 8, 16, 30, 60, 120, 240])
  expect(tries.at(-1)).toBe(48 * 60)
  expect(tries.length).toBe(20)
})

test('F5: a greylist of at most 15 minutes lets the mail in within 20', () => {
  const tries = allTries()
  fc.assert(
    fc.property(fc.double({ min: 0, max: 15, noNaN: true }), (lasts) => {
      const accepted = tries.find((minute) => minute >= lasts) ?? Number.POSITIVE_INFINITY
      return accepted <= 20
    }),
  )
})
