import type { Database } from '#platform/database/database.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import { type ContentSaved, type ContentToSave, type SaveVerdict, saveContentIn } from './revision-actions.ts'

export type Saving = {
  submission: Submission
  /** Where a success leads: what a second sending of the same form gets. */
  locationOf(saved: ContentSaved): string
}

/** Saves a content once per submission: for kinds whose form holds nothing but its text. */
export function saveContent(
  database: Database,
  { submission, locationOf }: Saving,
  content: ContentToSave,
): Promise<Once<SaveVerdict>> {
  return once(
    database,
    submission,
    (tx) => saveContentIn(tx, content),
    (verdict) => (verdict.kind === 'saved' ? locationOf(verdict) : undefined),
  )
}
