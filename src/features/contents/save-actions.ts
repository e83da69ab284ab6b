import { claimAttachmentsIn, type FileToAttach } from '#features/files/attachment-actions.ts'
import type { Database } from '#platform/database/database.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import { type ContentSaved, type ContentToSave, type SaveVerdict, saveContentIn } from './revision-actions.ts'

export type Saving = {
  submission: Submission
  /** Where a success leads: what a second sending of the same form gets. */
  locationOf(saved: ContentSaved): string
  /** What was said of the files that the text names. */
  files: readonly FileToAttach[]
}

/** Saves a content with its files once per submission: for kinds whose form holds nothing but its text. */
export function saveContent(
  database: Database,
  { submission, locationOf, files }: Saving,
  content: ContentToSave,
): Promise<Once<SaveVerdict>> {
  return once(
    database,
    submission,
    async (tx) => {
      const verdict = await saveContentIn(tx, content)
      if (verdict.kind === 'saved') await claimAttachmentsIn(tx, files, content.actor.id)
      return verdict
    },
    (verdict) => (verdict.kind === 'saved' ? locationOf(verdict) : undefined),
  )
}
