// PRJ-4. The nine blocks of a business model canvas, in the order in which they are read aloud, with the question of each.

export const BLOCKS = [
  'partners',
  'activities',
  'resources',
  'value',
  'relations',
  'channels',
  'segments',
  'costs',
  'revenues',
] as const
export type Block = (typeof BLOCKS)[number]

export const isBlock = (text: string): text is Block => (BLOCKS as readonly string[]).includes(text)

export const BLOCK_TEXTS: Record<Block, { name: string; question: string }> = {
  partners: { name: 'Partenaires clés', question: 'Avec qui travaillerez-vous ?' },
  activities: { name: 'Activités clés', question: 'Que ferez-vous, jour après jour ?' },
  resources: { name: 'Ressources clés', question: 'De quoi avez-vous besoin ?' },
  value: { name: 'Proposition de valeur', question: 'Qu’apportez-vous de mieux ?' },
  relations: { name: 'Relation client', question: 'Comment garderez-vous le lien ?' },
  channels: { name: 'Canaux', question: 'Comment vous trouvera-t-on ?' },
  segments: { name: 'Segments de clientèle', question: 'Pour qui ?' },
  costs: { name: 'Structure de coûts', question: 'Que faudra-t-il payer ?' },
  revenues: { name: 'Sources de revenus', question: 'Qui paiera, quoi, combien ?' },
}

/** Colours of post-its; their names are read aloud. */
export const COLOURS = ['sun', 'lake', 'fir', 'rose'] as const
export type Colour = (typeof COLOURS)[number]

export const COLOUR_TEXTS: Record<Colour, string> = { sun: 'jaune', lake: 'bleu', fir: 'vert', rose: 'rose' }

export const MOST_NOTE = 1000
export const MOST_NOTES = 1000
export const MOST_CANVASES = 20
/** Kept by hand. */
export const MOST_VERSIONS = 100
/** Kept by the site, after a pause and before a restore: of each, the last ones. */
export const MOST_OF_ITSELF = 30
