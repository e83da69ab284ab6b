// Which files hold the rule of each feature of docs/features.md, and which tests prove it.

import { globSync, readFileSync } from 'node:fs'

export type Feature = { id: string; says: string }
export type Mentions = { rules: readonly string[]; tests: readonly string[] }
export type Source = { path: string; text: string }

/** The lines of docs/features.md: `| REG-4 | + | Each list has a waiting list… |`. */
export function featuresOf(page: string): Feature[] {
  return [...page.matchAll(/^\| ([A-Z]{3}-\d+) \|[^|]*\| (.+?) \|$/gm)].map(([, id = '', says = '']) => ({ id, says }))
}

/** Every id that a text names, ranges spelled out: `REG-1 to REG-3`, `REG-1…3`, `EVT-1 but for …`. */
export function idsIn(text: string): string[] {
  const found = text.matchAll(/\b([A-Z]{3})-(\d{1,2})(?:(?:…|–| to )(?:\1-)?(\d{1,2})\b)?/g)
  return [...found].flatMap(([, family, first, last]) => {
    const [from, to] = [Number(first), Number(last ?? first)]
    return Array.from({ length: Math.max(to - from, 0) + 1 }, (_, index) => `${family}-${from + index}`)
  })
}

const COMMENTS = /\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
const TITLES = /^\s*(?:test|describe)(?:[.]\w+)*\(\s*(['"`])(.+?)\1/gm

/** Ids named in the comments of the code (rules) and in the titles of tests. A README may promise, so it does not count. */
export function mentionsIn(sources: readonly Source[]): Map<string, Mentions> {
  const mentions = new Map<string, { rules: string[]; tests: string[] }>()
  const note = (text: string, list: 'rules' | 'tests', entry: string) => {
    for (const id of idsIn(text)) {
      const known = mentions.get(id) ?? { rules: [], tests: [] }
      if (!known[list].includes(entry)) known[list].push(entry)
      mentions.set(id, known)
    }
  }
  for (const { path, text } of sources) {
    if (/[.]test[.]tsx?$/.test(path))
      for (const [, , title = ''] of text.matchAll(TITLES)) note(title, 'tests', `${path}: ${title}`)
    else for (const [comment] of text.matchAll(COMMENTS)) note(comment, 'rules', path)
  }
  return mentions
}

/** Everything under `src`, and the tests of `tests`. */
export function readSources(): Source[] {
  const paths = globSync(['src/**/*.{ts,tsx}', 'tests/**/*.test.{ts,tsx}']).sort()
  return paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}
