import { expect, test } from 'vitest'
import { hours } from '#kernel/time'
import { NOW } from '#tests/make.ts'
import { stateWords } from './pages/state-words.ts'

const now = Temporal.Instant.from(NOW)

/** A registration of a date that began an hour ago. */
const begun = (state: 'held' | 'offered' | 'waiting' | 'expired') => {
  const closesAt = now.subtract(hours(1))
  const date = { startsAt: closesAt, overAt: now.add(hours(1)), cancelledAt: null }
  const list = { closesAt, offerHours: null }
  return { state, date, list, heldUntil: closesAt, verifiedAt: null, rank: 1 } as unknown as Parameters<
    typeof stateWords
  >[0]
}

test.each(['held', 'offered', 'waiting', 'expired'] as const)(
  'REG-5: once the date has begun, who has no seat (%s) is not told to press a button that is gone',
  (state) => {
    const { title, text } = stateWords(begun(state), now)
    expect(`${title} ${text}`).not.toMatch(/Appuyez|encore|gardée jusqu|dès qu/i)
    expect(text).toContain('les inscriptions en ligne sont terminées')
  },
)
