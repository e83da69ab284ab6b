import type { Actor } from '#features/accounts/actor.ts'
import type { KindOfContent, RevisionData } from '#features/contents/kinds.ts'
import type { Gesture } from '#features/contents/moderation.ts'
import type { ContentSaved, ContentToSave } from '#features/contents/revision-actions.ts'
import { saveContentIn } from '#features/contents/revision-actions.ts'
import type { HeldDraft } from '#features/drafts/actions.ts'
import { claimAttachmentsIn, type FileToAttach } from '#features/files/attachment-actions.ts'
import type { Instant } from '#kernel/time'
import type { Database, Tx } from '#platform/database/database.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import { type EventColumns, insertEvent, updateEvent } from './authoring-store.ts'
import { type DateSlots, type DatesToSave, saveDatesIn } from './date-actions.ts'

export type EventToSave = {
  /** Undefined for a new event. `version` is the one that its author read. */
  present: { id: number; version: number } | undefined
  data: RevisionData<EventColumns>
  gesture: Gesture
  /** What was said of the files that the text names. */
  files: readonly FileToAttach[]
  dates: Pick<DatesToSave, 'wanted' | 'removed'>
}

export type SaveVerdict =
  | ContentSaved
  /** Somebody saved in between: nothing was written. */
  | { kind: 'conflict' }
  /** No such event for this person, or one in the bin. */
  | { kind: 'unknown' }
  /** What the places of a date refuse, by field name; nothing was written. */
  | { kind: 'refused'; errors: Record<string, string> }

export type Saving = {
  kind: KindOfContent<EventColumns>
  slots: DateSlots
  actor: Actor
  submission: Submission
  /** What its page kept while it was typed. */
  draft: HeldDraft
  now: Instant
  /** Where a success leads: what a second sending of the same form gets. */
  locationOf(saved: ContentSaved): string
}

class PlacesRefused extends Error {
  readonly errors: Record<string, string>
  constructor(errors: Record<string, string>) {
    super('places refused')
    this.errors = errors
  }
}

/**
 * Creates or changes an event with its files, its dates and their places, in one transaction and once per submission
 * (EVT-1). Its text stays in the history. People registered for a date that moves or is cancelled are told by the same
 * transaction.
 */
export async function saveEvent(database: Database, saving: Saving, event: EventToSave): Promise<Once<SaveVerdict>> {
  try {
    return await once(
      database,
      saving.submission,
      (tx) => saveEventIn(tx, saving, event),
      (verdict) => (verdict.kind === 'saved' ? saving.locationOf(verdict) : undefined),
    )
  } catch (error) {
    // What was written before the refusal had to be rolled back.
    if (error instanceof PlacesRefused) return { kind: 'done', value: { kind: 'refused', errors: error.errors } }
    throw error
  }
}

async function saveEventIn(tx: Tx, saving: Saving, event: EventToSave): Promise<SaveVerdict> {
  const { actor, now, draft, slots } = saving
  const { present, data, gesture, files } = event
  let places: Places | undefined
  // The dates of the form come after the text, and tell at once of their hour and of their place.
  const kind: KindOfContent<EventColumns> = {
    ...saving.kind,
    async apply(tx, contentId, { own }, { isNew }) {
      places = await writeEventIn(tx, contentId, { own, isNew })
    },
  }
  const toSave: ContentToSave = { kind, present, data, gesture, actor, now, draft }
  const verdict = await saveContentIn(tx, toSave)
  if (verdict.kind === 'refused') return { kind: 'unknown' }
  if (verdict.kind === 'conflict') return verdict
  const dates = { ...event.dates, eventId: verdict.id, ...(places ?? { from: data.own, to: data.own }) }
  const errors = await saveDatesIn(tx, { slots, actorId: actor.id, now }, dates)
  if (Object.keys(errors).length > 0) throw new PlacesRefused(errors)
  await claimAttachmentsIn(tx, files, actor.id)
  return verdict
}

/** Where an event took place before a change, and where it does now. */
export type Places = Pick<DatesToSave, 'from' | 'to'>

/** Writes what an event has of its own, its content being locked. */
export async function writeEventIn(
  tx: Tx,
  contentId: number,
  { own, isNew }: { own: EventColumns; isNew: boolean },
): Promise<Places> {
  if (!isNew) return { from: (await updateEvent(tx, contentId, own)) ?? own, to: own }
  await insertEvent(tx, contentId, own)
  return { from: own, to: own }
}
