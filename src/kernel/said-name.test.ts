import { expect, test } from 'vitest'
import { nameOr } from './said-name.ts'

test('B10: a name that is one stays, whatever its signs', () => {
  const names = [
    'Zoé N’Guessan',
    'J.-P. Martin',
    "D'Ürüm–Zoé Ép. N'Guessan",
    'Łucja Šašić',
    'Dr. A. B. Roux',
    '陈伟',
    'é',
  ]
  for (const name of names) expect(nameOr(name, 'Quelqu’un')).toBe(name)
})

test('B10: what is more than a name is not said', () => {
  const others = [
    '',
    ' ',
    '\u202e',
    'https://evil.example',
    'WWW.evil',
    'evil.example/x',
    'a@b.fr',
    '<b>Zoé</b>',
    'x'.repeat(101),
  ]
  for (const name of others) expect(nameOr(name, 'Quelqu’un'), name).toBe('Quelqu’un')
})
