import type { EventKind, ProjectSize } from '#features/events/rules.ts'
import { type DemoPlace, PLACES } from './places-data.ts'

/** `in` counts working days from today; `places` null is without limit, absent is no list; `taken` and `waiting` people are made. */
export type DemoDate = {
  in: number
  at: string
  minutes: number
  places?: number | null
  taken?: number
  waiting?: number
  cancelled?: true
  /** Its link, when it is online. */
  online?: string
  /** Where it takes place, when that is not where its event does. */
  elsewhere?: DemoPlace
  /** The list of professionals; those on it were enrolled by the other professional of the demo. */
  prescription?: { places: number; taken: number; waiting?: number }
}

export type DemoEvent = {
  by: 'pro' | 'pro2'
  title: string
  summary: string
  presentation: string
  kind: EventKind
  paying?: string
  sizes?: readonly ProjectSize[]
  ess?: true
  innovation?: true
  access?: 'pro'
  place: DemoPlace
  dates: readonly DemoDate[]
}

/** Written for the demo: places and people are invented, the subjects are those that creators ask for. */
export const LYON_AND_LOIRE_EVENTS: readonly DemoEvent[] = [
  {
    by: 'pro',
    title: 'Construire son prévisionnel financier',
    summary:
      'Deux heures et demie, calculatrice en main, avec un conseiller, pour savoir si votre projet tient debout.',
    presentation:
      'Venez avec vos chiffres, même approximatifs : vous repartirez avec un premier tableau.\n\n- De quoi avez-vous besoin pour démarrer ?\n- Combien vendre pour vivre de l’activité ?\n- Le plan de financement, poste par poste\n\nPublic : toute personne qui a une idée assez précise de son activité. Apportez une calculatrice et de quoi écrire.',
    kind: 'workshop',
    sizes: ['alone', 'larger'],
    place: PLACES.LYON3,
    dates: [
      { in: 2, at: '14:00', minutes: 150, places: 12, taken: 9 },
      { in: 12, at: '09:00', minutes: 150, places: 10, taken: 10, waiting: 1 },
      { in: 17, at: '14:00', minutes: 150, places: 12, taken: 2, cancelled: true },
      { in: 22, at: '09:00', minutes: 150, places: 12 },
    ],
  },
  {
    by: 'pro',
    title: 'Premiers pas vers la création d’entreprise',
    summary: 'Une matinée pour comprendre les étapes, les statuts et les aides, et poser toutes vos questions.',
    presentation:
      'On part de zéro : aucune connaissance n’est demandée.\n\n- Les étapes, de l’idée au premier client\n- Choisir un statut sans se perdre\n- Les aides en Auvergne-Rhône-Alpes et qui peut vous accompagner',
    kind: 'information',
    place: PLACES.VILLEURBANNE,
    dates: [
      { in: 4, at: '09:00', minutes: 180, places: 25, taken: 7 },
      {
        in: 14,
        at: '09:00',
        minutes: 180,
        places: 25,
        taken: 1,
        online: 'https://visio.structure.example/premiers-pas',
      },
      { in: 24, at: '09:00', minutes: 180, places: 25, elsewhere: PLACES.LYON3 },
    ],
  },
  {
    by: 'pro',
    title: 'Permanence création à Roanne',
    summary: 'Vingt minutes en tête à tête avec un conseiller, sans rendez-vous, pour faire le point sur votre projet.',
    presentation:
      'Entrez, asseyez-vous, racontez. Vous repartez avec deux ou trois choses à faire et le nom des bonnes personnes.',
    kind: 'drop-in',
    place: PLACES.ROANNE,
    dates: [
      { in: 3, at: '09:30', minutes: 150 },
      { in: 8, at: '09:30', minutes: 150 },
      { in: 13, at: '09:30', minutes: 150 },
      { in: 18, at: '09:30', minutes: 150 },
    ],
  },
  {
    by: 'pro',
    title: 'Micro-entreprise : bien démarrer',
    summary: 'Cotisations, plafonds, TVA, factures : l’essentiel du régime micro expliqué simplement.',
    presentation:
      'Un atelier concret, avec des exemples de commerçants, d’artisans et de prestataires de services.\n\n- Ce que l’on paie, et quand\n- Ce que l’on doit écrire sur une facture\n- Quand changer de régime',
    kind: 'workshop',
    sizes: ['alone'],
    place: PLACES.SAINT_ETIENNE,
    dates: [
      { in: 5, at: '18:00', minutes: 120, places: 15, taken: 13, prescription: { places: 5, taken: 3 } },
      { in: 15, at: '18:00', minutes: 120, places: 15, taken: 3 },
    ],
  },
  {
    by: 'pro2',
    title: 'Forum régional de l’entrepreneuriat',
    summary: 'Une journée pour rencontrer au même endroit les réseaux d’accompagnement, les banques et des créateurs.',
    presentation:
      'Quarante exposants, des ateliers toutes les heures, des témoignages à midi. Entrée libre, venez comme vous êtes.',
    kind: 'fair',
    place: PLACES.SAINT_ETIENNE,
    dates: [{ in: 7, at: '10:00', minutes: 480, places: null, taken: 18 }],
  },
  {
    by: 'pro2',
    title: 'Reprendre un commerce en centre-bourg',
    summary: 'Deux repreneurs racontent, un notaire et une banque répondent : prix, murs, bail, stock.',
    presentation: 'Une soirée pour celles et ceux qui pensent à reprendre plutôt qu’à créer.',
    kind: 'talk',
    place: PLACES.ROANNE,
    dates: [{ in: 10, at: '18:00', minutes: 120, places: 20, taken: 20, waiting: 3 }],
  },
  {
    by: 'pro2',
    title: 'Financer son projet : prêt d’honneur, microcrédit, subventions',
    summary: 'Les financements possibles, dans quel ordre les demander et ce que chaque organisme regarde.',
    presentation:
      '- Prêt d’honneur à taux zéro\n- Microcrédit\n- Garanties bancaires\n- Aides régionales et locales\n\nAvec un cas pratique : une boulangerie.',
    kind: 'workshop',
    place: PLACES.ROANNE,
    dates: [
      { in: 6, at: '14:00', minutes: 150, places: 14, taken: 5, prescription: { places: 3, taken: 3, waiting: 1 } },
      { in: 19, at: '14:00', minutes: 150, places: 14, prescription: { places: 6, taken: 1 } },
    ],
  },
  {
    by: 'pro',
    title: 'Trouver ses premiers clients',
    summary: 'Définir à qui vous vendez, fixer un prix et oser proposer : une demi-journée pour s’entraîner.',
    presentation: 'Jeux de rôle bienveillants, en petit groupe. On rit, on se trompe, on recommence.',
    kind: 'training',
    paying: '30 € la demi-journée, déjeuner compris',
    place: PLACES.LYON3,
    dates: [
      { in: 9, at: '09:00', minutes: 210, places: 8, taken: 6 },
      { in: 20, at: '09:00', minutes: 210, places: 8 },
    ],
  },
  {
    by: 'pro2',
    title: 'Entreprendre dans l’économie sociale et solidaire',
    summary: 'Association, coopérative, entreprise à mission : quelle forme pour un projet utile ?',
    presentation: 'Des porteurs de projets de la région présentent leur parcours et leurs choix de statut.',
    kind: 'talk',
    sizes: ['larger'],
    ess: true,
    place: PLACES.GRENOBLE,
    dates: [{ in: 8, at: '17:30', minutes: 120, places: 40, taken: 12 }],
  },
  {
    by: 'pro2',
    title: 'Projet innovant : par où commencer ?',
    summary: 'Protéger une idée, tester un marché, trouver un premier financement d’innovation.',
    presentation: 'Avec une conseillère en propriété intellectuelle et un accompagnateur d’incubateur.',
    kind: 'workshop',
    innovation: true,
    place: PLACES.GRENOBLE,
    dates: [
      { in: 5, at: '14:00', minutes: 120, places: 16, taken: 15 },
      { in: 16, at: '14:00', minutes: 120, places: 16, taken: 2 },
    ],
  },
]
