import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeBook } from '#features/territory/place-rules.ts'
import { readStructure } from './import-rules.ts'
import {
  addressKeyOf,
  listOf,
  readDay,
  readPhone,
  readPoint,
  readWebsite,
  summaryOf,
  textOf,
} from './import-rules-of-fields.ts'
import { structureFormat } from './import-rules-of-formats.ts'
import { openingLines } from './rules.ts'

const roanne = {
  code: '42187',
  name: 'Roanne',
  departement: '42',
  postalCodes: ['42300'],
  latitude: 46.04,
  longitude: 4.08,
}
const origin = { source: 'test', licence: 'lov2' as const, date: '2022-12-01', places: placeBook([roanne]) }
const read = (values: Record<string, unknown>) => readStructure(structureFormat(['id', 'nom'])!.read(values), origin)

test('phones are kept in one form, whatever the way they were typed', () => {
  for (const typed of [
    '0450568749',
    '04.50.56.87.49',
    '+33450568749',
    '+33 (0)4 50 56 87 49',
    "'+33 4 50 56 87 49",
    '04 50 56 87 49 / 06 11 22 33 44',
    '0450568749 Poste 123',
  ])
    expect(readPhone(typed), typed).toBe('04 50 56 87 49')
  expect(readPhone('3949')).toBe('39 49')
  for (const typed of ['74929808', 'demander Zoé', '12']) expect(readPhone(typed), typed).toBeUndefined()
})

test('sites get their scheme, and nothing but the web passes', () => {
  expect(readWebsite('www.mljat.com')).toBe('https://www.mljat.com/')
  expect(readWebsite('http://a.fr/?a=1|http://b.fr')).toBe('http://a.fr/?a=1')
  for (const typed of ['javascript:alert(1)', 'http://user@a.fr', 'ftp://a.fr', 'http://Info Jeunes', 'localhost', ''])
    expect(readWebsite(typed), typed).toBeUndefined()
})

test('days that do not exist and points out of France are left out', () => {
  expect(readDay('21/09/2021 14:05:14')).toBe('2021-09-21')
  expect(readDay('2022-08-21')).toBe('2022-08-21')
  for (const typed of ['30/02/2022', '2022-13-01', 'hier']) expect(readDay(typed), typed).toBeUndefined()
  expect(readPoint('45,75', '4.85')).toEqual({ latitude: 45.75, longitude: 4.85 })
  for (const [latitude, longitude] of [
    [4.85, 45.75],
    [0, 0],
    ['', ''],
    ['x', 4],
    [45, undefined],
  ])
    expect(readPoint(latitude, longitude)).toBeUndefined()
})

test('texts lose NUL, entities and Markdown escapes, and nothing else; lists split on bars and semicolons', () => {
  expect(textOf('a\0b &amp; c \\- d\r\ne')).toBe('ab & c - d\ne')
  expect([textOf(undefined), textOf(null), textOf({}), textOf(12)]).toEqual(['', '', '', '12'])
  expect(listOf('a | b;a')).toEqual(['a', 'b'])
  expect(summaryOf(`${'mot '.repeat(100)}`).length).toBeLessThanOrEqual(241)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => textOf(text).isWellFormed() && !textOf(text).includes('\0')),
  )
})

test('the same door has one key', () => {
  const key = addressKeyOf('3, boulevard de la Paix', '42187')
  for (const street of ['3 bd de la paix', '3 BLD LA PAIX', '3  Boulevard  Paix'])
    expect(addressKeyOf(street, '42187')).toBe(key)
  expect(addressKeyOf('5 bd de la paix', '42187')).not.toBe(key)
  expect([addressKeyOf('Mairie', '42187'), addressKeyOf('3 bd de la Paix', '')]).toEqual([null, null])
})

test('a commune is known by its code, else by its name and postal code; a code from elsewhere says nothing wrong', () => {
  expect(read({ id: 1, nom: 'A', code_insee: '42187' }).sheet).toMatchObject({
    city: 'Roanne',
    communeCode: '42187',
    departementCode: '42',
    postalCode: '42300',
  })
  expect(read({ id: 1, nom: 'A', commune: 'ROANNE', code_postal: '42300' }).sheet).toMatchObject({
    communeCode: '42187',
  })
  const bordeaux = read({ id: 1, nom: 'A', code_insee: '33063', commune: 'Bordeaux' })
  expect(bordeaux).toMatchObject({ faults: [], sheet: { communeCode: null, departementCode: '33', city: 'Bordeaux' } })
  const far = read({ id: 1, nom: 'A', code_insee: '42187', latitude: 45.4, longitude: 4.4 })
  expect(far).toMatchObject({
    sheet: { latitude: null },
    faults: [{ text: 'la position est à plus de 20 km de Roanne : laissée vide' }],
  })
})

test('anything at all in a line gives a sheet or a sentence, never an exception', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.string()),
    fc.object(),
  )
  const names =
    'id nom pivot telephone courriel site_web latitude longitude code_insee code_postal date_maj services typologie'.split(
      ' ',
    )
  const line = fc.record(Object.fromEntries(names.map((name) => [name, value])))
  fc.assert(
    fc.property(line, (values) => {
      const { sheet, faults } = read(values)
      expect(sheet !== undefined || faults.some(({ blocking }) => blocking)).toBe(true)
    }),
  )
})

test('opening hours are told in French; plain words stay as they are', () => {
  expect(openingLines('Mo-Fr 09:00-12:00,13:30-17:00; Sa off')).toEqual([
    'Lundi – vendredi : 9 h – 12 h, 13 h 30 – 17 h',
    'Samedi : fermé',
  ])
  expect(openingLines('Mo,Th 14:00-18:00')).toEqual(['Lundi, jeudi : 14 h – 18 h'])
  expect(openingLines('Lundi : le matin\nMardi : fermé')).toEqual(['Lundi : le matin', 'Mardi : fermé'])
})
