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
import { fileFields, filesToKeep, presentFiles, readFiles, typedFiles } from '#features/contents/routes-files.tsx'
import { FormStanding } from '#features/contents/routes-standing.tsx'
import { saveContent } from '#features/contents/save-actions.ts'
import { savedText } from '#features/contents/saved-texts.ts'
import { heldDraft, type OpenDraft, openDraft } from '#features/drafts/routes-draft.tsx'
import type { AttachmentReading } from '#features/files/routes-attachments.tsx'
import { structureChoices } from '#features/structures/queries.ts'
import { departementsOfRegion } from '#features/territory/queries.ts'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import type { FormState } from '#ui/form-state.ts'
import { ARTICLE_LISTS, draftArticleForm, submittedArticleForm } from './forms.ts'
import { ArticleFormPage } from './pages/article-form-page.tsx'
import { type ArticleData, dataOf, newState, stateOf, structureFor } from './routes-authoring-data.ts'
import { articleKind } from './routes-kind.ts'

/** Who writes what: `content` is undefined for a new article. */
type Writing = { visit: WebVisit; actor: Actor; content: EditedContent | undefined; parts: Parts }
type Guarded = (writing: Writing) => Promise<Answer>

/** Writing an article (ART-1, ART-2, ART-3). */
export function articleAuthoringRoutes(site: WebSite, parts: Parts): void {
  const forNew = (then: Guarded) => async (visit: WebVisit) => {
    const { actor } = visit
    if (actor === undefined) return signInFirst
    if (!mayContribute(actor)) return forbidden('Seuls les professionnels qui publient écrivent des articles.')
    return then({ visit, actor, content: undefined, parts })
  }
  const forOne = (then: Guarded) => async (visit: WebVisit) => {
    const editing = await editableContent(visit, parts.database, articleKind)
    if ('kind' in editing) return editing
    return then({ visit, actor: editing.actor, content: editing.content, parts })
  }
  site.get(addresses.articles.new, forNew(showForm))
  site.post(addresses.articles.new, forNew(saveForm), { files: true })
  site.get(addresses.articles.edit, forOne(showForm))
  site.post(addresses.articles.edit, forOne(saveForm), { files: true })
}

const dataIn = (content: EditedContent) => content.data as ArticleData

const askedForm = ({ actor, content }: Writing) => ({
  kind: 'article' as const,
  id: content?.id,
  actor,
  version: content?.version,
})

async function showForm(writing: Writing): Promise<Answer> {
  const { visit, content, parts } = writing
  const draft = await openDraft(parts, visit, askedForm(writing))
  const present = content?.data.content.files ?? []
  if (draft.restored !== undefined) {
    const files = await typedFiles(parts.database, draft.restored, { actor: writing.actor, present })
    return formPage(writing, { state: { values: draft.restored, errors: {} }, files, draft })
  }
  const saved = content === undefined ? newState() : stateOf(dataIn(content), content.version)
  const files = await presentFiles(parts.database, present)
  const values = { ...saved.values, ...files.values }
  return formPage(writing, { state: { values, errors: {} }, files: files.shown, draft })
}

async function saveForm(writing: Writing): Promise<Answer> {
  const { visit, actor, content, parts } = writing
  const gesture: Gesture = visit.form.get('geste') === 'brouillon' ? 'brouillon' : 'enregistrer'
  const files = await readFiles(visit, parts, { actor, present: content?.data.content.files ?? [] })
  const shown = { state: { values: files.values, errors: files.errors }, files: files.shown }
  if (files.isGesture) return formPage(writing, shown)
  const read = readForm(gesture === 'brouillon' ? draftArticleForm : submittedArticleForm, visit.form, ARTICLE_LISTS)
  const errors = { ...(read.ok ? {} : read.errors), ...files.errors }
  if (!read.ok || Object.keys(errors).length > 0) {
    return formPage(writing, { ...shown, state: { values: files.values, errors }, status: 422 })
  }
  const structureId =
    content === undefined ? structureFor(actor, read.value.structure) : dataIn(content).content.structureId
  const { data, dropped } = dataOf(read.value, filesToKeep(files), structureId)
  const locationOf = (saved: { id: number; slug: string; state: string }) =>
    (saved.state === 'draft' ? addresses.articles.edit : addresses.articles.one)({ item: itemOf(saved) })
  const saved = await saveContent(
    parts.database,
    { submission: visit.submission, locationOf, files: Object.values(files.wanted).flat() },
    {
      kind: articleKind,
      present: content && { id: content.id, version: read.value.version },
      ...{ data, gesture, actor, now: visit.now, draft: heldDraft(visit, askedForm(writing)) },
    },
  )
  if (saved.kind === 'already') return redirect(saved.location)
  const verdict = saved.value
  if (verdict.kind === 'saved') return redirect(locationOf(verdict), savedText('article', verdict, dropped))
  return verdict.kind === 'conflict' ? conflictPage(writing, data, shown) : hidden
}

/** What was typed stays in the form, now at the version that the other one saved: saving again is a choice (R12). */
async function conflictPage(writing: Writing, typed: ArticleData, shown: Shown): Promise<Answer> {
  const { visit, actor, parts } = writing
  const asked = { id: writing.content?.id, actor, now: visit.now }
  const found = await conflictOf(parts.database, articleKind, asked, typed)
  if (found === undefined) return hidden
  const { content } = found
  const values = { ...shown.state.values, version: [String(content.version)] }
  const conflict = <SavedByOther {...found.texts} />
  return formPage({ ...writing, content }, { ...shown, state: { values, errors: {} }, status: 409, conflict })
}

type Shown = {
  state: FormState
  files: AttachmentReading['shown']
  draft?: OpenDraft
  status?: number
  conflict?: VNode
}

async function formPage(writing: Writing, shown: Shown): Promise<Answer> {
  const { visit, actor, content, parts } = writing
  const { state, files, status, conflict } = shown
  const draft = shown.draft ?? (await openDraft(parts, visit, askedForm(writing)))
  const departements = await departementsOfRegion(parts.database)
  const item = content && itemOf(content)
  const title = content === undefined ? 'Écrire un article' : `Modifier : ${content.data.content.title}`
  const body = (
    <ArticleFormPage
      {...{ title, item, state }}
      submission={newKey()}
      departements={departements}
      {...fileFields(state, files, departements)}
      structures={content === undefined ? await structureChoices(parts.database, actor.structures) : []}
      tabs={item === undefined ? null : <ContentTabs kind={articleKind} item={item} current="edit" />}
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
  return page(title, body, { status, robots: 'noindex', islands: ['rich-text', 'upload', 'autosave'] })
}
