import type { Column, Purpose } from './list-extract.ts'
import type { Presence } from './rules.ts'

export const COLUMN_TEXTS = {
  nom: 'Nom',
  courriel: 'Adresse e-mail',
  telephone: 'Téléphone',
  etat: 'État',
  'inscrit-le': 'Inscrit le',
  presence: 'Présence',
  'inscrit-par': 'Inscrit par',
  evenement: 'Évènement',
  date: 'Date',
  heure: 'Heure',
  liste: 'Liste',
  'en-echec': 'Adresse en échec',
} satisfies Record<Column, string>

export const PURPOSE_TEXTS = {
  tout: { text: 'Toute la liste', hint: 'Toutes les colonnes, annulations comprises.' },
  emargement: { text: 'Émargement', hint: 'Le nom et la présence de ceux qui ont une place confirmée.' },
  contact: { text: 'Contacter les inscrits', hint: 'Nom, adresse e-mail et téléphone, sans les annulations.' },
  bilan: { text: 'Bilan sans noms', hint: 'États et présences seulement : rien qui désigne une personne.' },
} satisfies Record<Purpose, { text: string; hint: string }>

/** After twelve months, or an objection. */
export const ERASED_NAME = 'Nom effacé'

export const PRESENCE_TEXTS = { present: 'présent', absent: 'absent' } satisfies Record<Presence, string>
