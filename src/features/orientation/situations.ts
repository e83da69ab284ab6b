// Who asks, and for whom a content says that it is: the publics of data.inclusion v1.

export const SITUATIONS = [
  'demandeur-emploi',
  'salarie',
  'etudiant',
  'jeune',
  'retraite',
  'femme',
  'quartier',
  'minima-sociaux',
  'handicap',
  'exil',
] as const
export type Situation = (typeof SITUATIONS)[number]

export const EVERYBODY = 'tous-publics'

type SignsOfSituation = {
  /** Codes of publics. */
  audiences: readonly string[]
  structures?: readonly string[]
  /** Beginnings of words of a title. */
  words: readonly string[]
}

export const SIGNS_OF_SITUATIONS: Record<Situation, SignsOfSituation> = {
  'demandeur-emploi': {
    audiences: ['demandeurs-emploi'],
    structures: ['emploi'],
    words: ['demandeur d emploi', 'demandeurs d emploi', 'chomage', 'chomeur'],
  },
  salarie: { audiences: ['actifs'], words: ['salarie'] },
  etudiant: { audiences: ['etudiants'], words: ['etudiant'] },
  jeune: {
    audiences: ['jeunes'],
    structures: ['mission-locale', 'information-jeunesse'],
    words: ['moins de 30 ans', 'jeunes createurs', 'jeunes entrepreneurs'],
  },
  retraite: { audiences: ['seniors'], words: ['senior', 'retraite'] },
  femme: { audiences: ['femmes'], words: ['femme', 'creatrices', 'entrepreneures'] },
  quartier: { audiences: ['residents-qpv-frr'], words: ['quartier', 'qpv'] },
  'minima-sociaux': { audiences: ['beneficiaires-des-minimas-sociaux'], words: ['rsa', 'minima'] },
  handicap: {
    audiences: ['personnes-en-situation-de-handicap'],
    structures: ['handicap'],
    words: ['handicap'],
  },
  exil: { audiences: ['personnes-exilees'], words: ['refugie', 'exil', 'etranger'] },
}

const audiencesOf = (situations: readonly Situation[]): string[] => [
  ...new Set(situations.flatMap((situation) => SIGNS_OF_SITUATIONS[situation].audiences)),
]

/** For some publics alone, among which none that was said. Who says nothing of himself is refused nothing. */
export function isForOthers(audiences: readonly string[], situations: readonly Situation[]): boolean {
  if (situations.length === 0 || audiences.length === 0 || audiences.includes(EVERYBODY)) return false
  const own = audiencesOf(situations)
  return !audiences.some((audience) => own.includes(audience))
}
