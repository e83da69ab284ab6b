import { readCode, readDepartement, readEpci, readPage, readQueryText } from '#features/structures/listing-rules.ts'
import { STAGES, type Stage } from './rules.ts'

/** What the list of services is asked: `/services?etape=&thematique=&type=&departement=&commune=&epci=&q=&page=`. */
export type ServiceFilters = {
  q: string
  stage: Stage | ''
  theme: string
  kind: string
  departement: string
  /** As it was typed. */
  commune: string
  /** The code of an intercommunalité. */
  epci: string
  page: number
}

export const PAGE_SIZE = 24

const WORDS: Record<Stage, string> = {
  idea: 'idee',
  preparation: 'preparation',
  launch: 'lancement',
  growth: 'developpement',
}

export const stageWord = (stage: Stage | ''): string => (stage === '' ? '' : WORDS[stage])

export const readServiceFilters = (get: (name: string) => string): ServiceFilters => ({
  q: readQueryText(get, 'q'),
  stage: STAGES.find((stage) => WORDS[stage] === get('etape')) ?? '',
  theme: readCode(get, 'thematique'),
  kind: readCode(get, 'type'),
  departement: readDepartement(get),
  commune: readQueryText(get, 'commune'),
  epci: readEpci(get),
  page: readPage(get),
})

/** The query of an address that asks the same. The first page is not written. */
export function serviceQuery(filters: Partial<ServiceFilters>): Record<string, string | undefined> {
  const { q, stage, theme, kind, departement, commune, epci, page } = filters
  return {
    q,
    etape: stageWord(stage ?? ''),
    thematique: theme,
    type: kind,
    departement,
    commune,
    epci,
    page: page && page > 1 ? String(page) : undefined,
  }
}
