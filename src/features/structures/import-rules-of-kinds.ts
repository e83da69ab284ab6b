// The words of each source for a kind of structure, and ours.

/** Ours, in the order they are shown; their words are in texts.ts. */
export const STRUCTURE_KINDS = [
  'reseau-creation',
  'financeur',
  'chambre-consulaire',
  'cooperative',
  'association',
  'entreprise',
  'collectivite',
  'etat',
  'emploi',
  'mission-locale',
  'handicap',
  'insertion',
  'formation',
  'france-services',
  'espace-numerique',
  'tiers-lieu',
  'coworking',
  'fablab',
  'mediatheque',
  'centre-social',
  'ccas',
  'information-jeunesse',
] as const

export type StructureKind = (typeof STRUCTURE_KINDS)[number]

/** « Typologies » of data.inclusion v0, and kinds of place of Hinaura, in lower case. What is not here is left out. */
const KINDS: Record<string, StructureKind> = {
  asso: 'association',
  ess: 'cooperative',
  cap_emploi: 'handicap',
  ml: 'mission-locale',
  pe: 'emploi',
  ft: 'emploi',
  plie: 'emploi',
  tiers_lieux: 'tiers-lieu',
  of: 'formation',
  cfp: 'formation',
  afpa: 'formation',
  cc: 'collectivite',
  muni: 'collectivite',
  dept: 'collectivite',
  cd: 'collectivite',
  reg: 'collectivite',
  epci: 'collectivite',
  pref: 'etat',
  ccons: 'chambre-consulaire',
  cs: 'centre-social',
  ccas: 'ccas',
  cias: 'ccas',
  bib: 'mediatheque',
  msap: 'france-services',
  pij_bij: 'information-jeunesse',
  aci: 'insertion',
  ai: 'insertion',
  ei: 'insertion',
  eiti: 'insertion',
  etti: 'insertion',
  geiq: 'insertion',
  'association caritative': 'association',
  'structure associative de quartier': 'association',
  médiathèque: 'mediatheque',
  'maison france services': 'france-services',
  'maison de services au public': 'france-services',
  'espace public numérique': 'espace-numerique',
  'cyberbase / cybercentre': 'espace-numerique',
  'centre socio-culturel': 'centre-social',
  'tiers-lieux': 'tiers-lieu',
  'espace de coworking': 'coworking',
  'fablab / hackerspace': 'fablab',
  'bij/pij (information jeunesse)': 'information-jeunesse',
}

const OURS = new Set<string>(STRUCTURE_KINDS)

/** Our kinds for those of a source. */
export function kindsOf(words: readonly string[]): StructureKind[] {
  const known = words.map((word) => (OURS.has(word) ? (word as StructureKind) : KINDS[word.toLowerCase()]))
  return [...new Set(known.filter((kind) => kind !== undefined))]
}

/** « Labels nationaux » of v0 and v0 kinds that v1 calls « réseaux porteurs ». */
const NETWORKS: Record<string, string> = {
  cnfs: 'conseillers-numeriques',
  'aidants connect': 'aidants-connect',
  'france services': 'france-service',
  cap_emploi: 'cap-emploi-reseau-cheops',
  ml: 'mission-locale',
}

/** Codes of networks of v1 for the words of a source; a code of v1 stays. */
export function networksOf(words: readonly string[]): string[] {
  const codes = words.map((word) => NETWORKS[word.toLowerCase()] ?? (/^[a-z0-9-]+$/.test(word) ? word : ''))
  return [...new Set(codes.filter((code) => code !== ''))]
}

/** Hinaura's publics, as v1 has them. Adults, young and old together are everybody. */
export function audiencesOf(words: readonly string[]): string[] {
  const says = (start: string) => words.some((word) => word.startsWith(start))
  if (says('Adultes') && says('Seniors') && says('Jeunesse')) return ['tous-publics']
  return [says('Jeunesse') && 'jeunes', says('Seniors') && 'seniors', says('Petite enfance') && 'familles'].filter(
    (code) => code !== false,
  )
}
