import type { RecommendedKind } from './rules.ts'

/** « vous recommande un article ». */
export const KIND_ARTICLES: Record<RecommendedKind, string> = {
  structure: 'une structure',
  service: 'un service',
  article: 'un article',
  resource: 'une ressource',
  event: 'un évènement',
}

export const RECOMMENDING_TEXTS: Record<'same' | 'own', string> = {
  same: 'Vous avez déjà recommandé cette page à cette adresse il y a moins d’une semaine.',
  own: 'C’est votre adresse : pour garder cette page, « Garder dans mon espace » suffit.',
}
