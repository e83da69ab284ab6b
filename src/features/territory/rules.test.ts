import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeBook } from './place-rules.ts'
import {
  communeKey,
  communeLabel,
  departementOfCommune,
  departementOfPostalCode,
  kilometres,
  readTypedCommune,
} from './rules.ts'

test('accents, hyphens, « st » and « cedex » make no difference to a commune', () => {
  for (const typed of ['Saint-Étienne', 'st etienne', 'SAINT ETIENNE CEDEX 2', 'St-Étienne'])
    expect(communeKey(typed), typed).toBe('saint etienne')
  expect(communeKey('Ste-Sigolène')).toBe('sainte sigolene')
})

test('a name, a postal code or both are read as typed', () => {
  expect(readTypedCommune('Roanne (42300)')).toEqual({ name: 'roanne', postalCode: '42300' })
  expect(readTypedCommune('42300 roanne')).toEqual({ name: 'roanne', postalCode: '42300' })
  expect(readTypedCommune('42300')).toEqual({ name: '', postalCode: '42300' })
  expect(readTypedCommune('Lyon 1er Arrondissement (69001)')).toEqual({
    name: 'lyon 1er arrondissement',
    postalCode: '69001',
  })
  fc.assert(fc.property(fc.string(), (typed) => typeof readTypedCommune(typed).name === 'string'))
})

test('postal codes and INSEE codes tell their département', () => {
  const cases = ['01000', '20000', '20600', '97411', '98000', '00100', '69']
  expect(cases.map(departementOfPostalCode)).toEqual(['01', '2A', '2B', '974', undefined, undefined, undefined])
  expect(['69123', '2A004', '97411', '2C001', '6912'].map(departementOfCommune)).toEqual([
    '69',
    '2A',
    '974',
    undefined,
    undefined,
  ])
})

test('Lyon is some 55 km from Saint-Étienne, and a place is at no distance from itself', () => {
  const lyon = { latitude: 45.76, longitude: 4.84 }
  expect(kilometres(lyon, { latitude: 45.44, longitude: 4.39 })).toBeCloseTo(50, -1)
  expect(kilometres(lyon, lyon)).toBe(0)
})

test('two communes of one name and postal code are never taken one for the other', () => {
  const at = { departement: '42', latitude: 46, longitude: 4 }
  const book = placeBook([
    { code: '42001', name: 'Saint-Un', postalCodes: ['42000', '42100'], ...at },
    { code: '42002', name: 'Deux', postalCodes: ['42000'], ...at },
    { code: '42003', name: 'Deux', postalCodes: ['42000'], ...at },
  ])
  expect(book.byName('st un', '42100')?.code).toBe('42001')
  expect(book.byName('Deux', '42000')).toBeUndefined()
  expect([book.covers('42'), book.covers('33')]).toEqual([true, false])
  expect(communeLabel({ name: 'Saint-Un', postalCodes: ['42000', '42100'] })).toBe('Saint-Un (42000)')
})
