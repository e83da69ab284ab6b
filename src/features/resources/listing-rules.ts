import { readDepartement, readPage, readQueryText } from '#features/structures/listing-rules.ts'
import { isSector } from '#features/territory/sectors.ts'
import { RESOURCE_KINDS, type ResourceKind } from './rules.ts'

/** What the « base ressource » is asked: `/ressources?q=&type=&departement=&secteur=&page=`. Unknown values are left out. */
export type ResourceFilters = { q: string; kind: ResourceKind | ''; departement: string; sector: string; page: number }

export const PAGE_SIZE = 24

/** `words` are the kinds as addresses write them. */
export function readResourceFilters(
  get: (name: string) => string,
  words: Readonly<Record<ResourceKind, string>>,
): ResourceFilters {
  const sector = get('secteur')
  return {
    q: readQueryText(get, 'q'),
    kind: RESOURCE_KINDS.find((kind) => words[kind] === get('type')) ?? '',
    departement: readDepartement(get),
    sector: isSector(sector) ? sector : '',
    page: readPage(get),
  }
}

/** The query of an address that asks the same. The first page is not written. */
export function resourceQuery(
  filters: Partial<ResourceFilters>,
  words: Readonly<Record<ResourceKind, string>>,
): Record<string, string | undefined> {
  const { q, kind, departement, sector, page } = filters
  const type = kind ? words[kind] : undefined
  return { q, type, departement, secteur: sector, page: page && page > 1 ? String(page) : undefined }
}
