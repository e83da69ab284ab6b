import type { Actor } from '#features/accounts/actor.ts'
import type { KindOfContent, RevisionData } from '#features/contents/kinds.ts'
import { type SaveVerdict, saveContentIn } from '#features/contents/revision-actions.ts'
import type { Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import type { EventColumns } from './authoring-store.ts'

export type Duplicating = {
  kind: KindOfContent<EventColumns>
  /** The text of the event that is duplicated. */
  data: RevisionData<EventColumns>
  actor: Actor
  submission: Submission
  now: Instant
  locationOf(copy: { id: number; slug: string }): string
}

const LONGEST_TITLE = 250
const MARK = ' (copie)'

/** A draft with the same text, the same place and the same files; neither dates nor people (EVT-6). Once per submission. */
export function duplicateEvent(database: Database, duplicating: Duplicating): Promise<Once<SaveVerdict>> {
  const { kind, data, actor, submission, now, locationOf } = duplicating
  const { content, own } = data
  const title = content.title.slice(0, LONGEST_TITLE - MARK.length) + MARK
  const structureId = actor.structures.find((id) => id === content.structureId) ?? actor.structures[0] ?? null
  const copy = { content: { ...content, title, structureId }, own }
  return once(
    database,
    submission,
    (tx) => saveContentIn(tx, { kind, present: undefined, data: copy, gesture: 'brouillon', actor, now }),
    (verdict) => (verdict.kind === 'saved' ? locationOf(verdict) : undefined),
  )
}
