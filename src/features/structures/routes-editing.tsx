import { addresses, itemOf } from '#addresses'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { mayJudgeContents } from '#features/contents/access.ts'
import type { KindOfContent, RevisionData } from '#features/contents/kinds.ts'
import type { ContentSaved } from '#features/contents/revision-actions.ts'
import type { EditedContent } from '#features/contents/revision-queries.ts'
import { conflictOf } from '#features/contents/routes-conflict.ts'
import { editableContent } from '#features/contents/routes-editing.ts'
import { fileFields, filesToKeep, presentFiles, readFiles, typedFiles } from '#features/contents/routes-files.tsx'
import { FormStanding } from '#features/contents/routes-standing.tsx'
import { saveContent } from '#features/contents/save-actions.ts'
import { heldDraft, type OpenDraft, openDraft } from '#features/drafts/routes-draft.tsx'
import type { AttachmentReading } from '#features/files/routes-attachments.tsx'
import { departementsOfRegion } from '#features/territory/queries.ts'
import type { Geocoder } from '#platform/geocoder/geocoder.ts'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { AUDIENCE_TEXTS } from './audience-texts.ts'
import { STRUCTURE_KINDS } from './import-rules-of-kinds.ts'
import { NETWORK_TEXTS } from './network-texts.ts'
import { StructureFormPage } from './pages/structure-form-page.tsx'
import { dataOfStructure, placeOf, valuesOfStructure } from './routes-editing-data.ts'
import type { StructureOwn } from './routes-kind.ts'
import { SHEET_LISTS, structureForm } from './sheet-forms.ts'
import type { ServicesSlot } from './slots.ts'
import { kindText } from './texts.ts'

export type StructureEditing = { kind: KindOfContent<StructureOwn>; services: ServicesSlot; geocoder: Geocoder }

type Writing = StructureEditing & {
  visit: WebVisit
  parts: Parts
  actor: Actor
  content: EditedContent | undefined
}
type Values = Record<string, readonly string[]>

/** Creating and changing the sheet of a structure (STR-3, STR-4, STR-6). */
export function structureEditingRoutes(site: WebSite, parts: Parts, editing: StructureEditing): void {
  const forNew = (then: (writing: Writing) => Promise<Answer>) => async (visit: WebVisit) => {
    const { actor } = visit
    if (actor === undefined) return signInFirst
    if (!mayJudgeContents(actor)) return forbidden('Une nouvelle fiche structure se demande aux administrateurs.')
    return then({ ...editing, visit, parts, actor, content: undefined })
  }
  const forOne = (then: (writing: Writing) => Promise<Answer>) => async (visit: WebVisit) => {
    const opened = await editableContent(visit, parts.database, editing.kind)
    return 'kind' in opened ? opened : then({ ...editing, visit, parts, ...opened })
  }
  site.get(addresses.structures.new, forNew(showForm))
  site.post(addresses.structures.new, forNew(receiveForm), { files: true })
  site.get(addresses.structures.edit, forOne(showForm))
  site.post(addresses.structures.edit, forOne(receiveForm), { files: true })
}

const presentOf = ({ content }: Writing) => content?.data as RevisionData<StructureOwn> | undefined

const askedForm = ({ actor, content }: Writing) => ({
  kind: 'structure' as const,
  id: content?.id,
  actor,
  version: content?.version,
})

async function showForm(writing: Writing): Promise<Answer> {
  const { parts, visit, actor, content, services } = writing
  const draft = await openDraft(parts, visit, askedForm(writing))
  const present = presentOf(writing)
  if (draft.restored) {
    const files = await typedFiles(parts.database, draft.restored, { actor, present: present?.content.files ?? [] })
    return formPage(writing, { values: draft.restored, draft, files })
  }
  const files = await presentFiles(parts.database, present?.content.files ?? [])
  const saved = present === undefined ? { version: ['0'] } : valuesOfStructure(content?.version ?? 0, present)
  const values = { ...saved, ...services.values(present?.own.services ?? []), ...files.values }
  return formPage(writing, { draft, values, files: files.shown })
}

const byOf = ({ actor, content }: Writing) => ({ actor, structureId: content?.id })

async function receiveForm(writing: Writing): Promise<Answer> {
  const { visit, parts, services, actor, content } = writing
  const { form } = visit
  const gesture = form.get('geste')
  const present = presentOf(writing)
  const sent = await readFiles(visit, parts, { actor, present: present?.content.files ?? [] })
  const shown = { values: sent.values, files: sent.shown }
  if (sent.isGesture) return formPage(writing, { ...shown, errors: sent.errors })
  if (services.rehearses(gesture)) {
    return formPage(writing, { ...shown, values: { ...sent.values, ...services.rehearse(form, gesture) } })
  }
  const read = readForm(structureForm, form, SHEET_LISTS)
  const errors = { ...(read.ok ? {} : read.errors), ...sent.errors }
  if (!read.ok || Object.keys(errors).length > 0) return formPage(writing, { ...shown, errors, status: 422 })
  const place = await placeOf(parts.database, writing.geocoder, read.value, present?.own)
  const chosen = await services.read(parts.database, form, byOf(writing))
  const data = dataOfStructure(read.value, place, { present, services: chosen, files: filesToKeep(sent) })
  const saved = await saveContent(
    parts.database,
    { submission: visit.submission, locationOf, files: Object.values(sent.wanted).flat() },
    {
      kind: writing.kind,
      present: content && { id: content.id, version: read.value.version },
      ...{ data, actor, now: visit.now, draft: heldDraft(visit, askedForm(writing)) },
      gesture: gesture === 'brouillon' ? 'brouillon' : 'enregistrer',
    },
  )
  if (saved.kind === 'already') return redirect(saved.location)
  const verdict = saved.value
  if (verdict.kind === 'saved') return redirect(locationOf(verdict), doneText(verdict.state))
  return verdict.kind === 'conflict' ? conflictPage(writing, data, shown) : hidden
}

function locationOf(verdict: ContentSaved): string {
  const item = itemOf(verdict)
  return verdict.state === 'published' ? addresses.structures.one({ item }) : addresses.structures.edit({ item })
}

const doneText = (state: string): string =>
  state === 'published'
    ? 'La fiche est enregistrée : elle est publiée.'
    : 'La fiche est enregistrée : elle n’est pas publique.'

async function conflictPage(writing: Writing, typed: RevisionData<StructureOwn>, shown: Shown): Promise<Answer> {
  const { parts, kind, actor, visit } = writing
  const asked = { id: writing.content?.id, actor, now: visit.now }
  const found = await conflictOf(parts.database, kind, asked, typed)
  if (found === undefined) return hidden
  const { content, texts: savedByOther } = found
  const values = { ...shown.values, version: [String(content.version)] }
  return formPage({ ...writing, content }, { ...shown, values, status: 409, savedByOther })
}

type Shown = {
  values: Values
  files: AttachmentReading['shown']
  errors?: Record<string, string>
  status?: number
  draft?: OpenDraft
  savedByOther?: Parameters<typeof StructureFormPage>[0]['savedByOther']
}

async function formPage(writing: Writing, shown: Shown): Promise<Answer> {
  const { content, parts, kind, visit } = writing
  const { values, files, errors = {}, status, savedByOther } = shown
  const draft = shown.draft ?? (await openDraft(parts, visit, askedForm(writing)))
  const state = { values, errors }
  const departements = await departementsOfRegion(parts.database)
  const item = content && itemOf(content)
  const title = content === undefined ? 'Créer une fiche structure' : `Modifier : ${content.data.content.title}`
  const body = (
    <StructureFormPage
      {...{ title, state, item, kind, savedByOther, draft }}
      action={item === undefined ? addresses.structures.new() : addresses.structures.edit({ item })}
      submission={newKey()}
      files={fileFields(state, files, departements)}
      options={optionsOf(departements)}
      services={await writing.services.fields(parts.database, state, byOf(writing))}
      isDraft={content === undefined || content.rights.state === 'draft'}
      standing={content && <FormStanding content={content} visit={writing.visit} kind="structure" />}
    />
  )
  return page(title, body, { status, robots: 'noindex', islands: ['commune', 'upload', 'autosave'] })
}

const named = (texts: Record<string, string>) => Object.entries(texts).map(([value, text]) => ({ value, text }))

function optionsOf(departements: readonly { code: string; name: string }[]) {
  return {
    departements: departements.map(({ code, name }) => ({ value: code, text: name })),
    networks: named(NETWORK_TEXTS),
    kinds: STRUCTURE_KINDS.map((value) => ({ value, text: kindText(value) })),
    audiences: named(AUDIENCE_TEXTS),
  }
}
