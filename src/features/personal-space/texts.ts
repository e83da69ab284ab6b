import type { ContentState } from '#features/contents/access.ts'

/** The state of one's own content, in a table. */
export const STATE_TEXTS = {
  draft: 'Brouillon',
  submitted: 'En attente de validation',
  'to-correct': 'À corriger',
  published: 'Publié',
  refused: 'Refusé',
  unpublished: 'Dépublié',
  archived: 'Archivé',
  trashed: 'Corbeille',
} satisfies Record<ContentState, string>
