import { describe, expect, test } from 'vitest'
import { decideSurprise, readExpectation, writeExpectation } from './expectation.ts'

const startsAt = Temporal.Instant.from('2026-11-27T09:00:00Z')
const list = { closesAt: startsAt }

describe('F13: what changed while the form was open', () => {
  test('the last place went: said with the rank on the waiting list', () => {
    const surprise = decideSurprise(list, { kind: 'waiting', rank: 3 }, { place: true, startsAt })
    expect(surprise).toMatchObject({ because: 'now-full', rank: 3 })
  })

  test('the date moved: said with its new hour, even where a place is left', () => {
    const moved = { closesAt: startsAt.add({ hours: 1 }) }
    expect(decideSurprise(moved, { kind: 'confirmed' }, { place: true, startsAt })).toMatchObject({
      because: 'date-moved',
      startsAt: moved.closesAt,
    })
  })

  test.each([
    ['a place that is still there', { place: true, startsAt }, { kind: 'confirmed' } as const],
    ['a waiting list that was told of', { place: false, startsAt }, { kind: 'waiting', rank: 3 } as const],
    ['a place where waiting was expected', { place: false, startsAt }, { kind: 'confirmed' } as const],
    ['a form that says nothing of it', undefined, { kind: 'waiting', rank: 3 } as const],
  ])('%s is no surprise', (_, expected, verdict) => {
    expect(decideSurprise(list, verdict, expected)).toBeUndefined()
  })

  test('what the form carries is read back as it was written', () => {
    for (const place of [true, false]) {
      expect(readExpectation(writeExpectation({ place, startsAt }))).toEqual({ place, startsAt })
    }
    for (const wrong of ['', 'place', 'place x', 'places 12', `place ${'9'.repeat(15)}`, 'place -1'])
      expect(readExpectation(wrong)).toBeUndefined()
  })
})
