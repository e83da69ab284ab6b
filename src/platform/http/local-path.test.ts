import { expect, test } from 'vitest'
import { localPath } from './answers.ts'

const ELSEWHERE = [
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\\/evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  '\t//evil.test',
  ' //evil.test',
  'https:evil.test',
  'https:/evil.test',
  'https://evil.test',
  'HTTPS://EVIL.TEST',
  'http://localhost:3000@evil.test',
  'http://localhost:3000.evil.test',
  '@evil.test',
  'evil.test',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'mailto:a@evil.test',
  '/evenements\r\nSet-Cookie: a=b',
  '/evenements\0',
  '/\u0085/evil.test',
  'about:blank',
  '?retour=//evil.test',
  '#//evil.test',
  '',
]

test.each(ELSEWHERE)('B11: %j leads home', (typed) => {
  expect(localPath(typed)).toBe('/')
})

test.each([
  ['/mon-espace', '/mon-espace'],
  ['/evenements?departement=69&page=2', '/evenements?departement=69&page=2'],
  ['/a/../b', '/b'],
  ['/%0d%0aSet-Cookie:a=b', '/%0d%0aSet-Cookie:a=b'],
  ['/%2f%2fevil.test', '/%2f%2fevil.test'],
])('a path of the site is kept: %s', (typed, kept) => {
  expect(localPath(typed)).toBe(kept)
})

test.each(['/..//evil.test', '/a/..//evil.test', '/./\t/evil.test', '/.//evil.test'])(
  'B11: dots never make the path %j begin with two strokes',
  (typed) => {
    expect(localPath(typed)).not.toMatch(/^\/[/\\]/)
  },
)
