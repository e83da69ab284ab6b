import { readDepartement, readPage, readQueryText } from '#features/structures/listing-rules.ts'
import { isSector } from '#features/territory/sectors.ts'

/** What the list of articles is asked: `/articles?q=&departement=&secteur=&page=`. Unknown values are left out. */
export type ArticleFilters = { q: string; departement: string; sector: string; page: number }

export const PAGE_SIZE = 24

export function readArticleFilters(get: (name: string) => string): ArticleFilters {
  const sector = get('secteur')
  return {
    q: readQueryText(get, 'q'),
    departement: readDepartement(get),
    sector: isSector(sector) ? sector : '',
    page: readPage(get),
  }
}

/** The query of an address that asks the same. The first page is not written. */
export function articleQuery(filters: Partial<ArticleFilters>): Record<string, string | undefined> {
  const { q, departement, sector, page } = filters
  return { q, departement, secteur: sector, page: page && page > 1 ? String(page) : undefined }
}
