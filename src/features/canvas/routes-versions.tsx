import { addresses } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import { headOf, notOpen } from '#features/projects/routes-guard.tsx'
import { type Answer, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { keepVersionIn, restoreVersionIn, type VersionKept } from './canvas-actions.ts'
import { versionForm } from './forms.ts'
import { canvasHref } from './pages/canvas-href.ts'
import { VersionsPage } from './pages/versions-page.tsx'
import { listNotes, listVersions, notesOfVersion } from './queries.ts'
import { type Seated, withCanvas, writing } from './routes-guard.ts'
import { differenceOf } from './versions.ts'

/** Versions of a canvas: kept, compared with now, restored (PRJ-5). */
export function versionRoutes(site: WebSite, parts: Parts): void {
  site.get(
    addresses.canvas.versions,
    withCanvas(parts, (seated) => versionsPage(seated, emptyForm)),
  )
  site.post(addresses.canvas.versions, writing(parts, keepAnswer))
  site.post(
    addresses.canvas.restore,
    writing(parts, async ({ visit, project, canvas, actor }) => {
      const [typed] = /^\d{1,6}$/.exec(visit.params.version ?? '') ?? []
      if (typed === undefined) return notOpen(visit)
      const here = canvasHref(project.id, canvas.number)
      const asked = { canvasId: canvas.id, version: Number(typed), by: actor.id, now: visit.now }
      const result = await once(
        parts.database,
        visit.submission,
        (tx) => restoreVersionIn(tx, asked),
        (verdict) => (verdict.kind === 'done' ? here : undefined),
      )
      if (result.kind === 'already') return redirect(result.location)
      if (result.value.kind === 'refused') return notOpen(visit)
      return redirect(here, 'Vous êtes revenu à cette version. Ce qui était affiché est gardé parmi les versions.')
    }),
  )
}

async function keepAnswer(seated: Seated): Promise<Answer> {
  const { visit, parts, project, canvas, actor } = seated
  const read = readForm(versionForm, visit.form)
  const values = visit.form.toValues()
  if (!read.ok) return versionsPage(seated, { values, errors: read.errors })
  const here = addresses.canvas.versions({ project: project.id, canvas: canvas.number })
  const kept = { canvasId: canvas.id, label: read.value.nom, by: actor.id, now: visit.now }
  const result = await once<VersionKept>(
    parts.database,
    visit.submission,
    (tx) => keepVersionIn(tx, kept),
    (verdict) => (verdict.kind === 'kept' ? here : undefined),
  )
  if (result.kind === 'already') return redirect(result.location)
  if (result.value.kind === 'kept') return redirect(here, 'Cette version est gardée.')
  if (result.value.because === 'gone') return notOpen(visit)
  return versionsPage(seated, { values, errors: { nom: 'Cent versions sont déjà gardées : c’est le plus possible.' } })
}

async function versionsPage({ visit, parts, project, canvas, seat }: Seated, state: FormState): Promise<Answer> {
  const { database } = parts
  const versions = await listVersions(database, canvas.id)
  const asked = versions.find(({ number }) => String(number) === visit.query.get('avec'))
  const compared = asked && {
    number: asked.number,
    difference: differenceOf(
      await notesOfVersion(database, canvas.id, asked.number),
      await listNotes(database, canvas.id),
    ),
  }
  const props = { project: headOf(project), canvas, versions, compared, writes: seat === 'writer', state }
  return page('Versions', <VersionsPage {...props} submission={newKey()} />, {
    status: Object.keys(state.errors).length > 0 ? 422 : 200,
    robots: 'noindex',
  })
}
