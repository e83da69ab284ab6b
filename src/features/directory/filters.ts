import type { Fields } from '#platform/http/fields.ts'

/** What the directory is asked: `/annuaire?q=&structure=&fonction=&departement=&page=`. Unknown values are left out. */
export type DirectoryFilters = {
  /** Of the person. */
  name: string
  structure: string
  job: string
  departement: string
  page: number
}

export const PAGE_SIZE = 30
export const MOST_PAGES = 100

export function readDirectoryFilters(query: Fields): DirectoryFilters {
  const text = (name: string) => query.get(name).replaceAll('\0', '').toWellFormed().trim().slice(0, 100)
  const departement = query.get('departement')
  const page = Number(query.get('page'))
  return {
    name: text('q'),
    structure: text('structure'),
    job: text('fonction'),
    departement: /^(\d{2,3}|2[AB])$/.test(departement) ? departement : '',
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}

/** The query of an address that asks the same; the first page is not written. */
export function directoryQuery(filters: Partial<DirectoryFilters>): Record<string, string | undefined> {
  const { name, structure, job, departement, page } = filters
  return { q: name, structure, fonction: job, departement, page: page && page > 1 ? String(page) : undefined }
}
