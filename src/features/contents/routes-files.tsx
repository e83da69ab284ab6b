import type { Actor, Reader as Person, WebVisit } from '#features/accounts/actor.ts'
import { passesOwnRule } from '#features/files/access.ts'
import { ATTACHED, type AttachmentSpec, IMAGE, keyName } from '#features/files/attachment-spec.ts'
import { AttachmentFields } from '#features/files/pages/attachment-fields.tsx'
import { filesByNumber, filesOfForm, readableFiles, type StoredFile } from '#features/files/queries.ts'
import { type AttachmentReading, attachmentValues, readAttachments } from '#features/files/routes-attachments.tsx'
import type { ShownFile } from '#features/files/shown-file.ts'
import { SECTOR_OPTIONS } from '#features/territory/sectors.ts'
import type { Database } from '#platform/database/database.ts'
import type { Parts } from '#platform/parts.ts'
import type { FormState } from '#ui/form-state.ts'
import type { FileOfContent } from './kinds.ts'

const SPECS = [IMAGE, ATTACHED]
type Shown = AttachmentReading['shown']

/** The two places for files in a form, as they were sent. */
export const readFiles = (visit: WebVisit, parts: Parts, by: { actor: Actor; present: readonly FileOfContent[] }) =>
  readAttachments(visit, parts, { actor: by.actor, specs: SPECS, present: by.present.map(({ fileId }) => fileId) })

/** The files that a form asks to keep, in order. */
export const filesToKeep = ({ wanted }: AttachmentReading): FileOfContent[] => [
  ...(wanted[IMAGE.prefix] ?? []).map(({ id, settings }) => ({ fileId: id, role: 'image' as const, said: settings })),
  ...(wanted[ATTACHED.prefix] ?? []).map(({ id, settings }) => ({
    fileId: id,
    role: 'attached' as const,
    said: settings,
  })),
]

/** Files that were read, in the order of a text, with what it says of them. */
export const withWords = (files: readonly FileOfContent[], found: readonly ShownFile[]): ShownFile[] =>
  files.flatMap(({ fileId, said }) => {
    const file = found.find(({ id }) => id === fileId)
    return file === undefined ? [] : [{ ...file, ...said }]
  })

/** The files that were read, in each of the two places, with what this text says of them. */
function inPlaces(files: readonly FileOfContent[], found: readonly ShownFile[]) {
  const ofRole = (role: FileOfContent['role']) =>
    withWords(
      files.filter((file) => file.role === role),
      found,
    )
  return { image: ofRole('image'), attached: ofRole('attached') }
}

/** What the form of a content that exists begins with. One statement. */
export async function presentFiles(database: Database, files: readonly FileOfContent[]) {
  const ids = [...new Set(files.map(({ fileId }) => fileId))]
  const { image, attached } = inPlaces(files, await filesByNumber(database, ids))
  const shown: Shown = { [IMAGE.prefix]: image, [ATTACHED.prefix]: attached }
  return { shown, values: { ...attachmentValues(IMAGE, image), ...attachmentValues(ATTACHED, attached) } }
}

/** The files that a restored draft names: those that this person may put in a form. */
export async function typedFiles(
  database: Database,
  values: FormState['values'],
  by: { actor: Actor; present: readonly FileOfContent[] },
): Promise<Shown> {
  const person = { id: by.actor.id, present: by.present.map(({ fileId }) => fileId) }
  const of = ({ prefix }: AttachmentSpec) => filesOfForm(database, values[keyName(prefix)] ?? [], person)
  return { [IMAGE.prefix]: await of(IMAGE), [ATTACHED.prefix]: await of(ATTACHED) }
}

/** The fields « Une image » and « Fichiers attachés »; `imageLabel` is what the manual calls the first in this form. */
export function fileFields(
  state: FormState,
  shown: Shown,
  departements: readonly { code: string; name: string }[],
  imageLabel = 'Une image (illustration ou logo)',
) {
  const options = departements.map(({ code, name }) => ({ value: code, text: name }))
  const common = { state, choices: { departements: options, sectors: SECTOR_OPTIONS } }
  const image = <AttachmentFields {...common} spec={IMAGE} label={imageLabel} files={shown[IMAGE.prefix] ?? []} />
  const attached = (
    <AttachmentFields {...common} spec={ATTACHED} label="Fichiers attachés" files={shown[ATTACHED.prefix] ?? []} />
  )
  return { image, attached }
}

/** What a page shows of the files read with it: only what this person may read. */
export function filesReadable(
  all: readonly { role: FileOfContent['role']; file: StoredFile }[],
  person: Person,
): { image: ShownFile | undefined; attached: ShownFile[] } {
  const readable = all.filter(({ file }) => passesOwnRule(file, person))
  const image = readable.find(({ role }) => role === 'image')?.file
  return { image, attached: readable.flatMap(({ role, file }) => (role === 'attached' ? [file] : [])) }
}

/** What a page shows: only what this person may read. One statement. */
export async function filesShown(
  database: Database,
  files: readonly FileOfContent[],
  person: Person,
): Promise<{ image: ShownFile | undefined; attached: ShownFile[] }> {
  const ids = [...new Set(files.filter(({ role }) => role !== 'media').map(({ fileId }) => fileId))]
  const { image, attached } = inPlaces(files, await readableFiles(database, ids, person))
  return { image: image[0], attached }
}
