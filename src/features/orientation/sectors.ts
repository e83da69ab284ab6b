// Sectors as orientation asks them: those of the site, and the two « secteurs spécifiques » of the events.
import { isSector, SECTOR_OPTIONS, type SectorCode } from '#features/territory/sectors.ts'

export const SPECIAL_SECTORS = ['ess', 'innovation'] as const
export type SpecialSector = (typeof SPECIAL_SECTORS)[number]
export type AskedSector = SectorCode | SpecialSector

const isSpecial = (code: string): code is SpecialSector => (SPECIAL_SECTORS as readonly string[]).includes(code)

export const isAskedSector = (code: string): code is AskedSector => isSector(code) || isSpecial(code)

/** Beginnings of words that tell a sector, in a title, a summary or in what is typed. */
const WORDS: Record<AskedSector, readonly string[]> = {
  agriculture: ['agricol', 'agricult', 'maraich', 'ferme', 'paysan', 'elevage', 'foret', 'viticol'],
  industrie: ['industri', 'artisan', 'fabrication', 'brasserie artisanale', 'energie'],
  batiment: ['batiment', 'btp', 'travaux', 'macon', 'plomb', 'electricien', 'menuis', 'peintre'],
  commerce: ['commerc', 'boutique', 'magasin', 'boulang', 'patiss', 'epicerie', 'garage', 'vente en ligne'],
  transport: ['transport', 'logistique', 'taxi', 'vtc', 'livreur', 'livraison'],
  tourisme: ['restaura', 'hotel', 'touris', 'gite', 'chambre d hotes', 'traiteur', 'debit de boissons', 'food truck'],
  numerique: ['numerique', 'informatique', 'developpeur', 'site internet', 'logiciel', 'communication'],
  finance: ['finance', 'assurance', 'immobili'],
  conseil: ['conseil', 'consultant', 'freelance', 'architect', 'liberal'],
  entreprises: ['services aux entreprises', 'nettoyage', 'securite', 'paysagiste'],
  formation: ['formateur', 'organisme de formation', 'enseign', 'auto ecole'],
  sante: ['sante', 'infirm', 'kine', 'therapeut', 'bien etre', 'services a la personne', 'creche'],
  culture: ['culture', 'sport', 'artist', 'spectacle', 'loisir', 'photograph'],
  particuliers: ['coiff', 'esthet', 'association', 'services aux particuliers', 'toilettage', 'reparation'],
  ess: ['economie sociale', 'ess', 'cooperati', 'scop', 'scic', 'innovation sociale', 'solidaire'],
  innovation: ['innov', 'start up', 'startup', 'incubat', 'technolog', 'brevet'],
}

export const wordsOfSector = (sector: AskedSector): readonly string[] => WORDS[sector]

export const SECTOR_CHOICES: { value: AskedSector; text: string }[] = [
  ...SECTOR_OPTIONS,
  { value: 'ess', text: 'Économie sociale et solidaire' },
  { value: 'innovation', text: 'Innovation' },
]
