import type { Actor } from '#features/accounts/actor.ts'
import type { FileToAttach } from '#features/files/attachment-actions.ts'
import type { Fields } from '#platform/http/fields.ts'
import { type FormReading, readForm } from '#platform/http/form-reading.ts'
import { fileResourceForm, linkResourceForm, RESOURCE_LISTS } from './forms.ts'
import { dataOfFile, dataOfLink, type ResourceData } from './routes-authoring-data.ts'
import { MEDIA_FIELD } from './routes-files.tsx'

type Asked = { isLink: boolean; file: FileToAttach | undefined; actor: Actor; present: ResourceData | undefined }

/** What the form asks to save, under either tab; every error at once. */
export function readResourceForm(
  form: Fields,
  { isLink, file, actor, present }: Asked,
): FormReading<{ data: ResourceData; version: number }> {
  const structureId = present === undefined ? structureFor(actor, form.get('structure')) : present.content.structureId
  if (isLink) {
    const read = readForm(linkResourceForm, form, RESOURCE_LISTS)
    if (!read.ok) return read
    return { ok: true, value: { data: dataOfLink(read.value, structureId), version: read.value.version } }
  }
  const read = readForm(fileResourceForm, form, RESOURCE_LISTS)
  if (file === undefined) {
    const errors = { [MEDIA_FIELD]: 'Choisissez un fichier, ou prenez l’onglet « Lien web / vidéo ».' }
    return { ok: false, errors: read.ok ? errors : { ...errors, ...read.errors } }
  }
  if (!read.ok) return read
  return { ok: true, value: { data: dataOfFile(read.value, file, structureId), version: read.value.version } }
}

/** One of the person’s own structures: another number is not theirs to speak for. */
function structureFor(actor: Actor, typed: string): number | null {
  return actor.structures.find((id) => String(id) === typed) ?? actor.structures[0] ?? null
}
