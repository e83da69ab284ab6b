// ART-2, ART-3, STR-3: what becomes of a content, as one table. Rule, buttons, mails and the diagram of the docs come from it.
// An article or a resource is seen by a judge before the public; a structure, a service, an event is public at once.
// While a text waits its author still edits, and the newest text is the one judged. Editing what is published proposes a
// text: the public keeps the old one until it is accepted.
import type { ContentState } from './access.ts'
import type { ContentKind } from './kinds.ts'

export const REVISION_STATES = ['current', 'replaced', 'draft', 'pending', 'to-correct', 'refused'] as const
export type RevisionState = (typeof REVISION_STATES)[number]
/** The states of a text proposed for a published content. */
export type ProposalState = 'draft' | 'pending' | 'to-correct'

export const isModerated = (kind: ContentKind): boolean => kind === 'article' || kind === 'resource'

export const VERBS = [
  'submit',
  'withdraw',
  'publish',
  'ask-for-changes',
  'refuse',
  'unpublish',
  'archive',
  'trash',
  'restore',
] as const
export type Verb = (typeof VERBS)[number]

export type Transition = {
  from: readonly ContentState[]
  verb: Verb
  to: ContentState
  who: 'author' | 'judge'
  /** Absent: every kind. */
  only?: 'moderated' | 'at-once'
  /** A judge says why: his words are in the mail. */
  reason: boolean
  /** Who gets the mail named after the verb. */
  mail?: 'authors' | 'judges'
}

export const TRANSITIONS: readonly Transition[] = [
  {
    from: ['draft', 'to-correct', 'refused', 'unpublished'],
    verb: 'submit',
    to: 'submitted',
    who: 'author',
    only: 'moderated',
    reason: false,
    mail: 'judges',
  },
  { from: ['submitted'], verb: 'withdraw', to: 'draft', who: 'author', only: 'moderated', reason: false },
  { from: ['draft', 'archived'], verb: 'publish', to: 'published', who: 'author', only: 'at-once', reason: false },
  {
    from: ['submitted', 'to-correct', 'refused', 'unpublished', 'archived'],
    verb: 'publish',
    to: 'published',
    who: 'judge',
    reason: false,
    mail: 'authors',
  },
  {
    from: ['submitted'],
    verb: 'ask-for-changes',
    to: 'to-correct',
    who: 'judge',
    only: 'moderated',
    reason: true,
    mail: 'authors',
  },
  {
    from: ['submitted', 'to-correct'],
    verb: 'refuse',
    to: 'refused',
    who: 'judge',
    only: 'moderated',
    reason: true,
    mail: 'authors',
  },
  { from: ['published'], verb: 'unpublish', to: 'unpublished', who: 'judge', reason: true, mail: 'authors' },
  { from: ['published', 'unpublished'], verb: 'archive', to: 'archived', who: 'author', reason: false },
  { from: ['published', 'unpublished'], verb: 'archive', to: 'archived', who: 'judge', reason: false },
  {
    from: ['draft', 'to-correct', 'refused', 'unpublished', 'archived'],
    verb: 'trash',
    to: 'trashed',
    who: 'author',
    reason: false,
  },
  {
    from: ['submitted', 'to-correct', 'published', 'refused', 'unpublished', 'archived'],
    verb: 'trash',
    to: 'trashed',
    who: 'judge',
    reason: true,
    mail: 'authors',
  },
  { from: ['trashed'], verb: 'restore', to: 'draft', who: 'author', reason: false },
]

/** What a judge may do with a text proposed for a published content; its author withdraws it by keeping it as a draft. */
export const PROPOSAL_TRANSITIONS: readonly {
  from: ProposalState
  verb: Verb
  to: RevisionState
  reason: boolean
}[] = [
  { from: 'pending', verb: 'publish', to: 'current', reason: false },
  { from: 'pending', verb: 'ask-for-changes', to: 'to-correct', reason: true },
  { from: 'pending', verb: 'refuse', to: 'refused', reason: true },
]

/** What this person is to this content. */
export type Part = { isAuthor: boolean; isJudge: boolean }

const concerns = (transition: Transition, kind: ContentKind): boolean =>
  transition.only === undefined || (transition.only === 'moderated') === isModerated(kind)

/** The transitions open from this state to this person, in the order of the table, one per verb. */
export function openTransitions(kind: ContentKind, state: ContentState, { isAuthor, isJudge }: Part): Transition[] {
  const open = TRANSITIONS.filter(
    (transition) =>
      concerns(transition, kind) &&
      transition.from.includes(state) &&
      (transition.who === 'author' ? isAuthor : isJudge),
  )
  return open.filter(({ verb }, index) => open.findIndex((other) => other.verb === verb) === index)
}

/** The state of content whose readers are those of a proposed text. */
export const readAs = (state: ProposalState): ContentState => (state === 'pending' ? 'submitted' : state)

export type Gesture = 'enregistrer' | 'brouillon'

/** Where a saved text goes: over the content, which takes a state, or beside it until it is judged. */
export type Destination =
  | { target: 'content'; state: ContentState }
  | { target: 'proposal'; state: ProposalState }
  | { target: 'none' }

export type Saving = Part & {
  kind: ContentKind
  /** Undefined for a new content. */
  state: ContentState | undefined
  /** The text proposed already, if this person sees it. */
  proposal: ProposalState | undefined
  gesture: Gesture
}

/** « Enregistrer » submits, or publishes what needs no judge; « Garder comme brouillon » hides nothing that is published. */
export function decideSave(saving: Saving): Destination {
  const { state } = saving
  if (state === 'trashed') return { target: 'none' }
  if (state === 'published') return overPublished(saving)
  return { target: 'content', state: overHidden(state ?? 'draft', saving) }
}

function overHidden(state: ContentState, { kind, gesture, isAuthor, isJudge }: Saving): ContentState {
  if (gesture === 'brouillon') return state === 'submitted' && isAuthor ? 'draft' : state
  if (state === 'draft') return isModerated(kind) && !(isAuthor && isJudge) ? 'submitted' : 'published'
  // What a judge took offline comes back by a verb, not by a save; another's text that waits goes on waiting.
  if (!isModerated(kind) || state === 'archived' || !isAuthor) return state
  return isJudge ? 'published' : 'submitted'
}

function overPublished({ kind, proposal, gesture, isAuthor, isJudge }: Saving): Destination {
  if (gesture === 'brouillon') return { target: 'proposal', state: proposal === 'to-correct' ? 'to-correct' : 'draft' }
  // Somebody else's proposal is corrected, then judged: it is not published by saving it.
  if (proposal !== undefined && !isAuthor) return { target: 'proposal', state: 'pending' }
  if (!isModerated(kind) || isJudge) return { target: 'content', state: 'published' }
  return { target: 'proposal', state: 'pending' }
}
