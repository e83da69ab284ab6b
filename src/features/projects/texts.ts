import type { AdviserState, ProjectState } from './access.ts'
import type { Section } from './sheet.ts'

/** What each section of the sheet is called, and what helps to fill it. */
export const SECTION_TEXTS: Record<Section, { label: string; hint: string }> = {
  idea: { label: 'Mon idée', hint: 'En quelques phrases : ce que vous voulez créer, pour qui, et pourquoi vous.' },
  activity: { label: 'Mon activité', hint: 'Ce que vous vendrez ou ferez, et comment.' },
  needs: {
    label: 'Mes besoins',
    hint: 'Ce qui vous manque ou vous inquiète : un local, un financement, un statut, un avis.',
  },
  calendar: { label: 'Mon calendrier', hint: 'Les étapes et les dates que vous avez en tête, même approximatives.' },
  team: { label: 'Mon équipe', hint: 'Seul ou à plusieurs, qui fait quoi, qui vous entoure.' },
  budget: { label: 'Mon budget', hint: 'Ce qu’il faut pour démarrer, ce que vous avez, ce que vous espérez gagner.' },
}

export const STATE_TEXTS: Record<ProjectState, string> = { active: 'En cours', archived: 'Archivé' }

export const ENDED_TEXTS: Record<Extract<AdviserState, 'withdrawn' | 'left'>, string> = {
  withdrawn: 'autorisation retirée',
  left: 'a quitté le projet',
}

export const AUTHORISING_TEXTS: Record<'own' | 'already' | 'too-many', string> = {
  own: 'C’est votre adresse : vous avez déjà accès à votre projet.',
  already: 'Cette adresse est déjà autorisée sur ce projet.',
  'too-many': 'Trente professionnels sont déjà autorisés sur ce projet : retirez-en un d’abord.',
}

export const COMMENT_TEXTS: Record<'closed-thread' | 'no-thread' | 'too-many' | 'archived', string> = {
  'closed-thread':
    'Cet échange a été clos pendant que vous écriviez : rouvrez-le pour répondre, ou ouvrez-en un autre.',
  'no-thread': 'Cet échange n’existe plus. Votre texte est gardé : envoyez-le comme nouveau commentaire.',
  'too-many': 'Deux mille commentaires sont déjà écrits ici : c’est le plus possible.',
  archived: 'Ce projet est archivé : on ne peut plus que le lire.',
}

export const CONFIDENTIAL_TEXT =
  'Seuls le créateur et les professionnels qu’il a autorisés lisent ce projet et ses commentaires. L’administrateur du site n’y a pas accès.'
