// The forms that keep drafts, by name: « event-12 », or « event-nouveau » for what has no number yet.
const NAME = /^(structure|service|article|resource|event|project)-(nouveau|\d{1,15})$/

export type DraftKind = 'structure' | 'service' | 'article' | 'resource' | 'event' | 'project'

export const formName = (kind: DraftKind, id: number | undefined): string => `${kind}-${id ?? 'nouveau'}`

/** What a name stands for; undefined when no form has it. */
export function formOfName(name: string): { kind: DraftKind; id: number | undefined } | undefined {
  const [, kind, id] = NAME.exec(name) ?? []
  if (kind === undefined || id === undefined) return undefined
  return { kind: kind as DraftKind, id: id === 'nouveau' ? undefined : Number(id) }
}

/** Kept for that long after the last key. */
export const DRAFT_DAYS = 60
/** More than anybody has under way: beyond, the device keeps its copy. */
export const MOST_DRAFTS = 60
/** All of them together: pages that offer them read them all. */
export const MOST_BYTES_OF_DRAFTS = 6 * 1024 * 1024
