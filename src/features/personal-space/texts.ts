import type { OwnKind } from './own-contents-filters.ts'

/** A kind, in a column or a filter. */
export const OWN_KIND_TEXTS: Record<OwnKind, string> = {
  structure: 'Structure',
  service: 'Service',
  article: 'Article',
  resource: 'Ressource',
  event: 'Évènement',
}
