import type { Role } from '#features/accounts/actor.ts'
import { ROLE_TEXTS } from '#features/files/texts.ts'
import { enumerate } from '#kernel/french'
import type { ResourceKind } from './rules.ts'

export const KIND_TEXTS: Record<ResourceKind, string> = {
  minutes: 'Compte-rendu de réunion',
  report: 'Rapport',
  analysis: 'Analyse',
  factsheet: 'Fiche technique',
  template: 'Modèle de document',
  video: 'Vidéo',
  image: 'Image',
  sound: 'Son',
  form: 'Formulaire',
  procedure: 'Téléservice',
  simulator: 'Simulateur',
}

/** In addresses and forms. */
export const KIND_WORDS: Record<ResourceKind, string> = {
  minutes: 'compte-rendu',
  report: 'rapport',
  analysis: 'analyse',
  factsheet: 'fiche-technique',
  template: 'modele',
  video: 'video',
  image: 'image',
  sound: 'son',
  form: 'formulaire',
  procedure: 'teleservice',
  simulator: 'simulateur',
}

export const kindOfWord = (word: string): ResourceKind | undefined =>
  (Object.keys(KIND_WORDS) as ResourceKind[]).find((kind) => KIND_WORDS[kind] === word)

type Roles = readonly Role[]

/** Who reads a private resource, in a word: « Communauté », « Pro », « Privé ». */
export function readersWord(readers: Roles): string {
  if (readers.length === 0) return 'Communauté'
  return readers.includes('professional') && !readers.includes('creator') ? 'Pro' : 'Privé'
}

/** The same, role by role. */
export const readersText = (readers: Roles): string =>
  readers.length === 0 ? 'la communauté Je crée dans ma région' : enumerate(readers.map((role) => ROLE_TEXTS[role]))

export const HINTS = {
  kind: 'La ressource est un fichier ou un média que les internautes retrouvent dans la base ressource. Certaines peuvent être réservées aux professionnels.',
  link: 'L’adresse d’une page ou d’une vidéo. Une vidéo n’est chargée qu’au clic de celui qui la regarde.',
  roles: 'Quels rôles peuvent le visualiser. Rien de coché : tous ceux qui ont un compte confirmé.',
  description: 'Ajoutez si besoin une description, qui favorisera son référencement.',
  departements: 'Cochez les départements que la ressource concerne, si elle n’intéresse pas toute la région.',
  sectors: 'Cochez les secteurs d’activité qu’elle concerne, si besoin.',
  afterwards:
    'En fonction de vos critères de publication, l’administrateur du site publiera ou non le fichier dans la base ressource.',
} as const
