import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { featuresOf, idsIn, mentionsIn, readSources } from '../../scripts/feature-table.ts'

const features = featuresOf(readFileSync('docs/features.md', 'utf8'))
const families = new Set(features.map(({ id }) => id.slice(0, 3)))

test('every id named in the code and in the tests is one of docs/features.md', () => {
  const known = new Set(features.map(({ id }) => id))
  const named = [...mentionsIn(readSources()).keys()].filter((id) => families.has(id.slice(0, 3)))
  expect(features.length).toBeGreaterThan(50)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((id) => !known.has(id))).toEqual([])
})

test('ids are read in every form that the code writes them in', () => {
  expect(idsIn('who gets a seat (REG-1 to REG-3), REG-5, EVT-1…2; utf-8 and UTF-16')).toEqual([
    'REG-1',
    'REG-2',
    'REG-3',
    'REG-5',
    'EVT-1',
    'EVT-2',
    'UTF-16',
  ])
})

test('a rule is found by its docstring, a test by its title, and nothing by a mere string', () => {
  const mentions = mentionsIn([
    { path: 'src/a.ts', text: "/** Who may (REG-1). */\nexport const x = 'REG-2'" },
    { path: 'src/a.test.ts', text: "test('REG-3: seen', () => expect(idsIn('REG-4')).toBe(1))" },
  ])
  expect([...mentions.keys()]).toEqual(['REG-1', 'REG-3'])
})
