import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, csvLine, csvPhone } from './csv.ts'
import { enumerate, plural } from './french.ts'
import { slugOf } from './slug.ts'

describe('a CSV file for French Excel', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['  =1+1', "'  =1+1"],
    ['+33 6', "'+33 6"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['Élodie ; « N’Guessan »', '"Élodie ; « N’Guessan »"'],
    ['dit "Zoé"', '"dit ""Zoé"""'],
  ])('R20: the cell « %s » is written %s', (value, written) => {
    expect(csvCell(value)).toBe(written)
  })

  test('R20: no cell begins like a formula, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(csvCell(value).replace(/^"/, '')).not.toMatch(/^\s*[=+\-@]/)
      }),
    )
  })

  test.each([
    ['+33612345678', '+33 6 12 34 56 78'],
    ['+33 6 12 34 56 78', '+33 6 12 34 56 78'],
    ['06.12.34.56.78', '06 12 34 56 78'],
    ['+33 (0)4 77 00 00 01', '+33 4 77 00 00 01'],
    ['0033 6 12 34 56 78', '+33 6 12 34 56 78'],
  ])('REG-7: the phone « %s » keeps its first sign', (phone, written) => {
    expect(csvCell(csvPhone(phone)).replaceAll('\u00A0', ' ')).toBe(written)
  })

  test('separates by semicolons and ends like Windows', () => {
    expect(csvLine(['a', 'b;c'])).toBe('a;"b;c"\r\n')
  })
})

describe('French words', () => {
  test('zero and one are singular', () => {
    expect([0, 1, 2].map((count) => plural(count, 'place'))).toEqual(['0 place', '1 place', '2 places'])
    expect(enumerate(['Lyon', 'Roanne', 'Gap'])).toBe('Lyon, Roanne et Gap')
  })

  test.each([
    ['L’été à Évian', 'l-ete-a-evian'],
    ['Œuvres & cœur', 'oeuvres-coeur'],
    ['😀', ''],
  ])('« %s » is read in an address as « %s »', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })
})
