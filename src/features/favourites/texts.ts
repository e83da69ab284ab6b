import type { KeptKind } from './filters.ts'

export const KIND_TEXTS: Record<KeptKind, string> = {
  structure: 'Structure',
  service: 'Service',
  event: 'Évènement',
  article: 'Article',
  resource: 'Ressource',
}

export const KINDS_TEXTS: Record<KeptKind, string> = {
  structure: 'Structures',
  service: 'Services',
  event: 'Évènements',
  article: 'Articles',
  resource: 'Ressources',
}

export const KEPT = 'C’est gardé : vous le retrouverez dans « Mes favoris ».'
export const GIVEN_UP = 'C’est retiré de vos favoris.'
