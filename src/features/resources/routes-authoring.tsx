import type { VNode } from 'preact'
import { addresses, itemOf } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { mayJudgeContent } from '#features/contents/access.ts'
import type { Gesture } from '#features/contents/moderation.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import { SavedByOther } from '#features/contents/pages/saved-by-other.tsx'
import type { EditedContent } from '#features/contents/revision-queries.ts'
import { conflictOf } from '#features/contents/routes-conflict.ts'
import { editableContent } from '#features/contents/routes-editing.ts'
import { FormStanding } from '#features/contents/routes-standing.tsx'
import { saveContent } from '#features/contents/save-actions.ts'
import { savedText } from '#features/contents/saved-texts.ts'
import { heldDraft, type OpenDraft, openDraft } from '#features/drafts/routes-draft.tsx'
import type { FileToAttach } from '#features/files/attachment-actions.ts'
import type { ShownFile } from '#features/files/shown-file.ts'
import { structureChoices } from '#features/structures/queries.ts'
import { departementsOfRegion } from '#features/territory/queries.ts'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import type { FormState } from '#ui/form-state.ts'
import { ResourceFormPage } from './pages/resource-form-page.tsx'
import { newState, type ResourceData, stateOf } from './routes-authoring-data.ts'
import { readResourceForm } from './routes-authoring-reading.ts'
import { mediaField, presentMedia, readMedia, typedMedia } from './routes-files.tsx'
import { resourceKind } from './routes-kind.ts'

/** Who shares what: `content` is undefined for a new resource; `isLink` under the tab « Lien web / vidéo ». */
type Writing = { visit: WebVisit; actor: Actor; content: EditedContent | undefined; isLink: boolean; parts: Parts }
type Guarded = (writing: Writing) => Promise<Answer>

const LINK_TAB = { onglet: 'lien' }

/** « Ajouter une ressource » (RES-1). */
export function resourceAuthoringRoutes(site: WebSite, parts: Parts): void {
  const forNew = (then: Guarded) => async (visit: WebVisit) => {
    const { actor } = visit
    if (actor === undefined) return signInFirst
    if (!mayContribute(actor)) return forbidden('Seuls les professionnels qui publient ajoutent des ressources.')
    const isLink = visit.query.get('onglet') === LINK_TAB.onglet
    return then({ visit, actor, content: undefined, isLink, parts })
  }
  const forOne = (then: Guarded) => async (visit: WebVisit) => {
    const editing = await editableContent(visit, parts.database, resourceKind)
    if ('kind' in editing) return editing
    const { actor, content } = editing
    return then({ visit, actor, content, isLink: dataIn(content).own.link !== '', parts })
  }
  site.get(addresses.resources.new, forNew(showForm))
  site.post(addresses.resources.new, forNew(saveForm), { files: true })
  site.get(addresses.resources.edit, forOne(showForm))
  site.post(addresses.resources.edit, forOne(saveForm), { files: true })
}

const dataIn = (content: EditedContent) => content.data as ResourceData
const filesIn = (content: EditedContent | undefined) => content?.data.content.files ?? []

const askedForm = ({ actor, content }: Writing) => ({
  kind: 'resource' as const,
  id: content?.id,
  actor,
  version: content?.version,
})

async function showForm(writing: Writing): Promise<Answer> {
  const { visit, actor, content, parts } = writing
  const draft = await openDraft(parts, visit, askedForm(writing))
  const present = filesIn(content)
  if (draft.restored !== undefined) {
    const files = await typedMedia(parts.database, draft.restored, { actor, present })
    const isLink = draft.restored.lien !== undefined
    return formPage({ ...writing, isLink }, { state: { values: draft.restored, errors: {} }, files, draft })
  }
  const saved = content === undefined ? newState() : stateOf(dataIn(content), content.version)
  const media = await presentMedia(parts.database, present)
  const values = { ...saved.values, ...media.values }
  return formPage(writing, { state: { values, errors: {} }, files: media.files, draft })
}

async function saveForm(writing: Writing): Promise<Answer> {
  const { visit, actor, content, isLink, parts } = writing
  const media = await readMedia(visit, parts, { actor, present: filesIn(content) })
  const shown = { state: { values: media.values, errors: media.errors }, files: media.files }
  if (media.isGesture) return formPage(writing, shown)
  const read = readResourceForm(visit.form, { isLink, file: media.file, actor, present: content && dataIn(content) })
  const errors = { ...(read.ok ? {} : read.errors), ...media.errors }
  if (!read.ok || Object.keys(errors).length > 0) {
    return formPage(writing, { ...shown, state: { values: media.values, errors }, status: 422 })
  }
  return saveRead(writing, shown, { ...read.value, files: media.file === undefined || isLink ? [] : [media.file] })
}

type ToSave = { data: ResourceData; version: number; files: readonly FileToAttach[] }

async function saveRead(writing: Writing, shown: Shown, { data, version, files }: ToSave): Promise<Answer> {
  const { visit, actor, content, parts } = writing
  const gesture: Gesture = visit.form.get('geste') === 'brouillon' ? 'brouillon' : 'enregistrer'
  const locationOf = (saved: { id: number; slug: string; state: string }) =>
    (saved.state === 'draft' ? addresses.resources.edit : addresses.resources.one)({ item: itemOf(saved) })
  const saved = await saveContent(
    parts.database,
    { submission: visit.submission, locationOf, files },
    {
      kind: resourceKind,
      present: content && { id: content.id, version },
      ...{ data, gesture, actor, now: visit.now, draft: heldDraft(visit, askedForm(writing)) },
    },
  )
  if (saved.kind === 'already') return redirect(saved.location)
  const verdict = saved.value
  if (verdict.kind === 'saved') return redirect(locationOf(verdict), savedText('resource', verdict))
  return verdict.kind === 'conflict' ? conflictPage(writing, data, shown) : hidden
}

/** What was typed stays in the form, now at the version that the other one saved: saving again is a choice (R12). */
async function conflictPage(writing: Writing, typed: ResourceData, shown: Shown): Promise<Answer> {
  const { visit, actor, parts } = writing
  const asked = { id: writing.content?.id, actor, now: visit.now }
  const found = await conflictOf(parts.database, resourceKind, asked, typed)
  if (found === undefined) return hidden
  const { content } = found
  const values = { ...shown.state.values, version: [String(content.version)] }
  const conflict = <SavedByOther {...found.texts} />
  return formPage({ ...writing, content }, { ...shown, state: { values, errors: {} }, status: 409, conflict })
}

type Shown = { state: FormState; files: readonly ShownFile[]; draft?: OpenDraft; status?: number; conflict?: VNode }

async function formPage(writing: Writing, shown: Shown): Promise<Answer> {
  const { visit, actor, content, isLink, parts } = writing
  const { state, files, status, conflict } = shown
  const draft = shown.draft ?? (await openDraft(parts, visit, askedForm(writing)))
  const departements = await departementsOfRegion(parts.database)
  const item = content && itemOf(content)
  const title = content === undefined ? 'Ajouter une ressource' : `Modifier : ${content.data.content.title}`
  const sources = { file: addresses.resources.new(), link: addresses.resources.new(LINK_TAB) }
  const ownTab = isLink ? sources.link : sources.file
  const body = (
    <ResourceFormPage
      {...{ title, state, departements }}
      action={item === undefined ? ownTab : addresses.resources.edit({ item })}
      submission={newKey()}
      file={isLink ? null : mediaField(state, files, departements)}
      sources={content === undefined ? sources : undefined}
      structures={content === undefined ? await structureChoices(parts.database, actor.structures) : []}
      tabs={item === undefined ? null : <ContentTabs kind={resourceKind} item={item} current="edit" />}
      notices={
        <>
          {draft.notice}
          {conflict}
          {content && <FormStanding content={content} visit={visit} />}
        </>
      }
      autosave={draft.autosave}
      isDraft={content === undefined || content.rights.state === 'draft'}
      isFree={content === undefined ? actor.role === 'administrator' : mayJudgeContent(content.rights, actor)}
    />
  )
  return page(title, body, { status, robots: 'noindex', islands: ['upload', 'autosave'] })
}
