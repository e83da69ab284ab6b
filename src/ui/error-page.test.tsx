import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ErrorPage, keptFields } from './error-page.tsx'
import { errorTextOf } from './error-texts.ts'

const fields = [
  ['submission', 'n-1'],
  ['nom', 'Zoé'],
  ['message', 'Bonjour,\n<b>'],
  ['mot-de-passe', 'je-cree-2026'],
  ['telephone', ''],
] as const

test('R7: a form that failed is shown and can be sent again as it was, with its number', () => {
  const html = renderToString(<ErrorPage status={503} number="7F3K2" retry={{ action: '/contact', fields }} />)
  expect(html).toContain('action="/contact"')
  expect(html).toContain('name="submission" value="n-1"')
  expect(html).toContain('name="nom" value="Zoé"')
  expect(html).toContain('name="telephone" value')
  expect(html).toContain('7F3K2')
  expect(html).toContain('Renvoyer')
})

test('R17: a password is neither shown nor carried', () => {
  const html = renderToString(<ErrorPage status={500} retry={{ action: '/x', fields }} />)
  expect(html).not.toContain('je-cree-2026')
  expect(html).toContain('il faudra le retaper')
  expect(keptFields([['code-postal', '42300']]).kept).toHaveLength(1)
})

test('quality: every error says what happened and what to do; an unknown one is our fault', () => {
  for (const status of [400, 403, 404, 405, 409, 413, 421, 422, 429, 500, 503]) {
    const { title, text, next } = errorTextOf(status)
    expect([title, text, next].every((part) => part.length > 10)).toBe(true)
  }
  expect(errorTextOf(418)).toBe(errorTextOf(500))
})
