import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourceFiles } from './sources.ts'

const SHOWN = /(?:texts[a-z-]*[.]ts|[/](?:pages|mails)[/][^/]+[.]tsx?|block[.]tsx|src[/]ui[/][^/]+[.]tsx)$/

/** French words cut by a typewriter's apostrophe (`l'événement`, `d\'un`), in a text that people read. */
const STRAIGHT = /(?<![\p{L}])(?:[cdjlmnstCDJLMNST]|qu|Qu|jusqu|lorsqu|puisqu|aujourd|Aujourd)\\?'(?=[\p{L}])/gu
/** `: «` must keep its words together: a plain space before « : » or inside « » may break the line. */
const straightIn = (text: string) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      /^\s*(?:\/\/|\*|\/\*)/.test(line) ? [] : [...line.matchAll(STRAIGHT)].map(() => index + 1),
    )

test('French texts have the typographic apostrophe', () => {
  const files = sourceFiles().filter((path) => SHOWN.test(path) && !path.includes('.test.'))
  expect(files.length).toBeGreaterThan(2)
  const found = files.flatMap((path) => straightIn(readFileSync(path, 'utf8')).map((line) => `${path}:${line}`))
  expect(found).toEqual([])
})

test('a planted straight apostrophe is found, code is left alone', () => {
  expect(straightIn(`const a = "l'événement"`)).toEqual([1])
  expect(straightIn(`const a = 'd\\'un'`)).toEqual([1])
  expect(straightIn(`const a = [n, 'x'], b = t['l'], c = 'l’événement'`)).toEqual([])
})
