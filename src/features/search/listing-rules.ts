import { readCode, readDepartement, readPage } from '#features/structures/listing-rules.ts'
import { SEARCHED_KINDS, type SearchedKind } from './asked.ts'

/** What a search is asked: `/recherche?q=&type=&departement=&pres=&secteur=&exact=&page=`. Unknown values are left out. */
export type SearchQuery = {
  q: string
  kind: SearchedKind | ''
  departement: string
  /** A commune, as it was typed. */
  near: string
  sector: string
  exact: boolean
  page: number
}

export const PAGE_SIZE = 20
/** Five hundred answers: beyond, other words are what helps. */
export const MOST_PAGES = 25

const KIND_WORDS: Record<SearchedKind, string> = {
  structure: 'structure',
  service: 'service',
  event: 'evenement',
  article: 'article',
  resource: 'ressource',
}

export const kindWord = (kind: SearchedKind): string => KIND_WORDS[kind]

type Get = (name: string) => string

const MOST_LETTERS = 200

const readText = (get: Get, name: string): string =>
  get(name).replaceAll('\0', '').toWellFormed().trim().slice(0, MOST_LETTERS).toWellFormed()

export const readSearchQuery = (get: Get): SearchQuery => ({
  q: readText(get, 'q'),
  kind: SEARCHED_KINDS.find((kind) => KIND_WORDS[kind] === get('type')) ?? '',
  departement: readDepartement(get),
  near: readText(get, 'pres'),
  sector: readCode(get, 'secteur'),
  exact: get('exact') === '1',
  page: Math.min(MOST_PAGES, readPage(get)),
})

/** The query of an address that asks the same. The first page is not written. */
export function searchQuery(query: Partial<SearchQuery>): Record<string, string | undefined> {
  const { q, kind, departement, near, sector, exact, page } = query
  return {
    q,
    type: kind ? kindWord(kind) : undefined,
    departement,
    pres: near,
    secteur: sector,
    exact: exact ? '1' : undefined,
    page: page !== undefined && page > 1 ? String(page) : undefined,
  }
}
