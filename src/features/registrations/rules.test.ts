import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours } from '#kernel/time'
import { decidePlaces } from './places.ts'
import {
  decideCancellation,
  decideConfirmation,
  decidePromotions,
  decideRegistration,
  freePlaces,
  HOLD_HOURS,
  holdUntil,
  type ListFacts,
} from './rules.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
const closesAt = now.add(hours(72))
const listOf = (facts: Partial<ListFacts>): ListFacts => ({
  places: 10,
  open: true,
  taken: 0,
  waiting: 0,
  closesAt,
  cancelled: false,
  offerHours: null,
  ...facts,
})
const anyList = fc
  .record({
    places: fc.option(fc.integer({ min: 1, max: 50 })),
    taken: fc.nat(60),
    waiting: fc.nat(20),
    open: fc.boolean(),
    cancelled: fc.boolean(),
  })
  .map((facts) =>
    listOf({ ...facts, taken: facts.places === null ? facts.taken : Math.min(facts.taken, facts.places) }),
  )

describe('who gets a seat', () => {
  test('REG-1: the first come are confirmed', () => {
    expect(decideRegistration(listOf({ taken: 9 }), { verified: true }, now)).toEqual({ kind: 'confirmed' })
  })

  test('REG-4: the 11th on 10 places waits, first in the queue', () => {
    expect(decideRegistration(listOf({ taken: 10 }), { verified: true }, now)).toEqual({ kind: 'waiting', rank: 1 })
  })

  test('REG-4: someone already waiting is never overtaken, even when a place is free', () => {
    expect(decideRegistration(listOf({ taken: 9, waiting: 2 }), { verified: true }, now)).toEqual({
      kind: 'waiting',
      rank: 3,
    })
  })

  test('REG-5: without an account the seat is held for a stated time', () => {
    const verdict = decideRegistration(listOf({}), { verified: false }, now)
    expect(verdict).toEqual({ kind: 'held', until: now.add(hours(HOLD_HOURS)) })
  })

  test('REG-5: a hold never outlives the beginning of the date', () => {
    const soon = now.add({ minutes: 30 })
    expect(holdUntil({ closesAt: soon }, now)).toEqual(soon)
  })

  test('REG-10: no list is ever promised more than its places', () => {
    fc.assert(
      fc.property(anyList, fc.boolean(), (list, verified) => {
        const { kind } = decideRegistration(list, { verified }, now)
        if (kind === 'confirmed' || kind === 'held') expect(freePlaces(list)).toBeGreaterThan(0)
        expect(decidePromotions(list, now)).toBeLessThanOrEqual(Math.min(list.waiting, freePlaces(list)))
      }),
    )
  })

  test.each([
    ['cancelled', listOf({ cancelled: true }), 'date-cancelled'],
    ['begun', listOf({ closesAt: now }), 'date-begun'],
    ['closed', listOf({ open: false }), 'list-closed'],
  ] as const)('REG-2: a date that is %s takes nobody', (_name, list, because) => {
    expect(decideRegistration(list, { verified: true }, now)).toEqual({ kind: 'refused', because })
  })
})

describe('the link of the mail', () => {
  test('REG-5: a hold that ran out still becomes a seat while one is free', () => {
    expect(decideConfirmation(listOf({ taken: 3 }), 'expired', now)).toEqual({ kind: 'confirmed' })
    expect(decideConfirmation(listOf({ taken: 10 }), 'expired', now)).toEqual({ kind: 'waiting', rank: 1 })
  })

  test('REG-5: a cancelled registration does not come back by its link', () => {
    expect(decideConfirmation(listOf({}), 'cancelled', now)).toEqual({ kind: 'refused', because: 'cancelled' })
  })
})

describe('giving the place back', () => {
  test('REG-4: the waiting list moves up although the list is closed', () => {
    expect(decidePromotions(listOf({ open: false, taken: 9, waiting: 3 }), now)).toBe(1)
  })

  test('REG-5: it frees a seat only if one was held', () => {
    expect(decideCancellation(listOf({}), 'confirmed', now)).toEqual({ kind: 'cancelled', freesSeat: true })
    expect(decideCancellation(listOf({}), 'waiting', now)).toEqual({ kind: 'cancelled', freesSeat: false })
    expect(decideCancellation(listOf({}), 'cancelled', now)).toEqual({ kind: 'refused', because: 'not-registered' })
  })
})

describe('the number of places', () => {
  const present = { places: 12, open: true, taken: 12, waiting: 3, everRegistered: true }

  test('REG-3: never under those taken, and says how many they are', () => {
    expect(decidePlaces(present, { kind: 'number', places: 11 }, true)).toEqual({
      kind: 'refused',
      because: 'under-taken',
      taken: 12,
    })
    expect(decidePlaces(present, { kind: 'number', places: 15 }, true)).toEqual({
      kind: 'list',
      places: 15,
      open: true,
    })
  })

  test('REG-2: 0 closes the list and keeps its number', () => {
    expect(decidePlaces(present, { kind: 'number', places: 0 }, true)).toEqual({
      kind: 'list',
      places: 12,
      open: false,
    })
  })

  test('REG-2: an empty field is no list, unless people are on it', () => {
    expect(decidePlaces(undefined, { kind: 'none' }, true)).toEqual({ kind: 'no-list' })
    expect(decidePlaces(present, { kind: 'none' }, true)).toMatchObject({ kind: 'refused', because: 'has-people' })
  })
})
