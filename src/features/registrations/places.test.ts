import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideMovePlaces, decidePlaces, foreseePlaces, MOST_PLACES, type WantedPlaces } from './places.ts'

const present = { places: 12, open: true, taken: 12, waiting: 3, everRegistered: true }
const number = (places: number): WantedPlaces => ({ kind: 'number', places })

const anyWanted: fc.Arbitrary<WantedPlaces> = fc.oneof(
  fc.constant<WantedPlaces>({ kind: 'none' }),
  fc.constant<WantedPlaces>({ kind: 'unlimited' }),
  fc.oneof(fc.nat(60), fc.nat(MOST_PLACES * 2)).map(number),
)
const anyList = fc
  .record({
    places: fc.option(fc.integer({ min: 1, max: 50 })),
    open: fc.boolean(),
    taken: fc.nat(60),
    waiting: fc.nat(20),
    everRegistered: fc.boolean(),
  })
  .map((list) => ({ ...list, taken: list.places === null ? list.taken : Math.min(list.taken, list.places) }))

describe('the number of places', () => {
  test('REG-3: never under those taken, and says how many they are', () => {
    expect(decidePlaces(present, number(11), true)).toEqual({ kind: 'refused', because: 'under-taken', taken: 12 })
    expect(decidePlaces(present, number(15), true)).toEqual({ kind: 'list', places: 15, open: true })
  })

  test('REG-2: 0 closes the list and keeps its number', () => {
    expect(decidePlaces(present, number(0), true)).toEqual({ kind: 'list', places: 12, open: false })
  })

  test('REG-2: an empty field is no list, unless people are on it', () => {
    expect(decidePlaces(undefined, { kind: 'none' }, true)).toEqual({ kind: 'no-list' })
    expect(decidePlaces(present, { kind: 'none' }, true)).toMatchObject({ kind: 'refused', because: 'has-people' })
  })
})

describe('what is said beforehand', () => {
  test('REG-3: « 12 inscrits, minimum 12 ; 3 personnes passeront de la liste d’attente »', () => {
    expect(foreseePlaces(present, number(15), true)).toEqual({ minimum: 12, movingUp: 3, refusal: undefined })
    expect(foreseePlaces(present, number(14), true)).toMatchObject({ movingUp: 2 })
    expect(foreseePlaces(present, { kind: 'unlimited' }, false)).toMatchObject({ movingUp: 3 })
    expect(foreseePlaces(present, number(11), true)).toEqual({ minimum: 12, movingUp: 0, refusal: 'under-taken' })
    expect(foreseePlaces(undefined, number(5), true)).toEqual({ minimum: 0, movingUp: 0, refusal: undefined })
  })

  test('REG-3: what is foreseen is what is decided, and nobody moves up onto a place that is not there', () => {
    fc.assert(
      fc.property(anyList, anyWanted, fc.boolean(), (list, wanted, open) => {
        const verdict = decidePlaces(list, wanted, open)
        const foreseen = foreseePlaces(list, wanted, open)
        expect(foreseen.refusal).toBe(verdict.kind === 'refused' ? verdict.because : undefined)
        expect(foreseen.movingUp).toBeLessThanOrEqual(verdict.kind === 'list' ? list.waiting : 0)
        if (verdict.kind === 'list' && verdict.places !== null)
          expect(list.taken + foreseen.movingUp).toBeLessThanOrEqual(Math.max(verdict.places, list.taken))
      }),
    )
  })
})

describe('places that move from one list to the other', () => {
  test('REG-4: the sum stays, nobody loses a seat, a list keeps one place', () => {
    fc.assert(
      fc.property(anyList, anyList, fc.integer({ min: -3, max: 70 }), (from, to, count) => {
        const verdict = decideMovePlaces(from, to, count)
        if (verdict.kind === 'refused') {
          if (verdict.because === 'under-taken' && verdict.most > 0)
            expect(decideMovePlaces(from, to, verdict.most).kind).toBe('moved')
          return
        }
        expect(verdict.from + verdict.to).toBe((from.places ?? 0) + (to.places ?? 0))
        expect(verdict.from).toBeGreaterThanOrEqual(Math.max(1, from.taken))
        expect(verdict.movingUp).toBeLessThanOrEqual(Math.min(to.waiting, verdict.to - to.taken))
      }),
    )
  })

  test.each([
    { name: 'no other list', from: present, to: undefined, count: 1, because: 'no-other-list' },
    { name: 'one is without limit', from: present, to: { ...present, places: null }, count: 1, because: 'unlimited' },
    { name: 'not a number of places', from: { ...present, taken: 0 }, to: present, count: 0, because: 'no-number' },
    { name: 'those taken', from: present, to: present, count: 1, because: 'under-taken' },
    {
      ...{ name: 'beyond the most', from: { ...present, taken: 0 }, to: { ...present, places: MOST_PLACES } },
      ...{ count: 1, because: 'too-many' },
    },
  ])('REG-4: refused with the figures: $name', ({ from, to, count, because }) => {
    expect(decideMovePlaces(from, to, count)).toMatchObject({ kind: 'refused', because })
  })
})
