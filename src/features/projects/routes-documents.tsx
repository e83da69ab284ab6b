import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import { CONFIDENTIAL, keyName } from '#features/files/attachment-spec.ts'
import { AttachmentFields } from '#features/files/pages/attachment-fields.tsx'
import { filesByNumber, filesOfForm } from '#features/files/queries.ts'
import { type AttachmentReading, attachmentValues, readAttachments } from '#features/files/routes-attachments.tsx'
import type { ShownFile } from '#features/files/shown-file.ts'
import type { Database } from '#platform/database/database.ts'
import type { Parts } from '#platform/parts.ts'
import type { FormState } from '#ui/form-state.ts'

type By = { actor: Actor; present: readonly number[] }

/** The documents of the form, as they were sent. */
export const readDocuments = (visit: WebVisit, parts: Parts, { actor, present }: By): Promise<AttachmentReading> =>
  readAttachments(visit, parts, { actor, specs: [CONFIDENTIAL], present })

export const documentsRead = ({ shown }: AttachmentReading): readonly ShownFile[] => shown[CONFIDENTIAL.prefix] ?? []

export const documentsWanted = ({ wanted }: AttachmentReading) => wanted[CONFIDENTIAL.prefix] ?? []

/** What the form of a project that exists begins with. */
export async function presentDocuments(database: Database, present: readonly number[]) {
  const files = await filesByNumber(database, present)
  return { files, values: attachmentValues(CONFIDENTIAL, files) }
}

/** What another window joined in between comes into a form that did not know it: left out, it would be taken away (R12). */
export async function withDocumentsOfOthers(
  database: Database,
  shown: { files: readonly ShownFile[]; values: FormState['values'] },
  present: readonly number[],
) {
  const known = new Set(shown.files.map(({ id }) => id))
  const added = await filesByNumber(
    database,
    present.filter((id) => !known.has(id)),
  )
  const keys = [...(shown.values[keyName(CONFIDENTIAL.prefix)] ?? []), ...added.map(({ key }) => key)]
  const values = {
    ...attachmentValues(CONFIDENTIAL, added),
    ...shown.values,
    [keyName(CONFIDENTIAL.prefix)]: keys,
  }
  return { added, files: [...shown.files, ...added], values }
}

/** The documents that a restored draft names, when this person may put them in a form. */
export const typedDocuments = (database: Database, values: FormState['values'], { actor, present }: By) =>
  filesOfForm(database, values[keyName(CONFIDENTIAL.prefix)] ?? [], { id: actor.id, present })

export const documentsField = (state: FormState, files: readonly ShownFile[]) => (
  <AttachmentFields
    {...{ state, files }}
    choices={{ departements: [], sectors: [] }}
    spec={CONFIDENTIAL}
    label="Ajouter un document"
  />
)
