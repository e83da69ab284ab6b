import type { Instant } from '#kernel/time'
import type { Idea } from './idea.ts'

export const SEARCHED_KINDS = ['structure', 'service', 'event', 'article', 'resource'] as const
export type SearchedKind = (typeof SEARCHED_KINDS)[number]

/** Where: near a point, within a département, or both; by its name, what says so without being located. */
export type Near = { name?: string; latitude?: number; longitude?: number; departement?: string }

export type SearchFilters = {
  kinds?: readonly SearchedKind[]
  /** What concerns it, or the whole region. */
  departement?: string
  sector?: string
}

export type SearchAsked = {
  /** From `ideasOf`. What has all of them comes first; what has a part follows when few have all. None: everything. */
  words: readonly Idea[]
  /** What was typed, by `searchKey`: its last word may be unfinished. */
  typed?: string
  /** A content of that very title comes first: a `searchKey` too. */
  title?: string
  /** Words that add weight without being asked for: the name of the place, what every question says. */
  beside?: readonly string[]
  place?: Near | undefined
  filters?: SearchFilters
  /** With what a page of results shows of each. */
  shown?: boolean
  limit?: number
  offset?: number
  now: Instant
}

/** The facet of the square of a quarter of a degree that holds a point. */
const cellOf = (latitude: number, longitude: number): string =>
  `cell:${Math.floor(latitude * 4)}:${Math.floor(longitude * 4)}`

/** The squares around a point: all that is within 19 km is in them. */
export function cellsAround({ latitude, longitude }: Near): string[] {
  if (latitude === undefined || longitude === undefined) return []
  const steps = [-0.25, 0, 0.25]
  return steps.flatMap((north) => steps.map((east) => cellOf(latitude + north, longitude + east)))
}
