import type { EventKind, ProjectSize } from '#features/events/rules.ts'

/** `in` counts working days from today; `places` null is without limit, absent is no list; `taken` and `waiting` people are made. */
export type DemoDate = {
  in: number
  at: string
  minutes: number
  places?: number | null
  taken?: number
  waiting?: number
  cancelled?: true
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
  place: readonly [
    name: string,
    street: string,
    postalCode: string,
    city: string,
    commune: string,
    latitude: number,
    longitude: number,
  ]
  dates: readonly DemoDate[]
}

const LYON3 = ['Maison de l’entreprise', '20 rue des Tanneurs', '69003', 'Lyon', '69383', 45.7597, 4.8496] as const
const VILLEURBANNE = [
  'Pépinière du Tonkin',
  '12 rue de la Filature',
  '69100',
  'Villeurbanne',
  '69266',
  45.7719,
  4.8902,
] as const
const ROANNE = ['Espace Saint-Louis', '4 rue du Marché', '42300', 'Roanne', '42187', 46.0346, 4.0722] as const
const SAINT_ETIENNE = [
  'Cité du projet',
  '8 rue des Passementiers',
  '42000',
  'Saint-Étienne',
  '42218',
  45.4397,
  4.3872,
] as const
const GRENOBLE = ['La Fabrique', '3 place du Verdon', '38000', 'Grenoble', '38185', 45.1885, 5.7245] as const
const ANNECY = ['Maison du lac', '15 rue des Bateliers', '74000', 'Annecy', '74010', 45.8992, 6.1294] as const
const CLERMONT = ['Le Volcan', '22 rue de la Lave', '63000', 'Clermont-Ferrand', '63113', 45.7772, 3.087] as const
const VALENCE = ['Le Quai des projets', '6 rue des Mariniers', '26000', 'Valence', '26362', 44.9334, 4.8924] as const
const BOURG = [
  'Maison des initiatives',
  '10 rue du Bastion',
  '01000',
  'Bourg-en-Bresse',
  '01053',
  46.2052,
  5.2255,
] as const
const CHAMBERY = ['Les Ateliers du centre', '2 rue des Arcades', '73000', 'Chambéry', '73065', 45.5646, 5.9178] as const
const AURILLAC = ['Le Village des métiers', '9 rue du Buis', '15000', 'Aurillac', '15014', 44.9258, 2.4398] as const
const PUY = ['Salle des Dentellières', '5 rue du Puits', '43000', 'Le Puy-en-Velay', '43157', 45.0428, 3.8829] as const
const PRIVAS = ['Espace Ouvèze', '1 chemin des Marronniers', '07000', 'Privas', '07186', 44.7353, 4.5993] as const
const MOULINS = ['Halle des créateurs', '7 rue du Jacquemart', '03000', 'Moulins', '03190', 46.5661, 3.3332] as const

/** Written for the demo: places and people are invented, the subjects are those that creators ask for. */
export const DEMO_EVENTS: readonly DemoEvent[] = [
  {
    by: 'pro',
    title: 'Construire son prévisionnel financier',
    summary:
      'Deux heures et demie, calculatrice en main, avec un conseiller, pour savoir si votre projet tient debout.',
    presentation:
      'Venez avec vos chiffres, même approximatifs : vous repartirez avec un premier tableau.\n\n- De quoi avez-vous besoin pour démarrer ?\n- Combien vendre pour vivre de l’activité ?\n- Le plan de financement, poste par poste\n\nPublic : toute personne qui a une idée assez précise de son activité. Apportez une calculatrice et de quoi écrire.',
    kind: 'workshop',
    sizes: ['alone', 'larger'],
    place: LYON3,
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
    place: VILLEURBANNE,
    dates: [
      { in: 4, at: '09:00', minutes: 180, places: 25, taken: 7 },
      { in: 14, at: '09:00', minutes: 180, places: 25, taken: 1 },
      { in: 24, at: '09:00', minutes: 180, places: 25 },
    ],
  },
  {
    by: 'pro',
    title: 'Permanence création à Roanne',
    summary: 'Vingt minutes en tête à tête avec un conseiller, sans rendez-vous, pour faire le point sur votre projet.',
    presentation:
      'Entrez, asseyez-vous, racontez. Vous repartez avec deux ou trois choses à faire et le nom des bonnes personnes.',
    kind: 'drop-in',
    place: ROANNE,
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
    place: SAINT_ETIENNE,
    dates: [
      { in: 5, at: '18:00', minutes: 120, places: 15, taken: 13 },
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
    place: SAINT_ETIENNE,
    dates: [{ in: 7, at: '10:00', minutes: 480, places: null, taken: 18 }],
  },
  {
    by: 'pro2',
    title: 'Reprendre un commerce en centre-bourg',
    summary: 'Deux repreneurs racontent, un notaire et une banque répondent : prix, murs, bail, stock.',
    presentation: 'Une soirée pour celles et ceux qui pensent à reprendre plutôt qu’à créer.',
    kind: 'talk',
    place: ROANNE,
    dates: [{ in: 10, at: '18:00', minutes: 120, places: 20, taken: 20, waiting: 3 }],
  },
  {
    by: 'pro2',
    title: 'Financer son projet : prêt d’honneur, microcrédit, subventions',
    summary: 'Les financements possibles, dans quel ordre les demander et ce que chaque organisme regarde.',
    presentation:
      '- Prêt d’honneur à taux zéro\n- Microcrédit\n- Garanties bancaires\n- Aides régionales et locales\n\nAvec un cas pratique : une boulangerie.',
    kind: 'workshop',
    place: ROANNE,
    dates: [
      { in: 6, at: '14:00', minutes: 150, places: 14, taken: 5 },
      { in: 19, at: '14:00', minutes: 150, places: 14 },
    ],
  },
  {
    by: 'pro',
    title: 'Trouver ses premiers clients',
    summary: 'Définir à qui vous vendez, fixer un prix et oser proposer : une demi-journée pour s’entraîner.',
    presentation: 'Jeux de rôle bienveillants, en petit groupe. On rit, on se trompe, on recommence.',
    kind: 'training',
    paying: '30 € la demi-journée, déjeuner compris',
    place: LYON3,
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
    place: GRENOBLE,
    dates: [{ in: 8, at: '17:30', minutes: 120, places: 40, taken: 12 }],
  },
  {
    by: 'pro2',
    title: 'Projet innovant : par où commencer ?',
    summary: 'Protéger une idée, tester un marché, trouver un premier financement d’innovation.',
    presentation: 'Avec une conseillère en propriété intellectuelle et un accompagnateur d’incubateur.',
    kind: 'workshop',
    innovation: true,
    place: GRENOBLE,
    dates: [
      { in: 5, at: '14:00', minutes: 120, places: 16, taken: 15 },
      { in: 16, at: '14:00', minutes: 120, places: 16, taken: 2 },
    ],
  },
  {
    by: 'pro',
    title: 'Rencontre des créateurs du lac',
    summary: 'Un petit-déjeuner pour se présenter, échanger des contacts et repartir moins seul.',
    presentation: 'Trois minutes chacun, puis café et discussions.',
    kind: 'meeting',
    place: ANNECY,
    dates: [
      { in: 6, at: '08:30', minutes: 90, places: 30, taken: 11 },
      { in: 26, at: '08:30', minutes: 90, places: 30 },
    ],
  },
  {
    by: 'pro',
    title: 'Entretien individuel : votre projet en une heure',
    summary: 'Un conseiller, une heure, votre projet : rendez-vous à prendre en ligne.',
    presentation: 'Apportez ce que vous avez : notes, devis, questions. Rien n’est à préparer d’avance.',
    kind: 'appointment',
    place: CLERMONT,
    dates: [
      { in: 3, at: '09:00', minutes: 60, places: 1, taken: 1 },
      { in: 3, at: '10:15', minutes: 60, places: 1 },
      { in: 3, at: '11:30', minutes: 60, places: 1 },
      { in: 11, at: '09:00', minutes: 60, places: 1 },
    ],
  },
  {
    by: 'pro2',
    title: 'Choisir son statut juridique',
    summary: 'Entreprise individuelle, EURL, SASU, SARL : les différences qui comptent, en deux heures.',
    presentation: '- Ce que je risque\n- Ce que je paie\n- Ce que je peux changer plus tard',
    kind: 'workshop',
    place: VALENCE,
    dates: [
      { in: 4, at: '14:00', minutes: 120, places: 12, taken: 4 },
      { in: 21, at: '14:00', minutes: 120, places: 12 },
    ],
  },
  {
    by: 'pro2',
    title: 'Artisans : de l’idée à l’immatriculation',
    summary: 'Les formalités de l’artisan, la qualification, l’assurance et les premiers mois.',
    presentation: 'Une information collective suivie d’un temps de questions individuelles.',
    kind: 'information',
    sizes: ['alone'],
    place: BOURG,
    dates: [
      { in: 9, at: '09:00', minutes: 180, places: 20, taken: 6 },
      { in: 23, at: '09:00', minutes: 180, places: 20 },
    ],
  },
  {
    by: 'pro',
    title: 'Vendre en ligne sans se ruiner',
    summary: 'Boutique, place de marché ou réseaux sociaux : choisir l’outil qui va à votre projet.',
    presentation: 'Chacun travaille sur son ordinateur ; des postes sont prêtés sur demande.',
    kind: 'training',
    place: CHAMBERY,
    dates: [{ in: 13, at: '13:30', minutes: 240, places: 10, taken: 7 }],
  },
  {
    by: 'pro2',
    title: 'S’installer à la campagne : local, voisinage, aides',
    summary: 'Ce qui change quand on crée dans un village, raconté par ceux qui l’ont fait.',
    presentation: 'Avec la communauté de communes et trois jeunes chefs d’entreprise.',
    kind: 'talk',
    place: AURILLAC,
    dates: [{ in: 15, at: '18:30', minutes: 120, places: null, taken: 4 }],
  },
  {
    by: 'pro',
    title: 'Créatrices : oser se lancer',
    summary: 'Un atelier entre femmes pour lever les freins, avec une marraine cheffe d’entreprise.',
    presentation: 'Confiance, organisation, entourage, argent : on parle de tout.',
    kind: 'workshop',
    place: PUY,
    dates: [{ in: 11, at: '09:30', minutes: 150, places: 12, taken: 10 }],
  },
  {
    by: 'pro2',
    title: 'Permanence création à Privas',
    summary: 'Un conseiller vous reçoit sans rendez-vous, le temps qu’il faut.',
    presentation: 'Tous les projets sont bienvenus, même à l’état d’idée.',
    kind: 'drop-in',
    place: PRIVAS,
    dates: [
      { in: 4, at: '14:00', minutes: 180 },
      { in: 14, at: '14:00', minutes: 180 },
    ],
  },
  {
    by: 'pro',
    title: 'Tenir sa comptabilité la première année',
    summary: 'Ce qu’il faut garder, ce qu’il faut déclarer, quand demander de l’aide.',
    presentation: 'Avec une comptable qui répond à toutes les questions.',
    kind: 'training',
    paying: '15 €',
    place: MOULINS,
    dates: [{ in: 12, at: '14:00', minutes: 180, places: 15, taken: 5 }],
  },
  {
    by: 'pro',
    title: 'Réunion des conseillers du Rhône',
    summary: 'Actualités des dispositifs et cas pratiques, entre professionnels de l’accompagnement.',
    presentation: 'Ordre du jour : nouveautés du trimestre, cas difficiles, calendrier commun.',
    kind: 'meeting',
    access: 'pro',
    place: LYON3,
    dates: [{ in: 8, at: '09:00', minutes: 120, places: 30, taken: 3 }],
  },
]
