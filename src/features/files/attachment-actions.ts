import type { Tx } from '#platform/database/database.ts'
import type { FileSettingsTyped } from './forms.ts'
import { claimFiles, updateFileSettings } from './store.ts'

export type FileToAttach = { id: number; key: string; settings: FileSettingsTyped }

/**
 * Writes what was said of each file, in the transaction that saves their content; returns their numbers in order, for the
 * content to keep. What was sent as a session ended gets its owner here.
 */
export async function saveAttachmentsIn(tx: Tx, files: readonly FileToAttach[], by: number): Promise<number[]> {
  await claimFiles(
    tx,
    files.map(({ key }) => key),
    by,
  )
  for (const { id, settings } of files) await updateFileSettings(tx, id, settings)
  return files.map(({ id }) => id)
}
