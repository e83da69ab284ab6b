import { wordOf } from '#kernel/words'
import type { StructureKind } from './import-rules-of-kinds.ts'
import { NETWORK_TEXTS } from './network-texts.ts'

const KIND_TEXTS: Record<StructureKind, string> = {
  'reseau-creation': 'Réseau d’accompagnement à la création',
  financeur: 'Financement',
  'chambre-consulaire': 'Chambre consulaire',
  cooperative: 'Coopération et économie sociale',
  association: 'Association',
  entreprise: 'Entreprise',
  collectivite: 'Collectivité',
  etat: 'Service de l’État',
  emploi: 'Service de l’emploi',
  'mission-locale': 'Mission locale',
  handicap: 'Emploi et handicap',
  insertion: 'Insertion par l’activité',
  formation: 'Formation',
  'france-services': 'Espace France services',
  'espace-numerique': 'Espace public numérique',
  'tiers-lieu': 'Tiers-lieu',
  coworking: 'Espace de coworking',
  fablab: 'Fablab',
  mediatheque: 'Médiathèque',
  'centre-social': 'Centre social',
  ccas: 'CCAS',
  'information-jeunesse': 'Information jeunesse',
}

export const kindText = (code: string): string => wordOf(KIND_TEXTS, code)

export const networkText = (code: string): string => wordOf(NETWORK_TEXTS, code)

const SOURCES: Record<string, string> = {
  dora: 'DORA, par data.inclusion',
  'conseiller-numerique': 'Conseiller numérique, par data.inclusion',
  'france-services': 'France services (Agence nationale de la cohésion des territoires)',
  hinaura: 'Hinaura',
  'je-cree': 'Je crée dans ma région',
}

export const sourceText = (source: string): string => wordOf(SOURCES, source)

export const LICENCES = {
  lov2: { text: 'Licence Ouverte', href: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
  odbl: { text: 'licence ODbL', href: 'https://opendatacommons.org/licenses/odbl/' },
} as const

export const DEMO_CHIP = 'Fiche de démonstration'
export const DEMO_NOTICE =
  'Le nom et le site sont vrais ; les coordonnées et les textes sont écrits pour la démonstration.'

/** « , à 3 km »; nothing when it is not known. */
export function distanceText(kilometres: number | null): string {
  if (kilometres === null) return ''
  return kilometres < 1 ? ', à moins d’un km' : `, à ${Math.round(kilometres)} km`
}
