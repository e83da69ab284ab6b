import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { passwordRefusal, proposedRole } from './rules.ts'

const own = ['Zoé Martin', 'zoe.martin@exemple.fr', 'zoe.martin']

test.each([
  ['court', 'short'],
  ['neuf.lett', 'short'],
  ['motdepasse123', 'common'],
  ['MotDePasse123', 'common'],
  ['bienvenue!!!', 'common'],
  ['password2026', 'common'],
  ['azertyuiop', 'common'],
  ['aaaaaaaaaaaa', 'repeated'],
  ['zoe.martin@exemple.fr', 'own-name'],
  ['Zoé Martin', 'own-name'],
  ['x'.repeat(100) + 'abcd'.repeat(30), 'long'],
])('R17: the password « %s » is refused: %s', (password, because) => {
  expect(passwordRefusal(password, own)).toBe(because)
})

test.each(['je-cree-2026', 'une petite phrase', 'ЖЖпароль123', '  deux espaces  ', '🐟🐠🐡🦈🐙🦑🦐🦞🦀🐚'])(
  'R17: the password « %s » is taken',
  (password) => expect(passwordRefusal(password, own)).toBeUndefined(),
)

test('R17: the list of common passwords holds some hundreds, in lower case', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(300)
  expect([...COMMON_PASSWORDS].filter((word) => word !== word.toLowerCase())).toEqual([])
})

test('a password of ten varied characters or more is refused only as common or own', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 10, maxLength: 60, unit: 'grapheme' }), (password) => {
      expect([undefined, 'common', 'repeated', 'own-name']).toContain(passwordRefusal(password, own))
    }),
  )
})

test('ACC-2: whoever does not wish to publish is proposed as a reader', () => {
  expect(proposedRole(true)).toBe('professional')
  expect(proposedRole(false)).toBe('reader')
})
