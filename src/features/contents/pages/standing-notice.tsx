import { sinceText } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Notice } from '#ui/flash.tsx'
import type { ContentState } from '../access.ts'
import type { ProposalState } from '../moderation.ts'

export type StandingNoticeProps = {
  state: ContentState
  /** The text proposed for what is published, when this reader sees it. */
  proposal: ProposalState | undefined
  reason: string | null
  /** Since when it waits. */
  submittedAt: Instant | null
  now: Instant
  /** The other of the two texts of a published content: its address, and which one it is. */
  other?: { href: string; isPublic: boolean }
}

type Tone = 'info' | 'warn' | 'bad'
type Said = { tone: Tone; title: string; text: string }

const STATES: Partial<Record<ContentState, Said>> = {
  draft: {
    tone: 'info',
    title: 'Brouillon',
    text: 'Vous seul et vos co-auteurs le voyez. « Enregistrer » le soumet à validation.',
  },
  submitted: {
    tone: 'info',
    title: 'En attente de validation',
    text: 'Il n’apparaît sur le site qu’après validation. Vous pouvez encore le modifier : c’est le dernier texte qui est jugé.',
  },
  'to-correct': {
    tone: 'warn',
    title: 'À corriger',
    text: 'Modifiez-le puis enregistrez : il repart alors en validation.',
  },
  refused: { tone: 'bad', title: 'Refusé', text: 'Il n’est pas sur le site.' },
  unpublished: { tone: 'warn', title: 'Dépublié', text: 'Il n’est plus sur le site.' },
  archived: { tone: 'info', title: 'Archivé', text: 'Il n’est plus sur le site.' },
  trashed: { tone: 'bad', title: 'Dans la corbeille', text: 'Il n’est plus sur le site.' },
}

const PROPOSALS: Record<ProposalState, Said> = {
  draft: {
    tone: 'info',
    title: 'Modification gardée comme brouillon',
    text: 'Le public lit toujours l’ancien texte.',
  },
  pending: {
    tone: 'info',
    title: 'Modification en attente de validation',
    text: 'Le public lit toujours l’ancien texte, jusqu’à ce qu’elle soit acceptée.',
  },
  'to-correct': {
    tone: 'warn',
    title: 'Modification à corriger',
    text: 'Le public lit toujours l’ancien texte. Modifiez puis enregistrez : elle repart alors en validation.',
  },
}

/** Where a content stands, for those who write and judge it: state, age in the queue, reason. Nothing when all is public. */
export function StandingNotice(props: StandingNoticeProps) {
  const { state, proposal, reason, submittedAt, now, other } = props
  const said = proposal === undefined ? STATES[state] : PROPOSALS[proposal]
  if (said === undefined) return null
  const age = state === 'submitted' && submittedAt !== null ? ` ${sinceText(submittedAt, now)}` : ''
  return (
    <Notice tone={said.tone} title={said.title + age}>
      {reason && (
        <blockquote>
          <p>{reason}</p>
        </blockquote>
      )}
      <p>{said.text}</p>
      {other && (
        <p>
          <a href={other.href}>{other.isPublic ? 'Voir le texte que lit le public' : 'Voir la modification'}</a>
        </p>
      )}
    </Notice>
  )
}
