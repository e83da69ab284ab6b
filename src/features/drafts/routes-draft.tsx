import type { VNode } from 'preact'
import { addresses } from '#addresses'
import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import { Fields } from '#platform/http/fields.ts'
import { keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import type { Autosave } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import type { HeldDraft } from './actions.ts'
import { fingerprint } from './draft-text.ts'
import { type DraftKind, formName } from './form-names.ts'
import { DraftNotice, type DraftShown } from './pages/draft-notice.tsx'
import { type Draft, listDrafts } from './queries.ts'

export type OpenDraft = {
  /** What the form begins with once « Reprendre » was chosen. */
  restored: FormState['values'] | undefined
  /** Above the form: what was begun earlier, and the copy of this device. */
  notice: VNode
  /** For the bar of its buttons. */
  autosave: Autosave
}

type AskedForm = { kind: DraftKind; id: number | undefined; actor: Actor; version?: number }

/** Which draft the form that is being sent holds: hand it to the action that saves it. */
export const heldDraft = ({ form }: WebVisit, { kind, id, actor }: AskedForm): HeldDraft => ({
  personId: actor.id,
  form: formName(kind, id),
  page: form.get('submission'),
  from: form.get('brouillon'),
})

/**
 * What any long form needs to lose nothing: call it wherever the form is shown, first or again. `version` is that of the
 * saved text, to say when it changed since. One statement.
 */
export async function openDraft({ database, settings }: Parts, visit: WebVisit, asked: AskedForm): Promise<OpenDraft> {
  const { actor } = asked
  const form = formName(asked.kind, asked.id)
  const drafts = await listDrafts(database, actor.id, form)
  const isSent = visit.form.entries().length > 0
  const [own, from] = [visit.form.get('submission'), visit.form.get('brouillon')]
  const origin = isSent
    ? (findDraft(drafts, own)?.page ?? from)
    : (findDraft(drafts, visit.query.get('brouillon'))?.page ?? '')
  const taken = findDraft(drafts, origin)
  const restored = isSent || taken === undefined ? undefined : new Fields(taken.fields).toValues()
  const others = drafts.filter(({ page }) => page !== origin && page !== own && page !== from)
  return {
    restored,
    notice: (
      <DraftNotice
        {...{ form, path: visit.path, now: visit.now }}
        resumed={restored && taken ? shownOf(taken, asked.version) : undefined}
        drafts={others.map((draft) => shownOf(draft, asked.version))}
      />
    ),
    autosave: {
      url: addresses.drafts.one({ form }),
      person: keyedHash(settings.SECRET, `drafts of ${actor.id}`).slice(0, 16),
      origin,
      dirty: isSent,
      known: drafts.map(({ fields }) => fingerprint(fields)).join(' '),
    },
  }
}

const findDraft = (drafts: readonly Draft[], page: string): Draft | undefined =>
  drafts.find((draft) => draft.page === page)

function shownOf(draft: Draft, version: number | undefined): DraftShown {
  const fields = new Fields(draft.fields)
  const isOld = version !== undefined && fields.has('version') && fields.get('version') !== String(version)
  const length = fields.entries().reduce((sum, [, text]) => sum + text.length, 0)
  return { ...draft, title: (fields.get('titre') || fields.get('nom')).slice(0, 100), length, isOld }
}
