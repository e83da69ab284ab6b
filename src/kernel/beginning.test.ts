import { expect, test } from 'vitest'
import { beginning } from './beginning.ts'

test('the beginning of a text: whole, or cut with a sign that says so, never through a sign of two units', () => {
  expect(beginning('Le loyer', 8)).toBe('Le loyer')
  expect(beginning('Le loyer du local', 8)).toBe('Le loyer…')
  expect(beginning('Le pain 🥖 du Pilat', 9)).toBe('Le pain …')
  expect(beginning('Le pain 🥖 du Pilat', 10)).toBe('Le pain 🥖…')
})
