import { addresses } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import { mayWrite } from '#features/projects/access.ts'
import { threadsOfNotes } from '#features/projects/comment-queries.ts'
import type { OpenProject } from '#features/projects/queries.ts'
import { headOf, readOnly, withProject } from '#features/projects/routes-guard.tsx'
import { transact } from '#platform/database/database.ts'
import { type Answer, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { beginCanvas, removeCanvasIn, renameIn } from './canvas-actions.ts'
import { canvasForm } from './forms.ts'
import { BeginPage } from './pages/begin-page.tsx'
import { canvasHref } from './pages/canvas-href.ts'
import { CanvasPage } from './pages/canvas-page.tsx'
import { countCanvases, listCanvases, listNotes } from './queries.ts'
import { type Seated, seatOf, withCanvas, writing } from './routes-guard.ts'

/** « Projet 360 »: canvases of a project (PRJ-4, PRJ-5). */
export function boardRoutes(site: WebSite, parts: Parts): void {
  site.get(
    addresses.canvas.first,
    withProject(parts, async (visit, project, actor) => {
      const canvases = await listCanvases(parts.database, project.id)
      const canvas = canvases.find(({ number }) => number === 1) ?? canvases[0]
      if (canvas === undefined) return beginPage(project, fresh(0))
      if (canvas.number !== 1) return redirect(canvasHref(project.id, canvas.number))
      return boardPage({ visit, parts, project, actor, canvas, canvases, seat: seatOf(project) })
    }),
  )
  site.get(
    addresses.canvas.one,
    withCanvas(parts, (seated) =>
      seated.canvas.number === 1 ? { kind: 'moved', location: canvasHref(seated.project.id, 1) } : boardPage(seated),
    ),
  )
  site.get(
    addresses.canvas.new,
    withProject(parts, async (_visit, project) =>
      beginPage(project, fresh(await countCanvases(parts.database, project.id))),
    ),
  )
  site.post(
    addresses.canvas.new,
    withProject(parts, (visit, project, actor) => beginAnswer({ visit, parts, project, actor })),
  )
  site.post(addresses.canvas.rename, writing(parts, renameAnswer))
  site.post(
    addresses.canvas.remove,
    writing(parts, async ({ project, canvas, actor, visit }) => {
      const sheet = addresses.projects.one({ project: project.id })
      await once(
        parts.database,
        visit.submission,
        (tx) => removeCanvasIn(tx, { id: canvas.id, by: actor.id, now: visit.now }),
        () => sheet,
      )
      return redirect(sheet, `« ${canvas.name} » est supprimé.`)
    }),
  )
}

async function beginAnswer({ visit, parts, project, actor }: Pick<Seated, 'visit' | 'parts' | 'project' | 'actor'>) {
  if (!mayWrite(project.standing, project.state)) return readOnly(visit, NOT_YOURS)
  const read = readForm(canvasForm, visit.form)
  const values = visit.form.toValues()
  if (!read.ok) return beginPage(project, { values, errors: read.errors })
  const { nom: name, depart } = read.value
  const result = await beginCanvas(
    parts.database,
    { projectId: project.id, name, withExample: depart === 'exemple', by: actor.id, now: visit.now },
    { submission: visit.submission, locationOf: (number) => canvasHref(project.id, number) },
  )
  if (result.kind === 'already') return redirect(result.location)
  const verdict = result.value
  if (verdict.kind === 'begun')
    return redirect(canvasHref(project.id, verdict.number), 'Votre projet 360 est commencé.')
  if (verdict.because === 'closed') return readOnly(visit, NOT_YOURS)
  return beginPage(project, { values, errors: { nom: 'Ce projet tient vingt projets 360 au plus : supprimez-en un.' } })
}

const NOT_YOURS = 'Seul le créateur commence un projet 360, tant que son projet n’est pas archivé.'

/** Two canvases of a project are told apart by their names. */
const fresh = (others: number) =>
  filledForm({ nom: others === 0 ? 'Projet 360' : `Projet 360 n° ${others + 1}`, depart: 'vide' })

function beginPage(project: OpenProject, state: FormState): Answer {
  const mayBegin = mayWrite(project.standing, project.state)
  const body = <BeginPage {...{ state, mayBegin }} project={headOf(project)} submission={newKey()} />
  return page('Projet 360', body, { status: Object.keys(state.errors).length > 0 ? 422 : 200, robots: 'noindex' })
}

async function renameAnswer({ visit, parts, project, actor, canvas }: Seated): Promise<Answer> {
  const read = readForm(canvasForm, visit.form)
  if (!read.ok) {
    const state = { values: visit.form.toValues(), errors: read.errors }
    return {
      ...(await boardPage({ visit, parts, project, actor, canvas, canvases: [canvas], seat: 'writer' }, state)),
      status: 422,
    }
  }
  await transact(parts.database, (tx) => renameIn(tx, canvas.id, read.value.nom))
  return redirect(canvasHref(project.id, canvas.number), 'Le nom est changé.')
}

/** The board. Four statements, whatever it holds. */
async function boardPage({ visit, parts, project, actor, canvas, canvases, seat }: Seated, renaming?: FormState) {
  const notes = await listNotes(parts.database, canvas.id)
  const threads = await threadsOfNotes(parts.database, project.id)
  const [gone] = /^\d{1,15}$/.exec(visit.query.get('supprime')) ?? []
  const undo =
    gone === undefined || seat !== 'writer' || notes.some(({ id }) => id === Number(gone)) ? undefined : Number(gone)
  const body = (
    <CanvasPage
      {...{ canvas, notes, threads, seat, undo, renaming }}
      project={headOf(project)}
      reader={actor.id}
      others={canvases}
      submission={newKey()}
      printsComments={visit.query.get('commentaires') === 'oui'}
    />
  )
  return page(canvas.name, body, { robots: 'noindex', islands: ['canvas'] })
}
