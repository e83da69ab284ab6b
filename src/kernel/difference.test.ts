import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from './difference.ts'

const only = (pieces: ReturnType<typeof difference>, kind: 'removed' | 'added') =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text)
    .join('')

test('STR-3: the difference names the words that changed, and no other', () => {
  expect(difference('Atelier gratuit, le mardi.', 'Atelier payant, le mardi.')).toEqual([
    { kind: 'same', text: 'Atelier ' },
    { kind: 'removed', text: 'gratuit' },
    { kind: 'added', text: 'payant' },
    { kind: 'same', text: ', le mardi.' },
  ])
  expect(difference('', 'Bonjour')).toEqual([{ kind: 'added', text: 'Bonjour' }])
  expect(difference('pareil', 'pareil')).toEqual([{ kind: 'same', text: 'pareil' }])
})

test('STR-3: both texts can be made again from their difference', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', ',', 'b', '🌱'), maxLength: 60 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = difference(before, after)
      expect(only(pieces, 'removed')).toBe(before)
      expect(only(pieces, 'added')).toBe(after)
    }),
  )
})

test('STR-3: two long texts without a word in common are shown one after the other', () => {
  const [before, after] = ['un '.repeat(5000), 'deux '.repeat(5000)]
  const pieces = difference(before, after)
  expect(only(pieces, 'removed')).toBe(before)
  expect(only(pieces, 'added')).toBe(after)
})
