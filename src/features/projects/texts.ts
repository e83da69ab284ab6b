import { plural } from '#kernel/french'
import type { AdviserState, ProjectState, Standing } from './access.ts'
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

export const COMMENT_TEXTS: Record<'closed-thread' | 'no-thread' | 'too-many' | 'too-fast' | 'archived', string> = {
  'closed-thread':
    'Cet échange a été clos pendant que vous écriviez : rouvrez-le pour répondre, ou ouvrez-en un autre.',
  'no-thread': 'Cet échange n’existe plus. Votre texte est gardé : envoyez-le comme nouveau commentaire.',
  'too-many': 'Deux mille commentaires sont déjà écrits ici : c’est le plus possible.',
  'too-fast': 'Soixante commentaires en une heure : attendez un peu avant d’envoyer celui-ci, votre texte est gardé.',
  archived: 'Ce projet est archivé : on ne peut plus que le lire.',
}

/** Who reads projects, to who writes them and to the others: the words of the manual, and what « bris de glace » leaves of them. */
export const CONFIDENTIAL_TEXTS: Record<'own' | 'entrusted', string> = {
  own: 'Vos projets et leurs commentaires ne sont lus que par vous-même et par les professionnels que vous autorisez. L’administrateur du site ne peut en ouvrir un sans que vous en receviez aussitôt le motif par mail.',
  entrusted:
    'Un projet et ses commentaires ne sont lus que par le créateur lui-même et par les professionnels qu’il a autorisés.',
}

/** Who is told of a comment, at the end of what its author reads: « : Camille Durand en est prévenu ». */
export function toldText({ standing, ownerName }: { standing: Standing; ownerName: string }, told: number): string {
  if (told === 0) return ''
  if (standing !== 'owner') return ` : ${ownerName} en est prévenu`
  return ` : ${plural(told, 'professionnel autorisé en est prévenu', 'professionnels autorisés en sont prévenus')}`
}
