// What the queue of contents is asked: `/admin/contenus?type=&etat=&departement=&page=`. Unknown values are left out.
import type { ContentState } from '#features/contents/access.ts'
import type { ContentKind } from '#features/contents/kinds.ts'

export const KIND_WORDS: Record<Exclude<ContentKind, 'page'>, string> = {
  article: 'article',
  resource: 'ressource',
  event: 'evenement',
  structure: 'structure',
  service: 'service',
}

/** `waiting`: submitted, or published with a change that waits. */
export const STATE_WORDS: Record<'waiting' | Exclude<ContentState, 'submitted'>, string> = {
  waiting: 'attente',
  'to-correct': 'a-corriger',
  published: 'publie',
  refused: 'refuse',
  unpublished: 'depublie',
  archived: 'archive',
  draft: 'brouillon',
  trashed: 'corbeille',
}

export type QueueFilters = {
  kind: keyof typeof KIND_WORDS | undefined
  state: keyof typeof STATE_WORDS
  departement: string
  page: number
}

const keyOf = <Key extends string>(words: Record<Key, string>, word: string): Key | undefined =>
  (Object.keys(words) as Key[]).find((key) => words[key] === word)

export function readQueueFilters(get: (name: string) => string): QueueFilters {
  const departement = get('departement')
  return {
    kind: keyOf(KIND_WORDS, get('type')),
    state: keyOf(STATE_WORDS, get('etat')) ?? 'waiting',
    departement: /^(\d{2,3}|2[AB])$/.test(departement) ? departement : '',
    page: /^[1-9]\d{0,3}$/.test(get('page')) ? Number(get('page')) : 1,
  }
}
