// Words of the field that say the same thing, or nearly: whoever types one also finds the others.
import type { Idea } from './idea.ts'

/** One line a group. An expression of several words is found whole. After « > », what is found too, but does not lead back. */
const GROUPS: readonly string[] = [
  'micro entreprise|micro entrepreneur|auto entrepreneur|auto entreprise|autoentrepreneur|microentreprise|autoentreprise|microentrepreneur|micro entrepreneuriat',
  'association|asso|associatif',
  'restaurant|resto|restauration|snack|brasserie|food truck|foodtruck>debit de boissons|hotellerie',
  'business plan|plan d affaires|bp|previsionnel|business model',
  'creer entreprise|creation entreprise|monter entreprise|monter boite|ouvrir entreprise|creer boite|createur entreprise|creer societe|creation activite|creer activite|monter societe|creer|creation',
  'financement|financer|pret|credit|emprunt|finance|aide financiere|fonds|argent|subvention',
  'subvention|aide financiere|prime',
  'pret honneur|pret d honneur',
  'microcredit|micro credit',
  'formation|stage|cours',
  'former>formation|stage|cours',
  'statut|forme juridique|statut juridique|statuts',
  'sasu|sas|societe par actions',
  'eurl|sarl|societe responsabilite limitee',
  'local|locaux|bureau|immobilier|pepiniere',
  'coworking|espace de travail|tiers lieu|bureau partage|espace partage',
  'chomage|chomeur|demandeur emploi|sans emploi>france travail|pole emploi|arce|acre',
  'pole emploi|france travail',
  'acre|accre|exoneration',
  'rsa|minima sociaux|minimas sociaux',
  'handicap|handicape|rqth|travailleur handicape>agefiph|cap emploi',
  'femme|feminin|entrepreneure|creatrice|creatrices',
  'jeune|moins de 30 ans>mission locale',
  'etudiant|etudiant entrepreneur>pepite',
  'reprise|reprendre|racheter|rachat|transmission|ceder|cession',
  'immatriculation|immatriculer|inscription rcs|siret|siren|inpi|guichet unique|formalites|kbis',
  'comptable|comptabilite|expert comptable|compta',
  'impot|impots|fiscal|fiscalite|tva|cfe|taxe',
  'cotisations|urssaf|charges sociales|charges|securite sociale',
  'artisan|artisanat|metiers artisanat>chambre de metiers',
  'chambre de metiers|chambre des metiers|cma>artisanat',
  'cci|chambre de commerce|chambre commerce industrie',
  'commerce|boutique|magasin|commercant',
  'ouvrir|ouverture|installer|s installer|installation',
  'boulangerie|boulanger|patisserie|patissier>artisan alimentaire|metiers de bouche',
  'coiffure|coiffeur|coiffeuse|salon de coiffure|esthetique|estheticienne',
  'batiment|btp|macon|plombier|electricien|travaux',
  'agriculture|agricole|agriculteur|maraichage|maraicher|ferme|paysan',
  'informatique|numerique|ordinateur|internet|web|digital|site internet|site web',
  'clients|client|clientele|prospection|prospecter|vendre|commercial|commercialiser',
  'communication|marketing|publicite|reseaux sociaux',
  'etude de marche|marche|concurrence',
  'reseau|rencontrer|reseautage|networking|entrepreneurs',
  'mentor|mentorat|parrain|parrainage|marrainage|coach|coaching',
  'accompagnement|accompagner|accompagne|aide|aider|conseil|conseiller|appui|suivi',
  'rendez vous|rdv|permanence|entretien',
  'evenement|evenements|salon|forum',
  'atelier|ateliers',
  'economie sociale solidaire|ess|economie solidaire|cooperative|scop|scic|entreprise sociale',
  'innovation|innovant|startup|start up|incubateur|accelerateur|technologie',
  'incubateur|pepiniere|couveuse',
  'marque|brevet|propriete intellectuelle|inpi|proteger',
  'assurance|assurances|assurer|responsabilite civile',
  'embaucher|recruter|embauche|recrutement|salarie|employeur|apprenti',
  'difficulte|difficultes|faillite|liquidation|redressement|dettes|surendettement|rebond',
  'export|exporter|international|etranger',
  'banque|bancaire|compte bancaire',
  'devis|facture|facturation|factures|facturer',
  'cgv|conditions generales de vente|contrat',
  'modele|exemple|trame|document',
  'transport|taxi|vtc|livraison|chauffeur|logistique',
  'tourisme|gite|chambre d hotes|hotel|hebergement',
  'sante|therapeute|infirmiere|bien etre|naturopathe|sophrologue',
  'services a la personne|aide a domicile|aide domicile|menage',
  'quartier|quartiers|qpv|banlieue',
]

const groupsOf = new Map<string, Set<string>>()
for (const group of GROUPS) {
  const [same = '', also = ''] = group.split('>')
  const words = same.split('|')
  for (const word of words) {
    const known = groupsOf.get(word) ?? new Set([word])
    for (const other of [...words, ...also.split('|')]) if (other !== '') known.add(other)
    groupsOf.set(word, known)
  }
}

const LONGEST = Math.max(...[...groupsOf.keys()].map((words) => words.split(' ').length))

/** Each word, or expression that the field knows, with what says the same. The longest expression wins. */
export function readSynonyms(words: readonly string[]): Idea[] {
  const ideas: Idea[] = []
  for (let at = 0; at < words.length; ) {
    const length = longestAt(words, at)
    const said = words.slice(at, at + length).join(' ')
    ideas.push([...(synonymsOf(said) ?? [said])])
    at += length
  }
  return ideas
}

/** A plural in s or x is its singular. */
const synonymsOf = (said: string): Set<string> | undefined =>
  groupsOf.get(said) ?? groupsOf.get(said.replace(/[sx]\b/g, ''))

function longestAt(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST, words.length - at); length > 1; length--) {
    if (synonymsOf(words.slice(at, at + length).join(' ')) !== undefined) return length
  }
  return 1
}
