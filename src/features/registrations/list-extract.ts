// REG-7: what of a list of people leaves the site. Each purpose takes the columns and the people that it needs, no more; the
// whole list remains one choice, since it is the manual’s.
import { ACTIVE_STATES, type RegistrationState } from './rules.ts'

export const COLUMNS = [
  'nom',
  'courriel',
  'telephone',
  'etat',
  'inscrit-le',
  'presence',
  'inscrit-par',
  'evenement',
  'date',
  'heure',
  'liste',
  'en-echec',
] as const
export type Column = (typeof COLUMNS)[number]

/** Who is shown at all: those whose address was never confirmed are left out once the hold ended. */
export const SHOWN_STATES = [...ACTIVE_STATES, 'cancelled'] as const satisfies RegistrationState[]

export const PURPOSES = ['tout', 'emargement', 'contact', 'bilan'] as const
export type Purpose = (typeof PURPOSES)[number]

export type ListExtract = {
  purpose: Purpose | 'choix'
  columns: readonly Column[]
  states: readonly RegistrationState[]
}

const EXTRACTS: Record<Purpose, Omit<ListExtract, 'purpose'>> = {
  tout: { columns: COLUMNS, states: SHOWN_STATES },
  emargement: { columns: ['nom', 'presence', 'evenement', 'date', 'heure'], states: ['confirmed'] },
  contact: { columns: ['nom', 'courriel', 'telephone', 'etat', 'en-echec'], states: ACTIVE_STATES },
  bilan: { columns: ['etat', 'inscrit-le', 'presence', 'evenement', 'date', 'heure', 'liste'], states: SHOWN_STATES },
}

const isPurpose = (typed: string): typed is Purpose => (PURPOSES as readonly string[]).includes(typed)

/** What an address asks for: a purpose, or columns ticked one by one, in our order; nothing said is the whole list. */
export function readExtract(purpose: string, ticked: readonly string[]): ListExtract | undefined {
  if (purpose === '') return { purpose: 'tout', ...EXTRACTS.tout }
  if (isPurpose(purpose)) return { purpose, ...EXTRACTS[purpose] }
  const columns = COLUMNS.filter((column) => ticked.includes(column))
  return purpose === 'choix' && columns.length > 0 ? { purpose, columns, states: SHOWN_STATES } : undefined
}
