import { expect, test } from 'vitest'

test('two instants are not alike for being instants, also inside what is matched in part', () => {
  const at = (hour: number) => ({ at: Temporal.Instant.from(`2026-11-24T0${hour}:00:00Z`), rest: 1 })
  expect(at(8)).toMatchObject({ at: at(8).at })
  expect(() => expect(at(8)).toMatchObject({ at: at(9).at })).toThrow()
})
