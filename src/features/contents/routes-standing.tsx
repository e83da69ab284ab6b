import type { WebVisit } from '#features/accounts/actor.ts'
import { sinceText } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { newKey } from '#platform/keys.ts'
import { type ContentRights, partIn } from './access.ts'
import type { ContentKind } from './kinds.ts'
import { openTransitions } from './moderation.ts'
import { StateNotice } from './pages/state-notice.tsx'
import type { EditedContent } from './revision-queries.ts'
import type { ShownText } from './shown-text-queries.ts'

/** In the query of a content’s page: the text that the public reads, for who sees another one. */
const PUBLIC_TEXT = { texte: 'public' }

export const wantsPublicText = ({ query }: WebVisit): boolean => query.get('texte') === PUBLIC_TEXT.texte

type Standing = {
  kind: ContentKind
  facts: { id: number; version: number; rights: ContentRights; reason: string | null; submittedAt: Instant | null }
  shown: ShownText
  visit: WebVisit
  /** The page of this content, with that query. */
  addressOf(query: { texte?: string }): string
}

/** On the page of a content, for who writes or judges it: state, reason, age in the queue, and the way to the other text. */
export function PageStanding({ kind, facts, shown, visit, addressOf }: Standing) {
  const { id, version, rights } = facts
  const { revision, proposal } = shown
  const submittedAt = proposal === undefined ? facts.submittedAt : proposal.createdAt
  const waits = rights.state === 'submitted' || proposal?.state === 'pending'
  const { isAuthor } = partIn(rights, visit.actor)
  const open = openTransitions(kind, rights.state, { isAuthor, isJudge: false })
  return (
    <>
      <StateNotice
        {...{ id, version, state: rights.state, proposal: proposal?.state, revision, submission: newKey() }}
        reason={proposal === undefined ? facts.reason : proposal.reason}
        age={waits && submittedAt !== null ? sinceText(submittedAt, visit.now) : undefined}
        verbs={proposal === undefined && rights.state !== 'published' ? open.map(({ verb }) => verb) : []}
      />
      {proposal && (
        <p>
          {proposal.isShown ? 'Vous lisez la modification. ' : 'Vous lisez le texte publié. '}
          <a href={addressOf(proposal.isShown ? PUBLIC_TEXT : {})}>
            {proposal.isShown ? 'Voir le texte que lit le public' : 'Voir la modification'}
          </a>
        </p>
      )}
    </>
  )
}

/** The same above the form, about the text that it holds; with `kind`, what its author may do beside saving. */
export function FormStanding({
  content,
  visit,
  kind,
}: {
  content: Omit<EditedContent, 'slug' | 'data' | 'present'>
  visit: WebVisit
  kind?: ContentKind
}) {
  const { id, version, rights, proposal, revision, reason, submittedAt } = content
  const waits = rights.state === 'submitted' || proposal === 'pending'
  const { isAuthor } = partIn(rights, visit.actor)
  const isOpen = kind !== undefined && rights.state !== 'published'
  const verbs = isOpen ? openTransitions(kind, rights.state, { isAuthor, isJudge: false }).map(({ verb }) => verb) : []
  return (
    <StateNotice
      {...{ id, version, state: rights.state, proposal, revision, reason, submission: newKey(), verbs }}
      age={waits && submittedAt !== null ? sinceText(submittedAt, visit.now) : undefined}
    />
  )
}
