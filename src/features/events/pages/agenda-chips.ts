import { communeState } from '#features/structures/pages/commune-state.ts'
import { type AgendaFilters, USUAL_RADIUS } from '../agenda-filters.ts'
import { KIND_TEXTS, PRICE_TEXTS, SECTOR_TEXTS, SIZE_TEXTS } from '../texts.ts'
import { type AgendaFrameProps, viewAddress } from './agenda-view.ts'

/** The filters in force, each with the address without it. */
export function agendaChips(frame: AgendaFrameProps): { href: string; text: string }[] {
  const { filters, departements } = frame
  const { departement, kind, price, size, sector, from, to } = filters
  const without = (name: keyof AgendaFilters) => viewAddress(frame, { ...filters, page: 1, [name]: undefined })
  const named = departements.find(({ code }) => code === departement)?.name
  const texts: [keyof AgendaFilters, string | undefined][] = [
    ['departement', departement && (named ?? departement)],
    ['commune', filters.commune && aroundText(frame)],
    ['kind', kind && KIND_TEXTS[kind]],
    ['price', price && PRICE_TEXTS[price]],
    ['size', size && SIZE_TEXTS[size]],
    ['sector', sector && SECTOR_TEXTS[sector]],
    ['online', filters.online ? 'En ligne' : undefined],
    ['seats', filters.seats ? 'Avec des places libres' : undefined],
    ['from', from && `À partir du ${frenchDate(from)}`],
    ['to', to && `Jusqu’au ${frenchDate(to)}`],
  ]
  return texts.flatMap(([name, text]) => (text ? [{ href: without(name), text }] : []))
}

function aroundText({ filters, commune }: AgendaFrameProps): string {
  if (commune.kind !== 'one') return `« ${filters.commune} »`
  return `${communeState(commune, filters.commune).label}, à moins de ${filters.radius ?? USUAL_RADIUS} km`
}

const frenchDate = (day: string): string => day.split('-').reverse().join('/')
