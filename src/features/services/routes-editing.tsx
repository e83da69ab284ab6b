import { addresses, itemOf } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { fieldsOf } from '#features/contents/fields.ts'
import type { RevisionData } from '#features/contents/kinds.ts'
import { type SaveVerdict, saveContentIn } from '#features/contents/revision-actions.ts'
import { type EditedContent, findEdited, findLastSave } from '#features/contents/revision-queries.ts'
import { editableContent } from '#features/contents/routes-editing.ts'
import { FormStanding } from '#features/contents/routes-standing.tsx'
import { wordsOf } from '#features/contents/word-queries.ts'
import { heldDraft, type OpenDraft, openDraft } from '#features/drafts/routes-draft.tsx'
import { placeOf } from '#features/structures/routes-editing-data.ts'
import type { Geocoder } from '#platform/geocoder/geocoder.ts'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
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
  site.post(addresses.services.new, forNew(receiveForm))
  site.get(addresses.services.edit, forOne(showForm))
  site.post(addresses.services.edit, forOne(receiveForm))
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
  const draft = await openDraft(writing.parts, writing.visit, askedForm(writing))
  if (draft.restored) return formPage(writing, { values: draft.restored, draft })
  const present = presentOf(writing)
  const structures = await structuresOf(writing)
  if (present !== undefined)
    return formPage(writing, { draft, values: valuesOfService(writing.content?.version ?? 0, present) })
  if (structures.length === 0) {
    return forbidden('Pour créer un service, demandez d’abord à gérer la fiche de votre structure, sur sa page.')
  }
  const asked = askedStructure(writing)
  const chosen = structures.find(({ value }) => value === String(asked)) ?? structures[0]
  return formPage(writing, { draft, values: { version: ['0'], structure: [chosen?.value ?? ''] } })
}

async function receiveForm(writing: Writing): Promise<Answer> {
  const { visit, parts, geocoder, actor, content } = writing
  const { form } = visit
  const values = form.toValues()
  const read = readForm(serviceForm, form, SERVICE_LISTS)
  if (!read.ok) return formPage(writing, { values, errors: read.errors, status: 422 })
  const structures = await structuresOf(writing, read.value.structure)
  const present = presentOf(writing)
  const isKept = present?.content.structureId === read.value.structure
  if (!isKept && !structures.some(({ value }) => value === String(read.value.structure))) {
    const errors = { structure: 'Choisissez une structure dont vous êtes auteur.' }
    return formPage(writing, { values, errors, status: 422 })
  }
  const place = await placeOf(parts.database, geocoder, read.value, present?.own)
  const saving = {
    kind: serviceKind,
    present: content && { id: content.id, version: read.value.version },
    data: dataOfService(read.value, place, present),
    gesture: form.get('geste') === 'brouillon' ? ('brouillon' as const) : ('enregistrer' as const),
    actor,
    now: visit.now,
    draft: heldDraft(visit, askedForm(writing)),
  }
  const saved = await once(parts.database, visit.submission, (tx) => saveContentIn(tx, saving), locationOf)
  if (saved.kind === 'already') return redirect(saved.location)
  const verdict = saved.value
  if (verdict.kind === 'saved') return redirect(locationOf(verdict) ?? '', doneText(verdict.state))
  return verdict.kind === 'conflict' ? conflictPage(writing, saving.data) : hidden
}

function locationOf(verdict: SaveVerdict): string | undefined {
  if (verdict.kind !== 'saved') return undefined
  const item = itemOf(verdict)
  return verdict.state === 'published' ? addresses.services.one({ item }) : addresses.services.edit({ item })
}

const doneText = (state: string): string =>
  state === 'published'
    ? 'Le service est enregistré : il est publié.'
    : 'Le service est enregistré : il n’est pas public.'

async function conflictPage(writing: Writing, typed: RevisionData<ServiceColumns>): Promise<Answer> {
  const { parts, actor, visit } = writing
  const { database } = parts
  const content = writing.content && (await findEdited(database, serviceKind, writing.content.id, actor))
  if (content === undefined) return hidden
  const words = await wordsOf(database, [...content.data.content.files, ...typed.content.files])
  const last = await findLastSave(database, content.id)
  const savedByOther = {
    saved: fieldsOf(serviceKind, content.data, words),
    typed: fieldsOf(serviceKind, typed, words),
    last,
    now: visit.now,
  }
  const values = { ...visit.form.toValues(), version: [String(content.version)] }
  return formPage({ ...writing, content }, { values, status: 409, savedByOther })
}

type Shown = {
  values: Record<string, readonly string[]>
  errors?: Record<string, string>
  status?: number
  draft?: OpenDraft
  savedByOther?: ServiceFormProps['savedByOther']
}

async function formPage(writing: Writing, shown: Shown): Promise<Answer> {
  const { content, parts, visit } = writing
  const { values, errors = {}, status, savedByOther } = shown
  const draft = shown.draft ?? (await openDraft(parts, visit, askedForm(writing)))
  const item = content && itemOf(content)
  const title = content === undefined ? 'Créer un service' : `Modifier : ${content.data.content.title}`
  const body = (
    <ServiceFormPage
      {...{ title, item, savedByOther, draft, state: { values, errors }, kind: serviceKind, submission: newKey() }}
      action={item === undefined ? addresses.services.new() : addresses.services.edit({ item })}
      options={await optionsOf(parts)}
      structures={await structuresOf(writing)}
      isDraft={content === undefined || content.rights.state === 'draft'}
      standing={content && <FormStanding content={content} visit={writing.visit} kind="service" />}
    />
  )
  return page(title, body, { status, robots: 'noindex', islands: ['commune', 'autosave'] })
}
