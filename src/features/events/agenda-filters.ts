import { startOfDay } from '#kernel/time'
import type { Fields } from '#platform/http/fields.ts'
import type { EventKind, ProjectSize } from './rules.ts'
import { KIND_WORDS, keyOf, PRICE_WORDS, type Price, SECTOR_TEXTS, type Sector, SIZE_WORDS } from './texts.ts'

/** What the agenda is asked: `/evenements?departement=&type=&tarif=&taille=&secteur=&du=&au=&page=`. Unknown values are ignored. */
export type AgendaFilters = {
  departement: string | undefined
  kind: EventKind | undefined
  price: Price | undefined
  size: ProjectSize | undefined
  sector: Sector | undefined
  /** Days, `2026-11-26`. */
  from: string | undefined
  to: string | undefined
  page: number
}

export const MOST_PAGES = 50

export function readAgendaFilters(query: Fields): AgendaFilters {
  const day = (name: string) => (startOfDay(query.get(name)) === undefined ? undefined : query.get(name))
  const departement = query.get('departement')
  const sector = query.get('secteur')
  const page = Number(query.get('page'))
  return {
    departement: /^(\d{2,3}|2[AB])$/.test(departement) ? departement : undefined,
    kind: keyOf(KIND_WORDS, query.get('type')),
    price: keyOf(PRICE_WORDS, query.get('tarif')),
    size: keyOf(SIZE_WORDS, query.get('taille')),
    sector: sector in SECTOR_TEXTS ? (sector as Sector) : undefined,
    from: day('du'),
    to: day('au'),
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}

/** The query of an address that asks the same; the first page is not written. */
export function agendaQuery(filters: Partial<AgendaFilters>): Record<string, string | undefined> {
  const { departement, kind, price, size, sector, from, to, page } = filters
  return {
    departement,
    type: kind && KIND_WORDS[kind],
    tarif: price && PRICE_WORDS[price],
    taille: size && SIZE_WORDS[size],
    secteur: sector,
    du: from,
    au: to,
    page: page === undefined || page === 1 ? undefined : String(page),
  }
}
