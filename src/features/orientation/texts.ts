import type { Moment, Period } from './criteria.ts'
import type { Need } from './needs.ts'
import type { Situation } from './situations.ts'
import type { Step } from './steps.ts'

export const QUESTIONS: Record<Step, string> = {
  lieu: 'Où êtes-vous ?',
  etape: 'Où en êtes-vous ?',
  besoins: 'De quoi avez-vous besoin ?',
  projet: 'Quel est votre projet ?',
  situation: 'Quelle est votre situation ?',
  quand: 'Quand êtes-vous disponible ?',
}

export const NEED_TEXTS: Record<Need, string> = {
  comprendre: 'M’informer, y voir clair',
  construire: 'Construire mon projet',
  financer: 'Financer mon projet',
  'se-former': 'Me former',
  statut: 'Choisir un statut, faire les formalités',
  local: 'Trouver un local, du matériel',
  rencontrer: 'Rencontrer d’autres créateurs',
  vendre: 'Trouver des clients, me faire connaître',
  gerer: 'Gérer, tenir mes comptes',
  developper: 'Développer, recruter',
  reprendre: 'Reprendre ou transmettre une entreprise',
  rebondir: 'Faire face à une difficulté',
}

/** After « pour »: why a result is there. */
export const NEED_REASONS: Record<Need, string> = {
  comprendre: 'pour vous informer',
  construire: 'pour construire votre projet',
  financer: 'pour financer votre projet',
  'se-former': 'pour vous former',
  statut: 'pour le statut et les formalités',
  local: 'pour un local ou du matériel',
  rencontrer: 'pour rencontrer d’autres créateurs',
  vendre: 'pour trouver des clients',
  gerer: 'pour gérer et tenir vos comptes',
  developper: 'pour vous développer',
  reprendre: 'pour reprendre ou transmettre',
  rebondir: 'pour faire face à une difficulté',
}

export const SITUATION_TEXTS: Record<Situation, string> = {
  'demandeur-emploi': 'Demandeur ou demandeuse d’emploi',
  salarie: 'Salarié ou salariée',
  etudiant: 'Étudiant ou étudiante',
  jeune: 'Moins de 30 ans',
  retraite: 'Retraité ou retraitée',
  femme: 'Femme',
  quartier: 'J’habite un quartier prioritaire',
  'minima-sociaux': 'Bénéficiaire du RSA ou d’un autre minimum social',
  handicap: 'En situation de handicap',
  exil: 'Personne réfugiée ou exilée',
}

export const SITUATION_REASONS: Record<Situation, string> = {
  'demandeur-emploi': 'pour les demandeurs d’emploi',
  salarie: 'pour les salariés',
  etudiant: 'pour les étudiants',
  jeune: 'pour les jeunes',
  retraite: 'pour les séniors',
  femme: 'pour les femmes',
  quartier: 'pour les habitants des quartiers',
  'minima-sociaux': 'pour les bénéficiaires du RSA',
  handicap: 'pour les personnes handicapées',
  exil: 'pour les personnes exilées',
}

export const PERIOD_TEXTS: Record<Period, string> = {
  semaine: 'Dans les 7 jours',
  quinzaine: 'Dans les 15 jours',
  mois: 'Dans le mois',
  trimestre: 'Dans les trois mois',
}

export const MOMENT_TEXTS: Record<Moment, string> = { journee: 'En journée', soir: 'Le soir, après 17 h' }

export const REMOTE_TEXTS = { yes: 'À distance aussi', no: 'Sur place seulement' } as const

export const DATE_UNREAD = 'Ce jour n’a pas été compris : écrivez-le comme 01/12/2026, ou laissez le champ vide.'
export const DATE_PAST = 'Ce jour est passé : choisissez un jour à venir, ou laissez le champ vide.'

export const NAME_MISSING = 'Donnez un nom à cette orientation, pour la retrouver.'
export const TOO_MANY = 'Vous gardez déjà 30 orientations : retirez-en une dans « Mes orientations », puis recommencez.'

export const communeMeant = (typed: string): string =>
  `« ${typed} » n’est pas une commune de la région : choisissez parmi celles dont le nom est proche.`
