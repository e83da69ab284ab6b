import type { ContentState } from './access.ts'
import type { ContentKind } from './kinds.ts'
import type { ProposalState } from './moderation.ts'
import { KIND_TEXTS } from './texts.ts'

type Saved = { state: ContentState; proposed?: ProposalState }

/** After « Enregistrer » or « Garder comme brouillon », on the page that follows. */
export function savedText(kind: ContentKind, { state, proposed }: Saved, dropped: readonly string[] = []): string {
  const gone = dropped.length === 0 ? '' : ` Retiré du texte : ${dropped.join(', ')}.`
  return (proposed === undefined ? stateText(kind, state) : PROPOSED[proposed]) + gone
}

function stateText(kind: ContentKind, state: ContentState): string {
  const { one, feminine } = KIND_TEXTS[kind]
  const e = feminine ? 'e' : ''
  const saved = `${one.charAt(0).toUpperCase()}${one.slice(1)} enregistré${e}`
  const it = feminine ? 'elle' : 'il'
  if (state === 'draft') return 'Brouillon gardé : il n’est pas public.'
  if (state === 'submitted') return `${saved} : ${it} est en attente de validation.`
  if (state === 'published') return `${saved} : ${it} est publié${e}.`
  return `${saved}.`
}

const PROPOSED: Record<ProposalState, string> = {
  draft: 'Modification gardée comme brouillon : le public lit toujours l’ancien texte.',
  pending: 'Modification enregistrée, en attente de validation : d’ici là, le public lit l’ancien texte.',
  'to-correct': 'Modification gardée : elle reste à corriger.',
}
