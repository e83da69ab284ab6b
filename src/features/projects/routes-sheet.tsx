import type { VNode } from 'preact'
import { addresses } from '#addresses'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { heldDraft, type OpenDraft, openDraft } from '#features/drafts/routes-draft.tsx'
import type { ShownFile } from '#features/files/shown-file.ts'
import type { CommuneChoice } from '#features/territory/pages/commune-field.tsx'
import { resolveCommune } from '#features/territory/queries.ts'
import { communeLabel } from '#features/territory/rules.ts'
import { type Answer, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { mayWrite } from './access.ts'
import { documentsOf } from './file-queries.ts'
import { type SheetForm, sheetForm } from './forms.ts'
import { BothSheets } from './pages/both-sheets.tsx'
import { SheetFormPage } from './pages/sheet-form-page.tsx'
import { createProject, type SheetToSave, saveProject } from './project-actions.ts'
import type { OpenProject } from './queries.ts'
import {
  documentsField,
  documentsRead,
  documentsWanted,
  presentDocuments,
  readDocuments,
  typedDocuments,
  withDocumentsOfOthers,
} from './routes-documents.tsx'
import { headOf, readOnly, withProject } from './routes-guard.tsx'
import { MOST_DOCUMENTS, type Sheet } from './sheet.ts'
import { getSheet, type SheetRead } from './sheet-queries.ts'

/** Who writes what: `project` is undefined for a new one. */
type Writing = { visit: WebVisit; actor: Actor; project: OpenProject | undefined; parts: Parts; present: number[] }
type Guarded = (writing: Writing) => Promise<Answer>

/** Writing a « fiche projet » (PRJ-1). */
export function sheetRoutes(site: WebSite, parts: Parts): void {
  const forNew = (then: Guarded) => (visit: WebVisit) =>
    visit.actor === undefined
      ? signInFirst
      : then({ visit, actor: visit.actor, project: undefined, parts, present: [] })
  const forOne = (then: Guarded) =>
    withProject(parts, async (visit, project, actor) => {
      if (!mayWrite(project.standing, project.state)) return readOnly(visit, NOT_YOURS)
      return then({ visit, actor, project, parts, present: await documentsOf(parts.database, project.id) })
    })
  site.get(addresses.projects.new, forNew(showForm))
  site.post(addresses.projects.new, forNew(saveForm), { files: true })
  site.get(addresses.projects.edit, forOne(showForm))
  site.post(addresses.projects.edit, forOne(saveForm), { files: true })
}

const NOT_YOURS = 'Seul le créateur modifie sa fiche projet, tant qu’elle n’est pas archivée.'

const askedForm = ({ actor, project }: Writing) => ({
  ...{ kind: 'project' as const, id: project?.id, actor },
  ...(project === undefined ? {} : { version: project.version }),
})

async function showForm(writing: Writing): Promise<Answer> {
  const { visit, project, parts, present } = writing
  const draft = await openDraft(parts, visit, askedForm(writing))
  if (draft.restored !== undefined) {
    const files = await typedDocuments(parts.database, draft.restored, writing)
    return formPage(writing, { state: { values: draft.restored, errors: {} }, files, draft })
  }
  if (project === undefined) return formPage(writing, { state: filledForm({ version: '0' }), files: [], draft })
  const documents = await presentDocuments(parts.database, present)
  const saved = valuesOf(await getSheet(parts.database, project.id), project.version)
  const state = { values: { ...saved.values, ...documents.values }, errors: {} }
  return formPage(writing, { state, files: documents.files, draft })
}

const valuesOf = (sheet: SheetRead, version: number): FormState =>
  filledForm({
    ...{ nom: sheet.name, secteur: sheet.sector, etape: sheet.stage, version },
    ...{ idea: sheet.idea, activity: sheet.activity, needs: sheet.needs },
    ...{ calendar: sheet.calendar, team: sheet.team, budget: sheet.budget },
    commune: sheet.commune && communeLabel({ name: sheet.commune, postalCodes: sheet.postalCodes ?? [] }),
  })

async function saveForm(writing: Writing): Promise<Answer> {
  const { visit, parts } = writing
  const reading = await readDocuments(visit, parts, writing)
  const files = documentsRead(reading)
  if (reading.isGesture) return formPage(writing, { state: reading, files })
  const read = readForm(sheetForm, visit.form)
  const place = read.ok ? await resolveCommune(parts.database, read.value.commune) : undefined
  const errors = { ...(read.ok ? {} : read.errors), ...reading.errors, ...communeErrors(place), ...tooMany(files) }
  if (!read.ok || Object.keys(errors).length > 0) {
    const communes = place?.kind === 'several' ? place.communes : undefined
    return formPage(writing, { state: { values: reading.values, errors }, files, communes, status: 422 })
  }
  const code = place?.kind === 'one' ? place.commune.code : null
  return save(writing, {
    form: read.value,
    sheet: sheetOf(read.value, code),
    files: documentsWanted(reading),
    shown: { state: reading, files },
  })
}

function communeErrors(place: Awaited<ReturnType<typeof resolveCommune>> | undefined): Record<string, string> {
  if (place?.kind === 'several') return { commune: 'Plusieurs communes portent ce nom : choisissez la vôtre.' }
  if (place?.kind === 'none') return { commune: 'Nous ne connaissons pas cette commune : vérifiez son nom.' }
  return {}
}

const tooMany = (files: readonly ShownFile[]): Record<string, string> =>
  files.length > MOST_DOCUMENTS ? { documents: `Un projet tient ${MOST_DOCUMENTS} documents au plus.` } : {}

const sheetOf = ({ nom, secteur, etape, ...form }: SheetForm, communeCode: string | null): Sheet => ({
  ...{ name: nom, sector: secteur, stage: etape, communeCode },
  ...{ idea: form.idea, activity: form.activity, needs: form.needs },
  ...{ calendar: form.calendar, team: form.team, budget: form.budget },
})

type ToSave = { form: SheetForm; sheet: Sheet; files: SheetToSave['files']; shown: Shown }

async function save(writing: Writing, { form, sheet, files, shown }: ToSave): Promise<Answer> {
  const { visit, actor, project, parts } = writing
  const saved = { sheet, files, draft: heldDraft(visit, askedForm(writing)), by: actor.id, now: visit.now }
  const sent = { submission: visit.submission, locationOf: (id: number) => addresses.projects.one({ project: id }) }
  const result =
    project === undefined
      ? await createProject(parts.database, saved, sent)
      : await saveProject(parts.database, { id: project.id, version: form.version }, saved, sent)
  if (result.kind === 'already') return redirect(result.location)
  const verdict = result.value
  if (verdict.kind === 'saved') return redirect(sent.locationOf(verdict.id), 'Votre fiche projet est enregistrée.')
  if (verdict.because === 'too-many') {
    const errors = { '': 'Vous avez déjà cinquante projets : supprimez-en un d’abord.' }
    return formPage(writing, { ...shown, state: { values: shown.state.values, errors }, status: 422 })
  }
  return verdict.because === 'conflict' && project
    ? conflictPage({ ...writing, project }, shown)
    : readOnly(visit, NOT_YOURS)
}

/** What was typed stays in the form, now at the version that the other window saved (R12). */
async function conflictPage(writing: Writing & { project: OpenProject }, shown: Shown): Promise<Answer> {
  const { visit, project, parts } = writing
  const saved = await getSheet(parts.database, project.id)
  const typed = Object.fromEntries(
    visit.form.entries().map(([name, text]) => [name, text.replaceAll('\r\n', '\n').trim()]),
  )
  const documents = await withDocumentsOfOthers(
    parts.database,
    { files: shown.files, values: shown.state.values },
    writing.present,
  )
  const values = { ...documents.values, version: [String(project.version)] }
  const added = documents.added.map(({ name }) => name)
  const conflict = <BothSheets {...{ saved, typed, added }} at={saved.updatedAt} />
  return formPage(writing, { state: { values, errors: {} }, files: documents.files, status: 409, conflict })
}

type Shown = {
  state: FormState
  files: readonly ShownFile[]
  draft?: OpenDraft
  communes?: readonly CommuneChoice[] | undefined
  status?: number
  conflict?: VNode
}

async function formPage(writing: Writing, shown: Shown): Promise<Answer> {
  const { visit, project, parts } = writing
  const { state, files, status, conflict, communes } = shown
  const draft = shown.draft ?? (await openDraft(parts, visit, askedForm(writing)))
  const title = project === undefined ? 'Écrire ma fiche projet' : `Modifier : ${project.name}`
  const body = (
    <SheetFormPage
      {...{ state, communes }}
      project={project && headOf(project)}
      submission={newKey()}
      documents={documentsField(state, files)}
      notices={
        <>
          {draft.notice}
          {conflict}
        </>
      }
      autosave={draft.autosave}
    />
  )
  return page(title, body, { status: status ?? 200, robots: 'noindex', islands: ['upload', 'autosave', 'commune'] })
}
