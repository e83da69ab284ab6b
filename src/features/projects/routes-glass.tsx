import { addresses } from '#addresses'
import { isAdministrator } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, forbidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { glassForm } from './forms.ts'
import { breakGlass } from './glass-actions.ts'
import { listOpenings } from './glass-queries.ts'
import { GlassPage } from './pages/glass-page.tsx'

/** « Bris de glace » (N9). */
export function glassRoutes(site: WebSite, parts: Parts): void {
  const forAdministrator = (then: (visit: WebVisit, actor: Actor) => Promise<Answer>) => (visit: WebVisit) => {
    if (visit.actor === undefined) return signInFirst
    return isAdministrator(visit.actor) ? then(visit, visit.actor) : forbidden()
  }
  site.get(
    addresses.admin.glass,
    forAdministrator((visit) => glassPage(visit, parts, filledForm({ projet: visit.query.get('projet') }))),
  )
  site.post(
    addresses.admin.glass,
    forAdministrator((visit, actor) => breakAnswer(visit, parts, actor)),
  )
}

async function glassPage({ now }: WebVisit, { database }: Parts, state: FormState): Promise<Answer> {
  const openings = await listOpenings(database)
  const status = Object.keys(state.errors).length > 0 ? 422 : 200
  const body = <GlassPage {...{ state, openings, now }} submission={newKey()} />
  return page('Bris de glace', body, { status, robots: 'noindex' })
}

async function breakAnswer(visit: WebVisit, parts: Parts, actor: Actor): Promise<Answer> {
  const values = visit.form.toValues()
  const read = readForm(glassForm, visit.form)
  if (!read.ok) return glassPage(visit, parts, { values, errors: read.errors })
  const { projet: projectId, motif: reason } = read.value
  const location = addresses.projects.one({ project: projectId })
  const result = await breakGlass(
    parts.database,
    { projectId, administratorId: actor.id, reason, now: visit.now },
    { submission: visit.submission, location },
  )
  if (result.kind === 'already') return redirect(result.location)
  if (!result.value) return glassPage(visit, parts, { values, errors: { projet: 'Aucun projet n’a ce numéro.' } })
  return redirect(location, 'Vous pouvez lire ce projet pendant une heure. Son créateur est prévenu.')
}
