// What a creator may need, and by which signs a content answers it: codes of data.inclusion, kinds of the manual, or words.
// A new need is one line here, its words in texts.ts.
import type { EventKind } from '#features/events/rules.ts'

export const NEEDS = [
  'comprendre',
  'construire',
  'financer',
  'se-former',
  'statut',
  'local',
  'rencontrer',
  'vendre',
  'gerer',
  'developper',
  'reprendre',
  'rebondir',
] as const
export type Need = (typeof NEEDS)[number]

export type Signs = {
  /** Kinds of services. */
  services?: readonly string[]
  /** « Thématiques » of services. */
  themes?: readonly string[]
  structures?: readonly string[]
  events?: readonly EventKind[]
  /** Beginnings of words, without accents; « etude de marche » is found whole. */
  words: readonly string[]
  /** What one would type to find what to read about it. */
  read: string
}

const CREATION = 'creer-une-entreprise'

export const SIGNS: Record<Need, Signs> = {
  comprendre: {
    services: ['information', 'accueil'],
    themes: [`${CREATION}--definir-son-projet-de-creation-dentreprise`],
    structures: ['reseau-creation', 'chambre-consulaire'],
    events: ['information', 'fair', 'drop-in'],
    words: ['premiers pas', 'idee', 'information', 'accueil', 'par ou commencer'],
    read: 'creation entreprise etapes',
  },
  construire: {
    services: ['accompagnement'],
    themes: [`${CREATION}--structurer-son-projet-de-creation-dentreprise`],
    structures: ['reseau-creation', 'chambre-consulaire', 'cooperative'],
    events: ['appointment', 'drop-in'],
    words: ['previsionnel', 'business plan', 'etude de marche', 'construire', 'projet'],
    read: 'previsionnel etude de marche projet',
  },
  financer: {
    services: ['aide-financiere'],
    themes: [`${CREATION}--financer-son-projet`],
    structures: ['financeur'],
    words: ['financ', 'pret', 'microcredit', 'subvention', 'emprunt', 'garantie', 'aides'],
    read: 'financement subvention acre aides',
  },
  'se-former': {
    services: ['formation'],
    themes: ['se-former'],
    structures: ['formation'],
    events: ['training'],
    words: ['formation', 'se former', 'stage'],
    read: 'formation createur',
  },
  statut: {
    structures: ['chambre-consulaire'],
    words: ['statut', 'juridique', 'immatricul', 'micro entrepr', 'formalit', 'guichet unique', 'declaration de debut'],
    read: 'statut juridique immatriculation micro entreprise',
  },
  local: {
    services: ['aide-materielle'],
    structures: ['coworking', 'tiers-lieu', 'fablab'],
    words: ['local', 'locaux', 'bureau', 'materiel', 'pepiniere', 'bail', 'implantation'],
    read: 'local commercial bail',
  },
  rencontrer: {
    themes: [`${CREATION}--reseautage-pour-createurs-dentreprise`],
    structures: ['tiers-lieu', 'coworking'],
    events: ['meeting', 'fair'],
    words: ['reseau', 'rencontre', 'parrain', 'mentor', 'club'],
    read: 'reseau',
  },
  vendre: {
    themes: ['numerique--creer-et-developper-mon-entreprise', 'numerique--creer-avec-le-numerique'],
    words: ['client', 'communication', 'vente', 'vendre', 'commercial', 'site internet', 'nom de domaine', 'marque'],
    read: 'clients communication',
  },
  gerer: {
    words: ['comptab', 'gestion', 'fiscal', 'tva', 'impot', 'cotisation', 'factur', 'tresorerie'],
    read: 'comptabilite impots cotisations',
  },
  developper: {
    themes: [`${CREATION}--developper-son-entreprise`],
    structures: ['chambre-consulaire'],
    words: ['develop', 'recrut', 'embauch', 'salarie', 'export', 'innov', 'point d etape'],
    read: 'embauche developpement',
  },
  reprendre: {
    structures: ['chambre-consulaire'],
    words: ['repris', 'reprendre', 'repreneur', 'rachat', 'cession', 'transmission', 'fonds de commerce'],
    read: 'reprise transmission cession',
  },
  rebondir: {
    themes: ['difficultes-financieres'],
    words: ['difficult', 'liquidation', 'rebond', 'redressement', 'cessation', 'prevention'],
    read: 'difficultes',
  },
}

/** Whether a text, folded, has one of these words or a word that begins so. */
export function saysOneOf(folded: string, words: readonly string[]): boolean {
  const text = ` ${folded}`
  return words.some((word) => text.includes(` ${word}`))
}
