import type { Facet } from '../queries.ts'

/** The choices of a filter with how many results each would give; the one in force stays, even at zero. */
export function optionsOf(facets: readonly Facet[], chosen: string, textOf: (code: string) => string) {
  const known =
    facets.some(({ code }) => code === chosen) || chosen === '' ? facets : [...facets, { code: chosen, count: 0 }]
  return known
    .map(({ code, count }) => ({ value: code, text: textOf(code), count }))
    .sort((a, b) => a.text.localeCompare(b.text, 'fr'))
}

export type Chip = { href: string; text: string }
