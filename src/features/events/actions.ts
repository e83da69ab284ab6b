import type { Actor } from '#features/accounts/actor.ts'
import { audit } from '#features/audit/actions.ts'
import { type ContentText, changeContentIn, createContentIn } from '#features/contents/actions.ts'
import { dropDraftsIn, type HeldDraft } from '#features/drafts/actions.ts'
import type { Instant } from '#kernel/time'
import type { Database, Tx } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import { type Address, addressKey } from './authored-event.ts'
import { type EventColumns, insertEvent, updateEvent } from './authoring-store.ts'
import { type DateSlots, type DatesToSave, saveDatesIn } from './date-actions.ts'

export type EventToSave = {
  /** Undefined for a new event. `version` is the one that its author read. */
  present: { id: number; version: number } | undefined
  content: ContentText
  structureId: number | null
  columns: EventColumns & Address & { placeName: string }
  dates: Pick<DatesToSave, 'wanted' | 'removed'>
}

export type SaveVerdict =
  | { kind: 'saved'; id: number; slug: string }
  /** Somebody saved in between: nothing was written. */
  | { kind: 'conflict' }
  /** Errors by field name; nothing was written. */
  | { kind: 'refused'; errors: Record<string, string> }

export type Saving = {
  slots: DateSlots
  actor: Actor
  submission: Submission
  /** What its page kept while it was typed. */
  draft: HeldDraft
  now: Instant
  /** Where a success leads: what a second sending of the same form gets. */
  locationOf(saved: { id: number; slug: string }): string
}

class PlacesRefused extends Error {
  readonly errors: Record<string, string>
  constructor(errors: Record<string, string>) {
    super('places refused')
    this.errors = errors
  }
}

/**
 * Creates or changes an event with its dates and their places, in one transaction and once per submission (EVT-1). People
 * registered for a date that moves or is cancelled are told by the same transaction.
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
  const { actor, now, slots } = saving
  const written = event.present === undefined ? await createIn(tx, saving, event) : await changeIn(tx, saving, event)
  if (written === undefined) return { kind: 'conflict' }
  const { id, slug, placeChanged } = written
  const dates = { ...event.dates, eventId: id, placeChanged }
  const errors = await saveDatesIn(tx, { slots, actorId: actor.id, now }, dates)
  if (Object.keys(errors).length > 0) throw new PlacesRefused(errors)
  const verb = event.present === undefined ? 'event-created' : 'event-changed'
  await audit(tx, { actorId: actor.id, verb, object: `content:${id}`, details: { state: event.content.state }, now })
  await dropDraftsIn(tx, saving.draft)
  const organiser = event.structureId === null ? [] : [`content:${event.structureId}`]
  await dropPages(tx, ['events', `content:${id}`, ...organiser])
  return { kind: 'saved', id, slug }
}

type Written = { id: number; slug: string; placeChanged: boolean } | undefined

async function createIn(tx: Tx, { actor, now }: Saving, event: EventToSave): Promise<Written> {
  const { content, structureId, columns } = event
  const created = await createContentIn(tx, { ...content, kind: 'event', structureId, authorId: actor.id, now })
  await insertEvent(tx, created.id, columns)
  return { ...created, placeChanged: false }
}

async function changeIn(tx: Tx, { now }: Saving, { present, content, columns }: EventToSave): Promise<Written> {
  if (present === undefined) return undefined
  const changed = await changeContentIn(tx, { ...present, now }, content)
  if (changed === undefined) return undefined
  const before = await updateEvent(tx, present.id, columns)
  return { id: present.id, slug: changed.slug, placeChanged: before !== undefined && !samePlace(before, columns) }
}

function samePlace(before: EventColumns, after: EventToSave['columns']): boolean {
  const { street = '', postalCode = '', city = '', placeName = '' } = before
  return placeName === after.placeName && addressKey({ street, postalCode, city }) === addressKey(after)
}
