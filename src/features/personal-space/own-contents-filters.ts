// What the table of one's contents is asked: `/mon-espace/contenus?type=&etat=&page=`. Unknown values are left out.
import type { ContentState } from '#features/contents/access.ts'
import type { ContentKind } from '#features/contents/kinds.ts'

export type OwnKind = Exclude<ContentKind, 'page'>

export const KIND_WORDS: Record<OwnKind, string> = {
  structure: 'structure',
  service: 'service',
  article: 'article',
  resource: 'ressource',
  event: 'evenement',
}

export const STATE_WORDS: Record<ContentState, string> = {
  published: 'publie',
  submitted: 'attente',
  'to-correct': 'a-corriger',
  draft: 'brouillon',
  refused: 'refuse',
  unpublished: 'depublie',
  archived: 'archive',
  trashed: 'corbeille',
}

export type OwnContentsFilters = { kind: OwnKind | undefined; state: ContentState | undefined; page: number }

function keyOf<Key extends string>(words: Record<Key, string>, word: string): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word)
}

export function readOwnContentsFilters(get: (name: string) => string): OwnContentsFilters {
  const page = /^[1-9]\d{0,3}$/.test(get('page')) ? Number(get('page')) : 1
  return { kind: keyOf(KIND_WORDS, get('type')), state: keyOf(STATE_WORDS, get('etat')), page }
}

/** The query of an address that asks the same, from its first page. */
export const ownContentsQuery = ({ kind, state }: Partial<OwnContentsFilters>): Record<string, string | undefined> => ({
  type: kind && KIND_WORDS[kind],
  etat: state && STATE_WORDS[state],
})

export type CountedContents = { kind: OwnKind; state: ContentState; standing: ContentState; count: number }

/**
 * Whether a content is under this state. One that is public with a text of its own waiting is found under both; the bin is
 * shown to who asks for it alone.
 */
export const isUnder = (
  content: Pick<CountedContents, 'state' | 'standing'>,
  asked: ContentState | undefined,
): boolean =>
  asked === undefined ? content.state !== 'trashed' : content.state === asked || content.standing === asked
