import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Instant, inParis, isoDay, isoHour } from '#kernel/time'
import type { Values } from './date-fields.ts'
import { applyGesture, nextRow } from './date-gestures.ts'
import { decideDates } from './date-list.ts'
import { decideDate, type TypedDate, turnsAsked, typedDate, valuesOfDate } from './date-rows.ts'

const NOW = Temporal.Instant.from('2026-11-24T09:00:00Z')
const typed = (day: string, start: string, end = '', more: Partial<TypedDate> = {}): TypedDate => ({
  ...{ id: undefined, day, start, end, startTurn: '', endTurn: '', removed: false, more: false },
  ...more,
})
const because = (date: TypedDate, present?: Instant) => {
  const verdict = decideDate(date, NOW, present)
  return verdict.kind === 'refused' ? `${verdict.field} ${verdict.because}` : 'date'
}
const hoursOf = (date: TypedDate) => {
  const verdict = decideDate(date, NOW)
  if (verdict.kind === 'refused') return verdict.because
  return [verdict.startsAt, verdict.endsAt].map((instant) => instant?.toString() ?? '').join(' → ')
}

test('EVT-1: day and start are asked, the end is not', () => {
  expect(hoursOf(typed('2026-11-26', '14:00'))).toBe('2026-11-26T13:00:00Z → ')
  expect(hoursOf(typed('2026-11-26', '14:00', '16:30'))).toBe('2026-11-26T13:00:00Z → 2026-11-26T15:30:00Z')
  expect(because(typed('', '14:00'))).toBe('jour none')
  expect(because(typed('2026-11-26', ''))).toBe('debut none')
  expect(because(typed('2026-02-30', '14:00'))).toBe('jour unreadable')
  expect(because(typed('jeudi', '14:00'))).toBe('jour unreadable')
  expect(because(typed('2026-11-26', '25:00'))).toBe('debut unreadable')
  expect(because(typed('2026-11-26', '14:00', 'midi'))).toBe('fin unreadable')
})

test('EVT-1: the end comes after the start, the same day', () => {
  expect(because(typed('2026-11-26', '14:00', '12:00'))).toBe('fin before-start')
  expect(because(typed('2026-11-26', '14:00', '14:00'))).toBe('fin before-start')
  expect(because(typed('2026-11-26', '20:00', '00:30'))).toBe('fin before-start')
})

test('EVT-1: the hour that does not exist on 28 March 2027 is refused', () => {
  expect(because(typed('2027-03-28', '02:30'))).toBe('debut missing')
  expect(because(typed('2027-03-28', '01:30', '02:30'))).toBe('fin missing')
  expect(hoursOf(typed('2027-03-28', '01:30', '03:30'))).toBe('2027-03-28T00:30:00Z → 2027-03-28T01:30:00Z')
})

test('EVT-1: the hour that comes twice on 31 October 2027 is asked, first or second time', () => {
  const twice = typed('2027-10-31', '02:30', '04:00')
  expect(because(twice)).toBe('tour_debut doubled')
  expect(turnsAsked(twice)).toEqual({ start: true, end: false })
  expect(hoursOf({ ...twice, startTurn: 'premiere' })).toBe('2027-10-31T00:30:00Z → 2027-10-31T03:00:00Z')
  expect(hoursOf({ ...twice, startTurn: 'seconde' })).toBe('2027-10-31T01:30:00Z → 2027-10-31T03:00:00Z')
})

test('EVT-1: an end that comes twice is asked only when both are after the start', () => {
  const ends = typed('2027-10-31', '01:00', '02:30')
  expect(because(ends)).toBe('tour_fin doubled')
  expect(turnsAsked(ends)).toEqual({ start: false, end: true })
  expect(hoursOf({ ...ends, endTurn: 'seconde' })).toBe('2027-10-30T23:00:00Z → 2027-10-31T01:30:00Z')
  const both = typed('2027-10-31', '02:15', '02:30', { startTurn: 'seconde' })
  expect(hoursOf(both)).toBe('2027-10-31T01:15:00Z → 2027-10-31T01:30:00Z')
  expect(turnsAsked(both)).toEqual({ start: true, end: false })
  expect(turnsAsked({ ...both, startTurn: 'premiere' })).toEqual({ start: true, end: true })
})

test('EVT-1: a new date is to come; one that exists may have begun but is not moved back', () => {
  expect(because(typed('2026-11-24', '09:00'))).toBe('jour past')
  const begun = Temporal.Instant.from('2026-11-24T08:00:00Z')
  expect(because(typed('2026-11-24', '09:00', '12:00'), begun)).toBe('date')
  expect(because(typed('2026-11-24', '08:00', '12:00'), begun)).toBe('jour past')
})

test('days and hours typed without a calendar are understood', () => {
  const values: Values = { 'date.3.jour': ['26/11/2026'], 'date.3.debut': ['9 h'], 'date.3.fin': ['14h30'] }
  expect(typedDate(values, 3)).toMatchObject({ day: '2026-11-26', start: '09:00', end: '14:30' })
})

test('a date that exists comes back from its form as it was, both nights of change included', () => {
  const instants = fc
    .integer({ min: Date.parse('2026-12-01') / 60_000, max: Date.parse('2028-12-01') / 60_000 })
    .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000))
  const nights = fc
    .constantFrom('2027-03-28', '2027-10-31')
    .chain((day) =>
      fc
        .integer({ min: 0, max: 300 })
        .map((minute) => Temporal.Instant.from(`${day}T00:00:00Z`).subtract({ hours: 1 }).add({ minutes: minute })),
    )
  fc.assert(
    fc.property(fc.oneof(instants, nights), fc.integer({ min: 1, max: 180 }), (startsAt, length) => {
      const end = startsAt.add({ minutes: length })
      const endsAt = isoDay(end) === isoDay(startsAt) && isoHour(end) > isoHour(startsAt) ? end : null
      const values = Object.fromEntries(
        Object.entries(valuesOfDate({ id: 7, startsAt, endsAt })).map(([name, value]) => [`date.0.${name}`, [value]]),
      )
      const read = decideDate(typedDate(values, 0), NOW, startsAt)
      expect(read.kind === 'date' && read.startsAt.equals(startsAt)).toBe(true)
      expect(read.kind === 'date' && (read.endsAt?.toString() ?? '')).toBe(endsAt?.toString() ?? '')
      expect(inParis(startsAt).timeZoneId).toBe('Europe/Paris')
    }),
  )
})

const two: Values = {
  'date.0.jour': ['2026-12-01'],
  'date.0.debut': ['10:00'],
  'date.4.jour': ['2026-12-08'],
  'date.4.debut': ['10:00'],
  'date.4.places': ['12'],
}

test('EVT-1: « Ajouter un autre élément » adds a row and keeps what was typed', () => {
  const more = applyGesture(two, 'ajouter-date', { ouvertes: 'oui' })
  expect(more).toMatchObject({ ...two, 'date.5.jour': [''], 'date.5.ouvertes': ['oui'] })
  expect(nextRow(more)).toBe(6)
})

test('EVT-4: « Retirer » marks the date, « Garder cette date » takes the mark away, nothing typed is lost', () => {
  const removed = applyGesture(two, 'retirer-date.4', {})
  expect(removed).toEqual({ ...two, 'date.4.retire': ['oui'] })
  expect(decideDates(removed, [], NOW).dates).toHaveLength(1)
  const kept = applyGesture(removed, 'garder-date.4', {})
  expect(kept).toMatchObject(two)
  expect(decideDates(kept, [], NOW).dates).toHaveLength(2)
})

test('a blank row goes at once, an unknown gesture changes nothing', () => {
  const blank = applyGesture(two, 'ajouter-date', {})
  expect(applyGesture(blank, 'retirer-date.5', {})).toEqual(two)
  for (const gesture of ['retirer-date.9', 'retirer-date', 'retirer-date.x', 'constructor.0', 'autre']) {
    expect(applyGesture(two, gesture, {})).toEqual(two)
  }
})

test('the same date twice is said, and a number of another event makes a new date', () => {
  const twice = { ...two, 'date.4.jour': ['2026-12-01'], 'date.0.id': ['99'] }
  const list = decideDates(twice, [], NOW)
  expect(list.faults).toEqual({ 'date.4.jour': 'twice' })
  expect(list.dates.map(({ id }) => id)).toEqual([undefined])
})

test('a date that is over or cancelled changes no more', () => {
  const past = Temporal.Instant.from('2026-11-20T09:00:00Z')
  const over = { id: 5, startsAt: past, endsAt: null, overAt: past, cancelledAt: null }
  const asked = { ...two, 'date.0.id': ['5'] }
  expect(decideDates(asked, [over], NOW).faults).toEqual({ 'date.0.jour': 'settled' })
  expect(decideDates({ ...asked, 'date.0.retire': ['oui'] }, [over], NOW).removed).toEqual([])
})
