// The part « Parcourir > Choisir > Transférer > Suivant » of other forms: what was sent becomes keys in the form, and the
// form comes back with everything typed.
import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import { Fields } from '#platform/http/fields.ts'
import { readForm } from '#platform/http/form-reading.ts'
import type { SentFile } from '#platform/http/multipart.ts'
import { keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import type { FileToAttach } from './attachment-actions.ts'
import { type AttachmentSpec, inputName, keyName, readFileGesture, settingName } from './attachment-spec.ts'
import { FILE_SETTINGS_LISTS, fileSettingsSchema } from './forms.ts'
import { cleanName } from './names.ts'
import { filesOfForm } from './queries.ts'
import { countBytes } from './quota-actions.ts'
import { fileDesk, type Received, receiveFile } from './receive-actions.ts'
import type { ShownFile } from './shown-file.ts'
import { MOST_BYTES_OF_ANY, MOST_BYTES_SIGNED_OUT, MOST_FILES } from './sizes.ts'
import { NOTHING_CHOSEN, refusalText } from './texts.ts'

type Values = Record<string, readonly string[]>

export type AttachmentReading = {
  /** The whole form to show again, keys included. */
  values: Values
  /** By field name; a refused file is said under its « Parcourir ». */
  errors: Record<string, string>
  /** A button that saves nothing was pressed: show the form again, status 200. */
  isGesture: boolean
  /** The files of each part, by prefix, to show. */
  shown: Readonly<Record<string, readonly ShownFile[]>>
  /** What to hand to `claimAttachmentsIn`, and what is said of each, by prefix. Whole only when there are no errors. */
  wanted: Readonly<Record<string, readonly FileToAttach[]>>
}

type Reading = { actor: Actor; specs: readonly AttachmentSpec[]; present: readonly number[] }

const TRIES = { tries: 200, seconds: 3600 }
const TRIES_SIGNED_OUT = { tries: 10, seconds: 3600 }

/** `present`: numbers of the files that the content shows already, whoever sent them. */
export async function readAttachments(visit: WebVisit, parts: Parts, reading: Reading): Promise<AttachmentReading> {
  const { actor, specs } = reading
  const values: Values = { ...visit.form.toValues() }
  const errors: Record<string, string> = {}
  const shown: Record<string, readonly ShownFile[]> = {}
  const wanted: Record<string, readonly FileToAttach[]> = {}
  const gesture = readFileGesture(visit.form.get('geste'))
  for (const spec of specs) {
    const sent = visit.files.filter(({ field }) => field === inputName(spec.prefix))
    const received = await receiveAll(visit, parts, { sent, spec, actor })
    const before = (values[keyName(spec.prefix)] ?? []).filter((key) => !isRemoved(gesture, spec, key))
    const after = [...before, ...received.flatMap((one) => (one.ok ? [one.key] : []))]
    const keys = spec.single ? after.slice(-1) : after.slice(0, MOST_FILES)
    const refusals = received.flatMap((one) => (one.ok ? [] : [refusalText(one.name, one.because)]))
    if (sent.length === 0 && sendsNothing(values, gesture, spec, before)) refusals.push(NOTHING_CHOSEN)
    if (refusals.length > 0) errors[inputName(spec.prefix)] = refusals.join(' ')
    const files = await filesOfForm(parts.database, keys, { id: actor.id, present: reading.present })
    values[keyName(spec.prefix)] = files.map(({ key }) => key)
    const read = files.map((file) => readSettings(values, spec.prefix, file))
    Object.assign(values, ...read.map((one) => one.values))
    Object.assign(errors, ...read.map((one) => one.errors))
    shown[spec.prefix] = files
    wanted[spec.prefix] = read.flatMap(({ file }) => (file === undefined ? [] : [file]))
    applyStep(values, gesture, spec)
  }
  return { values, errors, isGesture: gesture !== undefined, shown, wanted }
}

type Gesture = ReturnType<typeof readFileGesture>

const isRemoved = (gesture: Gesture, { prefix }: AttachmentSpec, key: string): boolean =>
  gesture?.verb === 'remove' && gesture.prefix === prefix && gesture.key === key

/** « Transférer » alone. A file sent piece by piece comes with its key, of which nothing is said yet. */
const sendsNothing = (values: Values, gesture: Gesture, { prefix }: AttachmentSpec, keys: readonly string[]): boolean =>
  gesture?.verb === 'send' &&
  gesture.prefix === prefix &&
  keys.every((key) => values[settingName(prefix, key, 'visibilite')] !== undefined)

/** « Suivant » folds what was said of a file, « Modifier » unfolds it. */
function applyStep(values: Values, gesture: Gesture, { prefix }: AttachmentSpec): void {
  if (gesture === undefined || gesture.prefix !== prefix) return
  const done = settingName(prefix, gesture.key, 'fait')
  if (gesture.verb === 'next') values[done] = ['oui']
  if (gesture.verb === 'change') values[done] = []
}

/** What was typed about a file, or what is known of it when the form says nothing yet. */
function readSettings(values: Values, prefix: string, file: ShownFile) {
  const named = (name: string) => settingName(prefix, file.key, name)
  const typed = values[named('visibilite')] === undefined ? settingsOf(file) : undefined
  const own = new URLSearchParams()
  for (const name of ['visibilite', 'roles', 'description', 'alternative', 'departements', 'secteurs']) {
    for (const value of typed?.[name] ?? values[named(name)] ?? []) own.append(name, value)
  }
  const reading = readForm(fileSettingsSchema, new Fields(own), FILE_SETTINGS_LISTS)
  const added = Object.entries(typed ?? {}).map(([name, all]) => [named(name), all] as const)
  const errors = reading.ok ? [] : Object.entries(reading.errors).map(([name, text]) => [named(name), text] as const)
  return {
    values: Object.fromEntries(added) as Values,
    errors: Object.fromEntries(errors) as Record<string, string>,
    file: reading.ok ? { id: file.id, key: file.key, settings: reading.value } : undefined,
  }
}

const settingsOf = (file: ShownFile): Values => ({
  visibilite: [file.visibility],
  roles: file.roles,
  description: [file.description],
  alternative: [file.alternative],
  departements: file.departements,
  secteurs: file.sectors,
})

/** What the form of an existing content begins with, for one part. */
export function attachmentValues(spec: AttachmentSpec, files: readonly ShownFile[]): Values {
  const { prefix } = spec
  const ofFile = (file: ShownFile) =>
    Object.entries({ ...settingsOf(file), fait: ['oui'] }).map(([name, all]) => [
      settingName(prefix, file.key, name),
      all,
    ])
  return { [keyName(prefix)]: files.map(({ key }) => key), ...Object.fromEntries(files.flatMap(ofFile)) }
}

type Sending = { sent: readonly SentFile[]; spec: Pick<AttachmentSpec, 'kinds'>; actor: Actor | undefined }

/** One after the other: a form’s files do not take all there is. */
async function receiveAll(visit: WebVisit, parts: Parts, { sent, spec, actor }: Sending): Promise<Received[]> {
  const desk = fileDesk(parts)
  const only = spec.kinds.length === 1 ? spec.kinds[0] : undefined
  const received: Received[] = []
  const overQuota = async ({ bytes }: SentFile) =>
    actor === undefined || (await countBytes(parts, actor, bytes, visit.now)) ? undefined : 'too-much-today'
  for (const one of sent) {
    const [who, limit] = actor === undefined ? [visit.network, TRIES_SIGNED_OUT] : [String(actor.id), TRIES]
    const key = keyedHash(parts.settings.SECRET, `file ${who}`)
    const { allowed } = await countTry(desk.database, key, limit, visit.now)
    const refusal = allowed ? await overQuota(one) : 'too-many-tries'
    if (refusal !== undefined) received.push({ ok: false, name: cleanName(one.name), because: refusal })
    else received.push(await receiveFile(desk, one, { ownerId: actor?.id ?? null, now: visit.now, only }))
  }
  return received
}

/** For the server’s limits: whoever is not signed in may finish what they were sending, no more. */
export const mostFileBytes = (actor: Actor | undefined): number =>
  actor === undefined ? MOST_BYTES_SIGNED_OUT : MOST_BYTES_OF_ANY

/** Keeps the files of a form whose session ended (R13): they are nobody’s until their sender is back with their keys. */
export const keepFilesOf =
  (parts: Parts) =>
  async (visit: WebVisit): Promise<Fields> => {
    const fields = new URLSearchParams(visit.form.toString())
    for (const sent of visit.files) {
      const prefix = /^([a-z-]{1,40})\.fichier$/.exec(sent.field)?.[1]
      if (prefix === undefined) continue
      const spec: Pick<AttachmentSpec, 'kinds'> = { kinds: [] }
      const [received] = await receiveAll(visit, parts, { sent: [sent], spec, actor: visit.actor })
      if (received?.ok) fields.append(keyName(prefix), received.key)
    }
    return new Fields(fields)
  }
