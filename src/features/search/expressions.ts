// Ideas as PostgreSQL reads them (https://www.postgresql.org/docs/18/textsearch-controls.html). Words are ASCII letters and
// digits here, so that no sign of a query can be typed.
import type { Idea } from './idea.ts'

const together = (words: string): string =>
  words
    .split(' ')
    .filter((word) => /^[a-z0-9]+$/.test(word))
    .join(' & ')

/** One of the alternatives: `(micro & entreprise) | autoentrepreneur`. */
export const ideaExpression = (idea: Idea): string =>
  idea
    .map(together)
    .filter((words) => words !== '')
    .map((words) => `(${words})`)
    .join(' | ')

const joined = (ideas: readonly Idea[], sign: string): string =>
  ideas
    .map(ideaExpression)
    .filter((idea) => idea !== '')
    .map((idea) => `(${idea})`)
    .join(sign)

/** All the ideas at once. */
export const wholeExpression = (ideas: readonly Idea[]): string => joined(ideas, ' & ')
/** One idea at least. */
export const partExpression = (ideas: readonly Idea[]): string => joined(ideas, ' | ')
/** One at least of the words that were typed, whatever else says the same. */
export const typedExpression = (ideas: readonly Idea[]): string =>
  joined(
    ideas.map((idea) => idea.slice(0, 1)),
    ' | ',
  )
