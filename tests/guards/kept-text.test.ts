import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keptFiles } from './sources.ts'

const TEXT = /[.](?:ts|tsx|mjs|js|css|md|json|sql|html|yml|txt|svg)$|^[.]ci[/]|^[.]gitignore$/
const NOT_OURS = /^(?:package-lock[.]json|data[/]|migrations[/]meta[/]|LICENSE)/

/** Spelled in pieces, so that this file does not find itself. */
const word = (...pieces: readonly (readonly [string, string])[]) => pieces.map(([a, b]) => a + b).join('|')

const FORBIDDEN: Record<string, RegExp> = {
  'a note for later': RegExp(`\\b(?:${word(['TO', 'DO'], ['FIX', 'ME'])})\\b`),
  'a path of one machine': RegExp(
    `(?<![\\w.~*-])/(?:${word(['ro', 'ot'], ['wo', 'rk'], ['Us', 'ers'], ['ho', 'me'])})/[a-z]`,
  ),
  'an order to look away': RegExp(
    word(['@ts-', 'ignore'], ['@ts-', 'nocheck'], ['biome-', 'ignore'], ['eslint-', 'disable']),
  ),
  'a test that does not run': RegExp(
    `\\b(?:test|it|describe)[.](?:${word(['sk', 'ip'], ['on', 'ly'], ['to', 'do'], ['fa', 'ils'])})\\b`,
  ),
}

function found(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      Object.entries(FORBIDDEN).flatMap(([what, pattern]) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${what}`] : [],
      ),
    )
}

test('no file keeps a note for later, a path of one machine, or an order to look away', () => {
  const paths = keptFiles().filter((path) => TEXT.test(path) && !NOT_OURS.test(path))
  expect(paths.length).toBeGreaterThan(30)
  expect(paths.flatMap((path) => found(path, readFileSync(path, 'utf8')))).toEqual([])
})

test('the lock file names no registry but the public one', () => {
  const hosts = new Set(readFileSync('package-lock.json', 'utf8').match(/(?<="resolved": "https?:[/][/])[^/"]+/g))
  expect([...hosts].filter((host) => host !== 'registry.npmjs.org')).toEqual([])
})

test('each planted fault is found', () => {
  const faults = [
    word(['// TO', 'DO']),
    word(["open('/ho", "me/x')"]),
    word(['// @ts-', 'ignore']),
    word(['test.sk', 'ip(']),
  ]
  expect(faults.flatMap((line) => found('a.ts', line))).toEqual(Object.keys(FORBIDDEN).map((what) => `a.ts:1: ${what}`))
})
