import { describe, expect, test } from 'vitest'
import { likelyDomain, readEmail } from './email-address.ts'

describe('an e-mail address', () => {
  test.each([
    [' Zoé@exemple.fr', 'not-ascii'],
    ['zoe@exemple', 'malformed'],
    ['zoe@@exemple.fr', 'malformed'],
    ['zoe@exemple.fr, max@exemple.fr', 'malformed'],
    ['zoe@exemple.fr\nBcc: max@exemple.fr', 'malformed'],
    ['"zoe martin"@exemple.fr', 'malformed'],
    ['zoe@[127.0.0.1]', 'malformed'],
    ['zoe@exemple.fr/x', 'malformed'],
    ['.zoe@exemple.fr', 'malformed'],
    ['', 'empty'],
    [`${'a'.repeat(65)}@exemple.fr`, 'too-long'],
  ])('« %s » is refused: %s', (typed, refusal) => {
    expect(readEmail(typed)).toBe(refusal)
  })

  test.each([
    ['  Zoe.Martin+jcr@Exemple.FR. ', 'zoe.martin+jcr@exemple.fr'],
    ["d'urum@exemple.fr", "d'urum@exemple.fr"],
    ['zoe@exämple.fr', 'zoe@xn--exmple-cua.fr'],
    ['zoe@EXÄMPLE.fr', 'zoe@xn--exmple-cua.fr'],
  ])('« %s » is compared as %s', (typed, key) => {
    expect(readEmail(typed)).toMatchObject({ key })
  })

  test('a twin in other letters is another address', () => {
    const [latin, cyrillic] = [readEmail('zoe@exemple.fr'), readEmail('zoe@еxemple.fr')]
    expect(latin).not.toEqual(cyrillic)
  })

  test.each([
    ['zoe@gmial.com', 'gmail.com'],
    ['zoe@gmail.con', 'gmail.com'],
    ['zoe@orang.fr', 'orange.fr'],
    ['zoe@yahooo.com', 'yahoo.com'],
    ['zoe@lapsote.net', 'laposte.net'],
    ['zoe@gmail.com', undefined],
    ['zoe@ymail.com', undefined],
    ['zoe@mail.com', undefined],
    ['zoe@exemple.fr', undefined],
  ])('a slip in « %s » suggests %s', (key, domain) => {
    expect(likelyDomain(key)).toBe(domain)
  })
})
