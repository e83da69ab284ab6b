import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { Form } from '#ui/form.tsx'
import type { ContentState } from '../access.ts'
import type { ProposalState, Verb } from '../moderation.ts'
import { PROPOSAL_TEXTS, STATE_TEXTS, VERB_TEXTS } from '../texts.ts'

export type StateNoticeProps = {
  id: number
  state: ContentState
  proposal: ProposalState | undefined
  /** « depuis 3 jours », when it waits. */
  age?: string
  reason: string | null
  /** The text that was read: an act on another is refused. */
  revision: number
  version: number
  /** What its author may do, beside saving. */
  verbs: readonly Verb[]
  submission: string
}

/** Where a content stands, said to those who edit it: state, age in the queue, reason, and the acts that are open. */
export function StateNotice(props: StateNoticeProps) {
  const { state, proposal, age, reason, verbs } = props
  const title = proposal === undefined ? STATE_TEXTS[state] : PROPOSAL_TEXTS[proposal]
  const isSentBack = reason !== null && reason !== ''
  if (state === 'published' && proposal === undefined && verbs.length === 0) return null
  return (
    <Notice tone={isSentBack ? 'warn' : 'info'} title={age === undefined ? title : `${title} ${age}`}>
      {isSentBack && <p class="quote">Motif : {reason}</p>}
      {proposal === 'pending' && <p>Le public voit encore l’ancien texte.</p>}
      {verbs.length > 0 && <Acts {...props} />}
    </Notice>
  )
}

function Acts({ id, revision, version, verbs, submission }: StateNoticeProps) {
  return (
    <Form action={addresses.contents.decide({ content: id })} submission={submission} look="inline">
      <Hidden name="revision" value={revision} />
      <Hidden name="version" value={version} />
      <p class="row">
        {verbs.map((verb) => (
          <Button key={verb} name="geste" value={verb} look={verb === 'trash' ? 'danger' : 'plain'}>
            {VERB_TEXTS[verb]}
          </Button>
        ))}
      </p>
    </Form>
  )
}
