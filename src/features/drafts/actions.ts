import type { Instant } from '#kernel/time'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { isKey } from '#platform/keys.ts'
import { MOST_BYTES_OF_DRAFTS, MOST_DRAFTS } from './form-names.ts'
import * as store from './store.ts'

/** What a page wrote, and the draft that it took up if any: both are dropped when its form is saved. */
export type HeldDraft = { personId: number; form: string; page: string; from: string }

export type DraftVerdict = 'kept' | 'too-many' | 'unreadable'

/** Keeps what is being typed on a page; the last one wins, on that page alone. */
export function keepDraft(
  database: Database,
  { from, ...place }: HeldDraft,
  typed: { fields: string; now: Instant },
): Promise<DraftVerdict> {
  return transact(database, async (tx) => {
    if (!isKey(place.page)) return 'unreadable'
    const others = await store.weighOthers(tx, place)
    const isTooHeavy = others.bytes + Buffer.byteLength(typed.fields) > MOST_BYTES_OF_DRAFTS
    if (others.count >= MOST_DRAFTS || isTooHeavy) return 'too-many'
    if (isKey(from)) await store.takeOver(tx, place, from)
    await store.writeDraft(tx, place, typed)
    return 'kept'
  })
}

/** « Jeter » */
export function throwDraftAway(database: Database, draft: Omit<HeldDraft, 'from'>): Promise<void> {
  return transact(database, (tx) => dropDraftsIn(tx, { ...draft, from: '' }))
}

/** The form was saved: what its page wrote is no longer under way. Drafts of other pages stay. */
export function dropDraftsIn(tx: Tx, { personId, form, page, from }: HeldDraft): Promise<void> {
  return store.deleteDrafts(tx, { personId, form, pages: [page, from] })
}
