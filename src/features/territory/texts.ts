import { ACROSS } from './around.ts'
import type { Epci, Place, Proposal } from './rules.ts'

/** « à Roanne », « au Puy-en-Velay », « aux Deux Alpes » */
export function atCommune({ name }: Pick<Place, 'name'>): string {
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`
  return name.startsWith('Les ') ? `aux ${name.slice(4)}` : `à ${name}`
}

const EPCI_KINDS: Record<string, string> = {
  CA: 'communauté d’agglomération',
  CC: 'communauté de communes',
  CU: 'communauté urbaine',
}

/** « communauté de communes du Pays de Mornant »: sources abridge the first words. */
export const epciText = ({ name }: Epci): string => name.replace(/^(CA|CC|CU)\b/, (kind) => EPCI_KINDS[kind] ?? kind)

/** What a list of structures holds around a commune. */
export const aroundText = (departement: string): string =>
  `Tout le département (${departement}), et ce qui est à ${ACROSS} km au plus au-delà, du plus proche au plus lointain.`

/** What a list of services holds for the people of a commune. */
export const servedText = (commune: Place, departement: string): string =>
  `Ce qui intervient ${atCommune(commune)} ; sans zone connue, ce qui est dans le département (${departement}) ou à ${ACROSS} km au plus.`

export const COMMUNE_HINT = 'Son nom ou son code postal, par exemple « Roanne » ou « 42300 ».'

export const communeUnknown = (typed: string): string =>
  `« ${typed} » n’est pas une commune d’Auvergne-Rhône-Alpes : vérifiez le nom, ou essayez le code postal.`

export const communeSeveral = (typed: string): string =>
  `Plusieurs communes répondent à « ${typed} » : choisissez la vôtre.`

/** What « Géolocaliser » answers. */
export const PROPOSALS: Record<Proposal['kind'], string> = {
  precise: 'Adresse trouvée. Si le repère n’est pas au bon endroit, déplacez-le.',
  centre: 'Seule la commune a été trouvée : le repère est en son centre, déplacez-le si vous le pouvez.',
  down: 'Le service qui situe les adresses ne répond pas. Votre adresse est gardée telle quelle, et le repère est au centre de la commune.',
  unknown: 'Cette adresse n’a pas pu être située. Elle est gardée telle quelle.',
}
