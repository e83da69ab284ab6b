import { expect, test } from 'vitest'
import { keepTogether } from './typography.ts'

test('French signs stay on the line of the word that they follow', () => {
  expect(keepTogether('<p>Financer : prêt, « oui » ?</p>')).toBe(
    '<p>Financer\u00A0: prêt, «\u00A0oui\u00A0»\u00A0?</p>',
  )
})

test('a telephone number and the two hours of a date stay in one piece', () => {
  expect(keepTogether('<a href="tel:0472000000">04 72 00 00 00</a>')).toContain('>04\u00A072\u00A000\u00A000\u00A000<')
  expect(keepTogether('<b>14\u00A0h – 16\u00A0h\u00A030</b>')).toBe('<b>14\u00A0h\u00A0–\u00A016\u00A0h\u00A030</b>')
})

test('what people typed comes back in fields as they typed it', () => {
  const fields =
    '<input value="a > b : c ?"><textarea rows="2">Un : deux ?</textarea><option value="a">Un : deux</option>'
  expect(keepTogether(fields)).toBe(fields)
})

test('data between script tags is not touched', () => {
  const data = '<script type="application/ld+json">{"name": "Financer : prêt ?"}</script>'
  expect(keepTogether(data)).toBe(data)
})
