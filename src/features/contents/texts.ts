import type { ContentState } from './access.ts'
import type { ContentKind } from './kinds.ts'
import type { ProposalState, RevisionState, Verb } from './moderation.ts'

/** Each kind alone, after « votre », and in the plural of a heading. */
export const KIND_TEXTS: Record<ContentKind, { one: string; feminine: boolean; many: string }> = {
  structure: { one: 'fiche structure', feminine: true, many: 'Structures' },
  service: { one: 'fiche service', feminine: true, many: 'Services' },
  article: { one: 'article', feminine: false, many: 'Articles' },
  resource: { one: 'ressource', feminine: true, many: 'Ressources' },
  event: { one: 'évènement', feminine: false, many: 'Évènements' },
  page: { one: 'page', feminine: true, many: 'Pages' },
}

export const STATE_TEXTS: Record<ContentState, string> = {
  draft: 'Brouillon',
  submitted: 'En attente de validation',
  'to-correct': 'À corriger',
  published: 'Publié',
  refused: 'Refusé',
  unpublished: 'Dépublié',
  archived: 'Archivé',
  trashed: 'Corbeille',
}

/** A published content with a proposed text: what is said after « Publié ». */
export const PROPOSAL_TEXTS: Record<ProposalState, string> = {
  draft: 'Publié, une modification gardée comme brouillon',
  pending: 'Publié, une modification en attente de validation',
  'to-correct': 'Publié, une modification à corriger',
}

export const REVISION_TEXTS: Record<RevisionState, string> = {
  current: 'Texte actuel',
  replaced: 'Remplacé',
  draft: 'Brouillon',
  pending: 'En attente de validation',
  'to-correct': 'À corriger',
  refused: 'Refusé',
}

/** On the button. */
export const VERB_TEXTS: Record<Verb, string> = {
  submit: 'Demander la validation',
  withdraw: 'Retirer de la validation',
  publish: 'Publier',
  'ask-for-changes': 'Demander une correction',
  refuse: 'Refuser',
  unpublish: 'Dépublier',
  archive: 'Archiver',
  trash: 'Mettre à la corbeille',
  restore: 'Sortir de la corbeille',
}

/** After the act, on the page that follows. */
export const DONE_TEXTS: Record<Verb, string> = {
  submit: 'C’est envoyé : il reste à attendre la validation.',
  withdraw: 'Le texte est redevenu un brouillon.',
  publish: 'C’est publié.',
  'ask-for-changes': 'La demande de correction est partie par mail.',
  refuse: 'C’est refusé. Un mail dit pourquoi aux auteurs.',
  unpublish: 'C’est dépublié.',
  archive: 'C’est archivé.',
  trash: 'C’est dans la corbeille : on peut l’en sortir.',
  restore: 'C’est sorti de la corbeille, comme brouillon.',
}

/** To an author, who has no box to tick: the form of the event says who will be told. */
export const REMOVE_DATES_FIRST =
  'Des personnes sont inscrites à ses dates à venir : retirez d’abord ces dates dans son formulaire, elles seront prévenues.'

export const ACT_REFUSAL_TEXTS = {
  'not-open': 'Quelqu’un d’autre a décidé entre-temps, ou ce geste n’est plus possible. Le vôtre n’a rien changé.',
  'reason-missing': 'Écrivez le motif : les auteurs le liront.',
  'dates-to-come':
    'Cet évènement a des dates à venir : on ne l’archive qu’une fois ces dates retirées dans son formulaire, ce qui prévient leurs inscrits.',
  'people-to-tell': 'Des personnes sont inscrites à ses dates à venir. Cochez la case : elles seront prévenues.',
  'out-of-territory': 'Cette modification porte le contenu hors de votre territoire : un administrateur la publiera.',
} as const

/** Before the title, in the subject of the mail and in the list of notices. */
export const DECISION_SUBJECTS: Partial<Record<Verb, string>> = {
  publish: 'Publié',
  'ask-for-changes': 'À corriger',
  refuse: 'Refusé',
  unpublish: 'Dépublié',
  trash: 'Mis à la corbeille',
}

/** What authors read about what was decided; the judge sees it before sending. */
export const DECISION_TEXTS: Partial<Record<Verb, (title: string) => string>> = {
  publish: (title) => `« ${title} » est publié sur le site.`,
  'ask-for-changes': (title) => `« ${title} » demande une correction avant d’être publié. Voici le motif :`,
  refuse: (title) => `« ${title} » n’a pas été accepté. Voici le motif :`,
  unpublish: (title) => `« ${title} » n’est plus visible sur le site. Voici le motif :`,
  trash: (title) => `« ${title} » a été mis à la corbeille. Voici le motif :`,
}
