import { PROPOSALS } from '#features/territory/texts.ts'
import type { DateFault } from './date-rows.ts'
import { MOST_DATES } from './rules.ts'
import type { RhythmWord, SeriesFault } from './series-fields.ts'

// Hints are the manual's own sentences (chapter « Comment créer un événement ? »).
export const HINTS = {
  qualify:
    'Il est primordial de bien qualifier vos évènements, pour que les propositions faites aux créateurs soient pertinentes.',
  summary: 'Indiquez en une ou deux phrases le nom, l’objet de l’évènement et l’organisateur.',
  presentation:
    'Précisez toutes informations liées à l’évènement (l’objectif, le déroulé, le programme détaillé, les intervenants, le public cible…).',
  attached:
    'Pour attacher les documents liés à l’évènement (programme, affichette, bulletin d’inscription). Recommencez l’opération pour chaque document à charger.',
  dates:
    'Indiquez le jour de l’évènement et l’heure de début. Si l’évènement a lieu régulièrement au même endroit, indiquez toutes les dates programmées en cliquant sur le bouton « Ajouter un autre élément ». Pour supprimer une date cliquez sur le bouton « Retirer ».',
  registrations: 'Pour ouvrir une inscription à l’évènement, cliquez sur INSCRIPTIONS.',
  place:
    'Renseignez le nom du lieu, l’adresse postale, le code postal et la ville du lieu de l’évènement. Une date qui a lieu ailleurs, ou en ligne, le dit dans sa ligne.',
  series: 'Indiquez le rythme, les heures et la période. Rien n’est ajouté avant que vous ayez vu la liste des dates.',
  foreseen:
    'Décochez celles dont vous ne voulez pas. Chaque date ajoutée prend le lieu et les inscriptions de la première.',
  link: 'Il n’est jamais public : seules les personnes dont l’inscription est confirmée le reçoivent. Si vous le changez, elles sont prévenues.',
  locate: 'Cliquez sur « Géolocaliser » pour chercher votre position sur la carte.',
  contact:
    'Donnez plus d’information pratique sur l’évènement : le contact téléphonique direct, le contact e-mail, le nom et prénom de l’interlocuteur, la page Facebook de l’évènement ou son site internet.',
  web: 'Avec ou sans http://.',
  access:
    'Indiquez si l’évènement est destiné aux « publics » des créateurs (visible par tous) ou réservé aux « professionnels » de l’accompagnement (et ainsi uniquement visible par ces derniers).',
  price: 'Indiquez si l’évènement est gratuit ou payant.',
  kind: 'Indiquez le type qui se rapproche le plus de votre évènement.',
  size: 'Indiquez si votre évènement concerne les personnes qui envisagent de travailler seules ou qui envisagent d’entreprendre à plus grand effectif.',
  sector:
    'Cochez uniquement si votre évènement concerne exclusivement le thème de l’économie sociale et solidaire ou le thème de l’innovation.',
} as const

export const DATE_FAULT_TEXTS = {
  none: 'Complétez cette date : il faut au moins le jour et l’heure de début.',
  unreadable: 'Nous n’avons pas compris : écrivez le jour comme 26/11/2026 et l’heure comme 14:30.',
  missing:
    'Cette heure n’existe pas ce jour-là : dans la nuit du passage à l’heure d’été, on passe de 2 h à 3 h. Choisissez une autre heure.',
  doubled: 'Cette nuit-là l’horloge repasse par cette heure : dites si c’est la première ou la seconde fois.',
  'before-start':
    'La fin est avant le début. Une date tient sur un seul jour : pour plusieurs jours, ajoutez une date par jour.',
  past: 'Ce moment est déjà passé : choisissez une date à venir.',
  twice: 'Cette date est déjà dans la liste.',
  settled: 'Cette date est passée ou annulée, elle ne change plus : retirez cette ligne.',
} satisfies Record<DateFault, string>

/** « Chaque semaine », « le 1er … du mois ». */
export const RHYTHM_TEXTS = {
  semaine: 'Chaque semaine',
  '2-semaines': 'Toutes les 2 semaines',
  '3-semaines': 'Toutes les 3 semaines',
  '4-semaines': 'Toutes les 4 semaines',
  '1er': 'Une fois par mois, le 1er',
  '2e': 'Une fois par mois, le 2e',
  '3e': 'Une fois par mois, le 3e',
  '4e': 'Une fois par mois, le 4e',
  dernier: 'Une fois par mois, le dernier',
} satisfies Record<RhythmWord, string>

export const SERIES_FAULT_TEXTS = {
  none: 'Complétez : il faut l’heure de début, le premier et le dernier jour de la période.',
  unreadable: DATE_FAULT_TEXTS.unreadable,
  'before-start': 'La fin est avant le début : une date tient sur un seul jour.',
  order: 'La période finit avant de commencer.',
  'too-long': 'La période est trop longue : deux ans au plus.',
} satisfies Record<SeriesFault, string>

export const FORM_TEXTS = {
  noDate: 'Indiquez au moins une date.',
  tooManyDates: `Un évènement a ${MOST_DATES} dates au plus : créez-en un autre pour les suivantes.`,
  noPlace: 'Complétez l’adresse, puis cliquez sur « Géolocaliser ».',
  tooManyTries: 'Vous avez situé beaucoup d’adresses en peu de temps : réessayez dans quelques minutes.',
  stale: 'L’adresse a changé depuis : cliquez à nouveau sur « Géolocaliser », sinon la position sera retirée.',
} as const

/** What « Géolocaliser » answers. */
export const PROPOSAL_TEXTS = PROPOSALS
