import { addresses, itemOf } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import type { RevisionData } from '#features/contents/kinds.ts'
import type { ContentSaved } from '#features/contents/revision-actions.ts'
import type { EditedContent } from '#features/contents/revision-queries.ts'
import { conflictOf } from '#features/contents/routes-conflict.ts'
import { editableContent } from '#features/contents/routes-editing.ts'
import { fileFields, filesToKeep, presentFiles, readFiles, typedFiles } from '#features/contents/routes-files.tsx'
import { FormStanding } from '#features/contents/routes-standing.tsx'
import { saveContent } from '#features/contents/save-actions.ts'
import { heldDraft, type OpenDraft, openDraft } from '#features/drafts/routes-draft.tsx'
import type { AttachmentReading } from '#features/files/routes-attachments.tsx'
import { placeOf } from '#features/structures/routes-editing-data.ts'
import { departementsOfRegion } from '#features/territory/queries.ts'
import type { Geocoder } from '#platform/geocoder/geocoder.ts'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import type { ServiceColumns } from './edit-store.ts'
import { structuresForService } from './own-queries.ts'
import { ServiceFormPage, type ServiceFormProps } from './pages/service-form-page.tsx'
import { dataOfService, valuesOfService } from './routes-editing-data.ts'
import { optionsOf } from './routes-editing-options.ts'
import { serviceKind } from './routes-kind.ts'
import { SERVICE_LISTS, serviceForm } from './service-forms.ts'

type Writing = {
  visit: WebVisit
  parts: Parts
  geocoder: Geocoder
  actor: Actor
  content: EditedContent | undefined
}

/** Creating and changing a service under its structure (STR-3, STR-4, STR-6). */
export function serviceEditingRoutes(site: WebSite, parts: Parts, geocoder: Geocoder): void {
  const forNew = (then: (writing: Writing) => Promise<Answer>) => async (visit: WebVisit) => {
    const { actor } = visit
    if (actor === undefined) return signInFirst
    if (!mayContribute(actor)) return forbidden('Seuls les professionnels qui publient créent des services.')
    return then({ visit, parts, geocoder, actor, content: undefined })
  }
  const forOne = (then: (writing: Writing) => Promise<Answer>) => async (visit: WebVisit) => {
    const opened = await editableContent(visit, parts.database, serviceKind)
    return 'kind' in opened ? opened : then({ visit, parts, geocoder, ...opened })
  }
  site.get(addresses.services.new, forNew(showForm))
  site.post(addresses.services.new, forNew(receiveForm), { files: true })
  site.get(addresses.services.edit, forOne(showForm))
  site.post(addresses.services.edit, forOne(receiveForm), { files: true })
}

const presentOf = ({ content }: Writing) => content?.data as RevisionData<ServiceColumns> | undefined

/** The structure asked by the link of its form, typed, or the present one. */
function askedStructure(writing: Writing, typed?: number): number | undefined {
  const asked = Number(writing.visit.query.get('structure'))
  if (typed !== undefined) return typed
  return presentOf(writing)?.content.structureId ?? (Number.isSafeInteger(asked) && asked > 0 ? asked : undefined)
}

async function structuresOf(writing: Writing, typed?: number) {
  const { parts, actor } = writing
  const may = await structuresForService(parts.database, actor, askedStructure(writing, typed))
  return may.map(({ id, title }) => ({ value: String(id), text: title }))
}

const askedForm = ({ actor, content }: Writing) => ({
  kind: 'service' as const,
  id: content?.id,
  actor,
  version: content?.version,
})

async function showForm(writing: Writing): Promise<Answer> {
  const { parts, visit, actor, content } = writing
  const draft = await openDraft(parts, visit, askedForm(writing))
  const present = presentOf(writing)
  if (draft.restored) {
    const files = await typedFiles(parts.database, draft.restored, { actor, present: present?.content.files ?? [] })
    return formPage(writing, { values: draft.restored, draft, files })
  }
  const files = await presentFiles(parts.database, present?.content.files ?? [])
  const saved = present === undefined ? await newValues(writing) : valuesOfService(content?.version ?? 0, present)
  if (saved === undefined) {
    return forbidden('Pour créer un service, demandez d’abord à gérer la fiche de votre structure, sur sa page.')
  }
  return formPage(writing, { draft, values: { ...saved, ...files.values }, files: files.shown })
}

/** A new service begins under the structure that was asked, or the first of one's own; undefined when there is none. */
async function newValues(writing: Writing) {
  const structures = await structuresOf(writing)
  const asked = String(askedStructure(writing))
  const chosen = structures.find(({ value }) => value === asked) ?? structures[0]
  return chosen && { version: ['0'], structure: [chosen.value] }
}

async function receiveForm(writing: Writing): Promise<Answer> {
  const { visit, parts, geocoder, actor, content } = writing
  const present = presentOf(writing)
  const sent = await readFiles(visit, parts, { actor, present: present?.content.files ?? [] })
  const shown = { values: sent.values, files: sent.shown }
  if (sent.isGesture) return formPage(writing, { ...shown, errors: sent.errors })
  const read = readForm(serviceForm, visit.form, SERVICE_LISTS)
  const errors = { ...(read.ok ? await structureErrors(writing, read.value.structure) : read.errors), ...sent.errors }
  if (!read.ok || Object.keys(errors).length > 0) return formPage(writing, { ...shown, errors, status: 422 })
  const place = await placeOf(parts.database, geocoder, read.value, present?.own)
  const data = dataOfService(read.value, place, { present, files: filesToKeep(sent) })
  const saved = await saveContent(
    parts.database,
    { submission: visit.submission, locationOf, files: Object.values(sent.wanted).flat() },
    {
      kind: serviceKind,
      present: content && { id: content.id, version: read.value.version },
      ...{ data, actor, now: visit.now, draft: heldDraft(visit, askedForm(writing)) },
      gesture: visit.form.get('geste') === 'brouillon' ? 'brouillon' : 'enregistrer',
    },
  )
  if (saved.kind === 'already') return redirect(saved.location)
  const verdict = saved.value
  if (verdict.kind === 'saved') return redirect(locationOf(verdict), doneText(verdict.state))
  return verdict.kind === 'conflict' ? conflictPage(writing, data, shown) : hidden
}

/** The present structure, or one that the person is an author of. */
async function structureErrors(writing: Writing, typed: number): Promise<Record<string, string>> {
  if (presentOf(writing)?.content.structureId === typed) return {}
  const structures = await structuresOf(writing, typed)
  if (structures.some(({ value }) => value === String(typed))) return {}
  return { structure: 'Choisissez une structure dont vous êtes auteur.' }
}

function locationOf(verdict: ContentSaved): string {
  const item = itemOf(verdict)
  return verdict.state === 'published' ? addresses.services.one({ item }) : addresses.services.edit({ item })
}

const doneText = (state: string): string =>
  state === 'published'
    ? 'Le service est enregistré : il est publié.'
    : 'Le service est enregistré : il n’est pas public.'

async function conflictPage(writing: Writing, typed: RevisionData<ServiceColumns>, shown: Shown): Promise<Answer> {
  const { parts, actor, visit } = writing
  const asked = { id: writing.content?.id, actor, now: visit.now }
  const found = await conflictOf(parts.database, serviceKind, asked, typed)
  if (found === undefined) return hidden
  const { content, texts: savedByOther } = found
  const values = { ...shown.values, version: [String(content.version)] }
  return formPage({ ...writing, content }, { ...shown, values, status: 409, savedByOther })
}

type Shown = {
  values: Record<string, readonly string[]>
  files: AttachmentReading['shown']
  errors?: Record<string, string>
  status?: number
  draft?: OpenDraft
  savedByOther?: ServiceFormProps['savedByOther']
}

async function formPage(writing: Writing, shown: Shown): Promise<Answer> {
  const { content, parts, visit } = writing
  const { values, files, errors = {}, status, savedByOther } = shown
  const draft = shown.draft ?? (await openDraft(parts, visit, askedForm(writing)))
  const departements = await departementsOfRegion(parts.database)
  const typed = Number(values.structure?.[0]) || undefined
  const state = { values, errors }
  const item = content && itemOf(content)
  const title = content === undefined ? 'Créer un service' : `Modifier : ${content.data.content.title}`
  const body = (
    <ServiceFormPage
      {...{ title, item, savedByOther, draft, state, kind: serviceKind, submission: newKey() }}
      action={item === undefined ? addresses.services.new() : addresses.services.edit({ item })}
      files={fileFields(state, files, departements)}
      options={optionsOf(departements)}
      structures={await structuresOf(writing, typed)}
      isDraft={content === undefined || content.rights.state === 'draft'}
      standing={content && <FormStanding content={content} visit={writing.visit} kind="service" />}
    />
  )
  return page(title, body, { status, robots: 'noindex', islands: ['commune', 'upload', 'autosave'] })
}
