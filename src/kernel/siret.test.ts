import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSiret, spacedSiret } from './siret.ts'

test('a SIRET whose digits agree is read, however it is spaced', () => {
  expect(readSiret('130 017 486 00016')).toBeUndefined()
  expect(readSiret('82436343600703')).toBe('82436343600703')
  expect(readSiret(' 824 363 436 00703 ')).toBe('82436343600703')
  expect(spacedSiret('82436343600703')).toBe('824\u00A0363\u00A0436\u00A000703')
})

test('places of La Poste are known by the plain sum of their digits', () => {
  expect(readSiret('35600000000048')).toBe('35600000000048')
  expect(readSiret('35600000009075')).toBe('35600000009075')
  expect(readSiret('35600000009074')).toBeUndefined()
})

test('one wrong digit is always seen', () => {
  const place = fc.integer({ min: 0, max: 13 })
  const other = fc.integer({ min: 1, max: 9 })
  fc.assert(
    fc.property(place, other, (at, shift) => {
      const right = '82436343600703'
      const wrong = [...right].map((digit, index) => (index === at ? (Number(digit) + shift) % 10 : digit)).join('')
      expect(readSiret(wrong)).toBeUndefined()
    }),
  )
})

test('anything else is refused and never throws', () => {
  for (const typed of ['', '0', '00000000000000', '8243634360070', '824363436007033', 'abcdefghijklmn', '\0'])
    expect(readSiret(typed)).toBeUndefined()
  fc.assert(fc.property(fc.string(), (typed) => /^\d{14}$/.test(readSiret(typed) ?? '82436343600703')))
})
