import { startOfDay } from '#kernel/time'
import type { Fields } from '#platform/http/fields.ts'
import type { EventKind, ProjectSize } from './rules.ts'
import { KIND_WORDS, keyOf, PRICE_WORDS, type Price, SECTOR_TEXTS, type Sector, SIZE_WORDS } from './texts.ts'

/**
 * What the agenda is asked: `/evenements?departement=&commune=&rayon=&type=&tarif=&taille=&secteur=&en_ligne=&places=&du=&au=&vue=&page=`.
 * Unknown values are ignored.
 */
export type AgendaFilters = {
  departement: string | undefined
  /** As it was typed. */
  commune: string
  /** Kilometres around the commune. */
  radius: Radius
  kind: EventKind | undefined
  price: Price | undefined
  size: ProjectSize | undefined
  sector: Sector | undefined
  online: boolean
  /** Those with seats left. */
  seats: boolean
  /** Days, `2026-11-26`. */
  from: string | undefined
  to: string | undefined
  /** On a map beside the list (MAP-1). */
  map: boolean
  page: number
}

export const RADII = [10, 20, 30, 50, 100] as const
export type Radius = (typeof RADII)[number]
export const USUAL_RADIUS: Radius = 30

export const MOST_PAGES = 50
export const MAP_VIEW = 'carte'

export function readAgendaFilters(query: Fields): AgendaFilters {
  const day = (name: string) => (startOfDay(query.get(name)) === undefined ? undefined : query.get(name))
  const departement = query.get('departement')
  const sector = query.get('secteur')
  const page = Number(query.get('page'))
  return {
    departement: /^(\d{2,3}|2[AB])$/.test(departement) ? departement : undefined,
    commune: query.get('commune').replaceAll('\0', '').toWellFormed().trim().slice(0, 100),
    radius: RADII.find((radius) => String(radius) === query.get('rayon')) ?? USUAL_RADIUS,
    kind: keyOf(KIND_WORDS, query.get('type')),
    price: keyOf(PRICE_WORDS, query.get('tarif')),
    size: keyOf(SIZE_WORDS, query.get('taille')),
    sector: Object.hasOwn(SECTOR_TEXTS, sector) ? (sector as Sector) : undefined,
    online: query.get('en_ligne') === 'oui',
    seats: query.get('places') === 'oui',
    from: day('du'),
    to: day('au'),
    map: query.get('vue') === MAP_VIEW,
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}

/** The query of an address that asks the same; the first page is not written. */
export function agendaQuery(filters: Partial<AgendaFilters>): Record<string, string | undefined> {
  const { departement, commune, radius, kind, price, size, sector, online, seats, from, to, map, page } = filters
  return {
    departement,
    commune,
    rayon: commune && radius !== USUAL_RADIUS ? String(radius) : undefined,
    type: kind && KIND_WORDS[kind],
    tarif: price && PRICE_WORDS[price],
    taille: size && SIZE_WORDS[size],
    secteur: sector,
    en_ligne: online ? 'oui' : undefined,
    places: seats ? 'oui' : undefined,
    du: from,
    au: to,
    vue: map ? MAP_VIEW : undefined,
    page: page === undefined || page === 1 ? undefined : String(page),
  }
}
