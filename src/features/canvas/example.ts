// PRJ-5. What a canvas looks like once it is filled: to be replaced by one’s own words.
import type { Block, Colour } from './board.ts'

type Example = { block: Block; body: string; colour?: Colour }

/** « La Fournée du Pilat », an invented bakery. */
export const EXAMPLE: readonly Example[] = [
  { block: 'partners', body: 'Un moulin de la vallée, pour la farine' },
  { block: 'partners', body: 'La mairie : local en centre-bourg', colour: 'lake' },
  { block: 'activities', body: 'Panifier trois fois par semaine' },
  { block: 'activities', body: 'Vendre au marché du samedi' },
  { block: 'resources', body: 'Un four à bois d’occasion', colour: 'fir' },
  { block: 'resources', body: 'Mon CAP et deux ans chez un boulanger' },
  { block: 'value', body: 'Du pain au levain, à dix minutes de chez soi', colour: 'rose' },
  { block: 'value', body: 'Des farines du pays, leur prix affiché' },
  { block: 'relations', body: 'Commande par SMS la veille' },
  { block: 'relations', body: 'Un atelier pour enfants, une fois par mois', colour: 'lake' },
  { block: 'channels', body: 'Dépôts dans quatre épiceries', colour: 'lake' },
  { block: 'channels', body: 'Le marché de Maclas' },
  { block: 'segments', body: 'Les familles du plateau' },
  { block: 'segments', body: 'Les cantines scolaires', colour: 'fir' },
  { block: 'costs', body: 'Loyer 450 € et farine 900 € par mois, four 6 000 €' },
  { block: 'revenues', body: 'Pain 70 %, brioche 20 %, ateliers 10 %' },
]
