import type { Proposal } from './rules.ts'

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
