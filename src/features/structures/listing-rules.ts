/** What the list of structures is asked: `/structures?q=&departement=&type=&reseau=&commune=&epci=&vue=&page=`. Unknown values are left out. */
export type StructureFilters = {
  q: string
  departement: string
  kind: string
  network: string
  /** As it was typed. */
  commune: string
  /** The code of an intercommunalité. */
  epci: string
  /** Shown on a map beside the list (MAP-1). */
  map: boolean
  page: number
}

export const PAGE_SIZE = 24
export const MOST_PAGES = 100

type Get = (name: string) => string

/** A text of a query string: without NUL, and short. */
export const readQueryText = (get: Get, name: string): string => get(name).replaceAll('\0', '').trim().slice(0, 100)

/** A code of a query string, or nothing. */
export const readCode = (get: Get, name: string): string => (/^[a-z0-9-]{1,120}$/.test(get(name)) ? get(name) : '')

export const readDepartement = (get: Get): string =>
  /^(\d{2,3}|2[AB])$/.test(get('departement')) ? get('departement') : ''

export const readEpci = (get: Get): string => (/^\d{9}$/.test(get('epci')) ? get('epci') : '')

/** `?vue=carte` */
export const MAP_VIEW = 'carte'

export function readPage(get: Get): number {
  const page = Number(get('page'))
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1
}

export const readStructureFilters = (get: Get): StructureFilters => ({
  q: readQueryText(get, 'q'),
  departement: readDepartement(get),
  kind: readCode(get, 'type'),
  network: readCode(get, 'reseau'),
  commune: readQueryText(get, 'commune'),
  epci: readEpci(get),
  map: get('vue') === MAP_VIEW,
  page: readPage(get),
})

/** The query of an address that asks the same. The first page is not written. */
export function structureQuery(filters: Partial<StructureFilters>): Record<string, string | undefined> {
  const { q, departement, kind, network, commune, epci, map, page } = filters
  return {
    ...{ q, departement, type: kind, reseau: network, commune, epci },
    vue: map ? MAP_VIEW : undefined,
    page: page && page > 1 ? String(page) : undefined,
  }
}
