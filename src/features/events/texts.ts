import type { EventKind, ProjectSize } from './rules.ts'

/** « Type d’évènement », in the manual's words. */
export const KIND_TEXTS = {
  workshop: 'Atelier',
  talk: 'Conférence',
  appointment: 'Accueil sur rendez-vous',
  training: 'Formation',
  information: 'Information collective',
  'drop-in': 'Permanence',
  meeting: 'Réunion',
  fair: 'Salon / forum / journée spéciale',
} satisfies Record<EventKind, string>

/** What stands for a kind in an address: `?type=atelier`. */
export const KIND_WORDS = {
  workshop: 'atelier',
  talk: 'conference',
  appointment: 'rendez-vous',
  training: 'formation',
  information: 'information-collective',
  'drop-in': 'permanence',
  meeting: 'reunion',
  fair: 'salon',
} satisfies Record<EventKind, string>

export const SIZE_TEXTS = { alone: 'Travailler seul', larger: 'Entreprendre à plusieurs' } satisfies Record<
  ProjectSize,
  string
>
export const SIZE_WORDS = { alone: 'seul', larger: 'equipe' } satisfies Record<ProjectSize, string>

export const SECTOR_TEXTS = { ess: 'Économie sociale et solidaire', innovation: 'Innovation' }
export type Sector = keyof typeof SECTOR_TEXTS

export const PRICE_TEXTS = { free: 'Gratuit', paying: 'Payant' } as const
export const PRICE_WORDS = { free: 'gratuit', paying: 'payant' } as const
export type Price = keyof typeof PRICE_TEXTS

/** What people of a date that is cancelled are told; shown to its organiser before. */
export const DATE_CANCELLED = {
  subject: 'Date annulée',
  text: 'L’organisateur a annulé cette date.',
  button: 'Choisir une autre date',
} as const

/** Reads back a word of an address. */
export function keyOf<Key extends string>(words: Record<Key, string>, word: string): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word)
}
