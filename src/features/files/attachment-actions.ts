import type { Tx } from '#platform/database/database.ts'
import type { FileSettingsTyped } from './forms.ts'
import type { FileWords } from './shown-file.ts'
import { claimFiles, keepConfidential, updateFileSettings } from './store.ts'

export type FileToAttach = { id: number; key: string; settings: FileSettingsTyped }

/** What was sent as a session ended gets its owner, in the transaction that saves the content of that form. */
export const claimAttachmentsIn = (tx: Tx, files: readonly FileToAttach[], by: number): Promise<void> =>
  claimFiles(
    tx,
    files.map(({ key }) => key),
    by,
  )

/** Makes true what was said of a file, with the text that says it. */
export const sayOfFileIn = (tx: Tx, id: number, { roles, departements, sectors, ...words }: FileWords): Promise<void> =>
  updateFileSettings(tx, id, {
    ...words,
    roles: [...roles],
    departements: [...departements],
    sectors: [...sectors],
  })

/** The documents of a project: of these files its readers are the only ones (N9). */
export const keepConfidentialIn = (tx: Tx, ids: readonly number[]): Promise<void> => keepConfidential(tx, ids)
