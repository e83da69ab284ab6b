import { expect, test } from 'vitest'
import { fold, likeText } from './fold.ts'

test('accents, capitals, hyphens and apostrophes make no difference', () => {
  expect(fold('Saint-Étienne')).toBe('saint etienne')
  expect(fold('L’ABERGEMENT-Clémenciat')).toBe('l abergement clemenciat')
  expect(fold("  Cœur d'Or ! ")).toBe('coeur d or')
  expect(fold('« »')).toBe('')
})

test('a pattern sign is a plain character', () => {
  expect(likeText('100 %_\\')).toBe('100 \\%\\_\\\\')
})
