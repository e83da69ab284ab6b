import { addresses } from '#addresses'
import type { OwnKind } from '../own-contents-filters.ts'

/** Where each kind is read, changed and begun. */
export const KIND_LINKS = {
  structure: addresses.structures,
  service: addresses.services,
  article: addresses.articles,
  resource: addresses.resources,
  event: addresses.events,
} satisfies Record<OwnKind, object>
