import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours } from '#kernel/time'
import {
  decideCancellation,
  decideConfirmation,
  decideMove,
  decidePromoted,
  decidePromotions,
  decideRegistration,
  freePlaces,
  HOLD_HOURS,
  holdUntil,
  isActive,
  type ListFacts,
  MOST_OFFER_HOURS,
  mayMarkPresence,
  REGISTRATION_STATES,
  takesSeat,
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

describe('a freed place', () => {
  test('REG-4: is given at once, or offered for the hours that the organiser chose', () => {
    expect(decidePromoted(listOf({}), { verified: true }, now)).toEqual({ state: 'confirmed', heldUntil: null })
    expect(decidePromoted(listOf({ offerHours: 24 }), { verified: true }, now)).toEqual({
      ...{ state: 'offered', heldUntil: now.add(hours(24)) },
    })
    expect(decidePromoted(listOf({ offerHours: 24 }), { verified: false }, now).state).toBe('held')
  })

  test('REG-4: an offer never outlives the beginning of the date, nor a hold', () => {
    const offerHours = fc.integer({ min: 1, max: MOST_OFFER_HOURS })
    fc.assert(
      fc.property(offerHours, fc.integer({ min: 1, max: 400 }), fc.boolean(), (count, inHours, verified) => {
        const list = listOf({ offerHours: count, closesAt: now.add(hours(inHours)) })
        const { heldUntil } = decidePromoted(list, { verified }, now)
        expect(heldUntil?.epochMilliseconds).toBeGreaterThan(now.epochMilliseconds)
        expect(heldUntil?.epochMilliseconds).toBeLessThanOrEqual(list.closesAt.epochMilliseconds)
      }),
    )
  })

  test('REG-4: accepting an offer that stands gives the seat, even on a closed list', () => {
    expect(decideConfirmation(listOf({ open: false, taken: 10 }), 'offered', now)).toEqual({ kind: 'confirmed' })
  })
})

describe('another date', () => {
  const state = fc.constantFrom(...REGISTRATION_STATES)

  test('EVT-4: nobody gets more there than a newcomer would, and a seat that stands is lost only if that was asked', () => {
    fc.assert(
      fc.property(anyList, anyList, state, fc.boolean(), (from, to, was, mayWait) => {
        const verdict = decideMove({ list: from, state: was }, to, { mayWait, now })
        const newcomer = decideRegistration(to, { verified: true }, now)
        if (verdict.kind !== 'refused') expect(verdict).toEqual(newcomer)
        if (!isActive(was)) expect(verdict.kind).toBe('refused')
        if (verdict.kind === 'waiting' && takesSeat(was)) expect(mayWait || from.cancelled).toBe(true)
      }),
    )
  })

  test('EVT-4: a date that has begun is not left, unless it was cancelled', () => {
    const begun = { closesAt: now }
    const wants = { mayWait: false, now }
    expect(decideMove({ list: listOf(begun), state: 'confirmed' }, listOf({}), wants)).toMatchObject({
      because: 'own-date-begun',
    })
    const cancelled = listOf({ ...begun, cancelled: true })
    expect(decideMove({ list: cancelled, state: 'confirmed' }, listOf({}), wants)).toEqual({ kind: 'confirmed' })
  })
})

test('REG-8: who came is marked from two hours before the start, on a date that takes place', () => {
  expect(mayMarkPresence(listOf({ closesAt: now.add({ minutes: 121 }) }), now)).toBe(false)
  expect(mayMarkPresence(listOf({ closesAt: now.add({ minutes: 120 }) }), now)).toBe(true)
  expect(mayMarkPresence(listOf({ closesAt: now, cancelled: true }), now)).toBe(false)
})
