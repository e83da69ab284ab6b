import type { Fields } from '#platform/http/fields.ts'

/** What may be kept. */
export const KEPT_KINDS = ['structure', 'service', 'event', 'article', 'resource'] as const
export type KeptKind = (typeof KEPT_KINDS)[number]

/** What the list is asked: `/mon-espace/favoris?type=&page=`. */
export type FavouriteFilters = { kind: KeptKind | undefined; page: number }

export const KIND_WORDS: Record<KeptKind, string> = {
  structure: 'structure',
  service: 'service',
  event: 'evenement',
  article: 'article',
  resource: 'ressource',
}

export const PAGE_SIZE = 24
const MOST_PAGES = 100

export function readFavouriteFilters(query: Fields): FavouriteFilters {
  const page = Number(query.get('page'))
  return {
    kind: KEPT_KINDS.find((kind) => KIND_WORDS[kind] === query.get('type')),
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}
