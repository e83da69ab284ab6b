import { formatNumber, plural } from '#kernel/french'
import type { SearchedKind } from './asked.ts'

export const KIND_TEXTS = {
  structure: 'Structure',
  service: 'Service',
  event: 'Évènement',
  article: 'Article',
  resource: 'Ressource',
} satisfies Record<SearchedKind, string>

export const KINDS_TEXTS = {
  structure: 'Structures',
  service: 'Services',
  event: 'Évènements',
  article: 'Articles',
  resource: 'Ressources',
} satisfies Record<SearchedKind, string>

/** « 12 résultats », « Plus de 1 000 résultats » */
export function countText({ total, more }: { total: number; more: boolean }): string {
  if (more) return `Plus de ${formatNumber(total)} résultats`
  return total === 0 ? 'Aucun résultat' : plural(total, 'résultat')
}

export const EXAMPLES = ['prêt d’honneur', 'micro-entreprise', 'construire mon prévisionnel', 'reprendre un commerce']

export const PART_ONLY = 'Rien n’a tous ces mots à la fois : voici ce qui en a une partie.'
