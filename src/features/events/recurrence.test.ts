import { expect, test } from 'vitest'
import { isoWithOffset } from '#kernel/time'
import type { Values } from './date-fields.ts'
import { rowNumbers } from './date-fields.ts'
import { typedDate } from './date-rows.ts'
import { foreseeDates, type Rhythm, type Series } from './recurrence.ts'
import { afterSeriesGesture, seriesView } from './routes-authoring-series.ts'

const NOW = Temporal.Instant.from('2026-11-24T12:00:00Z')
const series = (rhythm: Rhythm, more: Partial<Series> = {}): Series => ({
  ...{ rhythm, weekday: 2, from: '2026-12-01', to: '2027-01-15', start: '18:00', end: '20:00', skipHolidays: true },
  ...more,
})
const days = (one: Series) => foreseeDates(one, NOW).map(({ day, kind }) => (kind === 'date' ? day : `${day} ${kind}`))

test('EVT-2: « chaque mardi », « toutes les 2 semaines », from the first such day to the last', () => {
  expect(days(series({ every: 'week', step: 1 }))).toEqual([
    ...['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29', '2027-01-05', '2027-01-12'],
  ])
  expect(days(series({ every: 'week', step: 2 }, { from: '2026-12-02' }))).toEqual([
    ...['2026-12-08', '2026-12-22', '2027-01-05'],
  ])
  expect(days(series({ every: 'week', step: 4 }, { from: '2026-12-02', to: '2026-12-07' }))).toEqual([])
})

test('EVT-2: « le 1er lundi du mois » and « le dernier », holidays left aside by name', () => {
  const year = { weekday: 1, from: '2027-01-01', to: '2027-06-30' }
  expect(days(series({ every: 'month', nth: 1 }, year))).toEqual([
    ...['2027-01-04', '2027-02-01', '2027-03-01', '2027-04-05', '2027-05-03', '2027-06-07'],
  ])
  expect(days(series({ every: 'month', nth: -1 }, year))).toEqual([
    ...['2027-01-25', '2027-02-22', '2027-03-29 holiday', '2027-04-26', '2027-05-31', '2027-06-28'],
  ])
  expect(days(series({ every: 'month', nth: -1 }, { ...year, skipHolidays: false }))).toContain('2027-03-29')
})

test('EVT-2: the local hour stays across 28 March and 31 October 2027', () => {
  const spring = foreseeDates(series({ every: 'week', step: 1 }, { from: '2027-03-23', to: '2027-04-06' }), NOW)
  expect(spring.map(({ startsAt }) => startsAt && isoWithOffset(startsAt))).toEqual([
    ...['2027-03-23T18:00:00+01:00', '2027-03-30T18:00:00+02:00', '2027-04-06T18:00:00+02:00'],
  ])
  const autumn = foreseeDates(series({ every: 'week', step: 1 }, { from: '2027-10-26', to: '2027-11-02' }), NOW)
  expect(autumn.map(({ startsAt }) => startsAt && isoWithOffset(startsAt))).toEqual([
    ...['2027-10-26T18:00:00+02:00', '2027-11-02T18:00:00+01:00'],
  ])
})

test('EVT-2: an hour that does not exist is left aside, one that comes twice is asked', () => {
  const night = { weekday: 7, start: '02:30', end: '', skipHolidays: false }
  expect(days(series({ every: 'week', step: 1 }, { ...night, from: '2027-03-21', to: '2027-04-04' }))).toEqual([
    ...['2027-03-21', '2027-03-28 missing', '2027-04-04'],
  ])
  expect(days(series({ every: 'week', step: 1 }, { ...night, from: '2027-10-24', to: '2027-11-07' }))).toEqual([
    ...['2027-10-24', '2027-10-31 twice', '2027-11-07'],
  ])
})

const form = (more: Record<string, string>): Values =>
  Object.fromEntries(
    Object.entries({
      ...{ 'date.0.jour': '', 'date.0.ou': '', 'date.0.places': '12', 'date.0.ouvertes': 'oui' },
      ...{ 'serie.rythme': 'semaine', 'serie.jour': '2', 'serie.debut': '18h', 'serie.fin': '20:00' },
      ...{ 'serie.du': '2026-12-01', 'serie.au': '2026-12-31', 'serie.feries': 'oui' },
      ...more,
    }).map(([name, value]) => [name, [value]]),
  )
const rowsOf = (values: Values) => rowNumbers(values).map((row) => typedDate(values, row))

test('EVT-2: the dates are shown before they are rows, and each takes the places of the first row', () => {
  const foreseen = afterSeriesGesture(form({}), 'prevoir', NOW)
  expect(rowsOf(foreseen.values)).toHaveLength(1)
  expect(seriesView({ values: foreseen.values, errors: {} }, NOW).foreseen?.options.map(({ text }) => text)).toEqual([
    ...['mardi 1er décembre, 18\u00A0h – 20\u00A0h', 'mardi 8 décembre, 18\u00A0h – 20\u00A0h'],
    ...['mardi 15 décembre, 18\u00A0h – 20\u00A0h', 'mardi 22 décembre, 18\u00A0h – 20\u00A0h'],
    'mardi 29 décembre, 18\u00A0h – 20\u00A0h',
  ])
  const ticked = { ...foreseen.values, 'serie.dates': ['2026-12-01', '2026-12-15', '2026-12-24'] }
  const added = afterSeriesGesture(ticked, 'ajouter-serie', NOW).values
  expect(rowsOf(added).map(({ day, start, end }) => [day, start, end])).toEqual([
    ['2026-12-01', '18:00', '20:00'],
    ['2026-12-15', '18:00', '20:00'],
  ])
  expect(rowNumbers(added).map((row) => [added[`date.${row}.places`], added[`date.${row}.ouvertes`]])).toEqual([
    [['12'], ['oui']],
    [['12'], ['oui']],
  ])
  const again = afterSeriesGesture({ ...added }, 'prevoir', NOW).values
  expect(
    seriesView({ values: again, errors: {} }, NOW).foreseen?.options.filter(({ disabled }) => disabled),
  ).toHaveLength(2)
})

test('EVT-2: a series changed after its dates were foreseen is shown again rather than added', () => {
  const foreseen = afterSeriesGesture(form({}), 'prevoir', NOW).values
  const changed = { ...foreseen, 'serie.jour': ['4'] }
  const answer = afterSeriesGesture(changed, 'ajouter-serie', NOW).values
  expect(rowsOf(answer)).toHaveLength(1)
  expect(answer['serie.dates']?.[0]).toBe('2026-12-03')
})

test('EVT-2: what is wrong in a series is said field by field; past days and those beyond sixty are not ticked', () => {
  const wrong = form({ 'serie.debut': '', 'serie.fin': 'tard', 'serie.du': '2027-02-30', 'serie.au': '' })
  expect(Object.keys(afterSeriesGesture(wrong, 'prevoir', NOW).errors).sort()).toEqual([
    ...['serie.au', 'serie.debut', 'serie.du', 'serie.fin'],
  ])
  expect(afterSeriesGesture(form({ 'serie.au': '2026-11-30' }), 'prevoir', NOW).errors).toEqual({
    'serie.au': 'La période finit avant de commencer.',
  })
  expect(Object.keys(afterSeriesGesture(form({ 'serie.au': '2029-12-31' }), 'prevoir', NOW).errors)).toEqual([
    'serie.au',
  ])
  const long = afterSeriesGesture(form({ 'serie.du': '2026-11-01', 'serie.au': '2028-10-31' }), 'prevoir', NOW).values
  expect(long['serie.dates']).toHaveLength(60)
  const notes = seriesView({ values: long, errors: {} }, NOW).foreseen?.notes ?? []
  expect(notes).toContain('Un évènement a 60 dates au plus : les 60 premières sont cochées.')
  expect(notes).toContain('Les jours déjà passés sont laissés de côté.')
})
