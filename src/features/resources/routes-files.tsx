import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import type { FileOfContent } from '#features/contents/kinds.ts'
import { withWords } from '#features/contents/routes-files.tsx'
import { type AttachmentSpec, inputName, keyName } from '#features/files/attachment-spec.ts'
import { FILE_KINDS } from '#features/files/kinds.ts'
import { AttachmentFields } from '#features/files/pages/attachment-fields.tsx'
import { filesByNumber, filesOfForm } from '#features/files/queries.ts'
import { attachmentValues, readAttachments } from '#features/files/routes-attachments.tsx'
import type { ShownFile } from '#features/files/shown-file.ts'
import { SECTOR_OPTIONS } from '#features/territory/sectors.ts'
import type { Database } from '#platform/database/database.ts'
import type { Parts } from '#platform/parts.ts'
import type { FormState } from '#ui/form-state.ts'

const MEDIA: AttachmentSpec = { prefix: 'ressource', single: true, kinds: FILE_KINDS }

/** Where the error of a missing file is said. */
export const MEDIA_FIELD = inputName(MEDIA.prefix)

type By = { actor: Actor; present: readonly FileOfContent[] }

const idsOf = (files: readonly FileOfContent[]) => files.map(({ fileId }) => fileId)

/** The file of a resource’s form, as it was sent. */
export async function readMedia(visit: WebVisit, parts: Parts, { actor, present }: By) {
  const read = await readAttachments(visit, parts, { actor, specs: [MEDIA], present: idsOf(present) })
  return { ...read, files: read.shown[MEDIA.prefix] ?? [], file: read.wanted[MEDIA.prefix]?.[0] }
}

/** What the form of a resource that exists begins with. */
export async function presentMedia(database: Database, present: readonly FileOfContent[]) {
  const files = withWords(present, await filesByNumber(database, idsOf(present)))
  return { files, values: attachmentValues(MEDIA, files) }
}

/** The file that a restored draft names, when this person may put it in a form. */
export const typedMedia = (database: Database, values: FormState['values'], { actor, present }: By) =>
  filesOfForm(database, values[keyName(MEDIA.prefix)] ?? [], { id: actor.id, present: idsOf(present) })

/** « Choisissez un fichier > Transférer > Suivant », then who reads it and what it is about. */
export function mediaField(
  state: FormState,
  files: readonly ShownFile[],
  departements: readonly { code: string; name: string }[],
) {
  const options = departements.map(({ code, name }) => ({ value: code, text: name }))
  const choices = { departements: options, sectors: SECTOR_OPTIONS }
  return <AttachmentFields {...{ state, files, choices }} spec={MEDIA} label="Choisissez un fichier" needed />
}
