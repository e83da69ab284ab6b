import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, forbidden, hidden, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countForm } from '#platform/rate-limits/rate-limit.ts'
import { once } from '#platform/submissions/once.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { mayInvite, mayLeave, mayWithdraw } from './access.ts'
import { authorise, leaveIn, withdraw } from './adviser-actions.ts'
import { listAdvisers } from './adviser-queries.ts'
import { adviserForm } from './forms.ts'
import { AdvisersPage } from './pages/advisers-page.tsx'
import type { OpenProject } from './queries.ts'
import { headOf, withProject } from './routes-guard.tsx'
import { AUTHORISING_TEXTS } from './texts.ts'

const DAY = 86_400
/** Invitations of one creator (B24). */
const BY_CREATOR = { tries: 20, seconds: DAY }

const OWNER_ONLY = 'Seul le créateur choisit qui lit son projet.'

/** Authorising professionals, withdrawing them, leaving (PRJ-2). */
export function adviserRoutes(site: WebSite, parts: Parts): void {
  site.get(
    addresses.projects.advisers,
    withProject(parts, (visit, project) =>
      mayWithdraw(project.standing) ? advisersPage({ visit, parts, project }, emptyForm) : forbidden(OWNER_ONLY),
    ),
  )
  site.post(
    addresses.projects.advisers,
    withProject(parts, (visit, project) =>
      mayInvite(project.standing, project.state) ? authoriseAnswer({ visit, parts, project }) : forbidden(OWNER_ONLY),
    ),
  )
  site.post(
    addresses.projects.withdraw,
    withProject(parts, async (visit, project) => {
      if (!mayWithdraw(project.standing)) return forbidden(OWNER_ONLY)
      const [typed] = /^\d{1,15}$/.exec(visit.params.adviser ?? '') ?? []
      const done = typed !== undefined && (await withdraw(parts.database, project, Number(typed), visit.now))
      const back = addresses.projects.advisers({ project: project.id })
      if (done) return redirect(back, 'L’autorisation est retirée : cette personne ne lit plus votre projet.')
      return typed === undefined ? hidden : redirect(back)
    }),
  )
  site.post(
    addresses.projects.leave,
    withProject(parts, async (visit, project, actor) => {
      if (!mayLeave(project.standing)) return forbidden('Seul un professionnel autorisé quitte un projet.')
      const all = addresses.projects.all()
      await once(
        parts.database,
        visit.submission,
        (tx) => leaveIn(tx, project, actor, visit.now),
        () => all,
      )
      return redirect(all, `Vous avez quitté le projet « ${project.name} ».`)
    }),
  )
}

type Asked = { visit: WebVisit; parts: Parts; project: OpenProject }

async function advisersPage({ visit, parts, project }: Asked, state: FormState, refusal = {}): Promise<Answer> {
  const advisers = await listAdvisers(parts.database, project.id)
  const fromCanvas = (visit.query.get('depuis') || visit.form.get('depuis')) === '360'
  const props = { project: headOf(project), advisers, state, fromCanvas }
  const status = Object.keys(state.errors).length > 0 ? 422 : 200
  return page('Professionnels autorisés', <AdvisersPage {...props} submission={newKey()} />, {
    status,
    robots: 'noindex',
    ...refusal,
  })
}

/** What was typed stays in the form. */
const tooMany = (seconds: number) => ({ status: 429, headers: { 'retry-after': String(seconds) } })

async function authoriseAnswer(asked: Asked): Promise<Answer> {
  const { visit, parts, project } = asked
  const read = readForm(adviserForm, visit.form)
  const values = visit.form.toValues()
  if (!read.ok) return advisersPage(asked, { values, errors: read.errors })
  const key = keyedHash(parts.settings.SECRET, `authorises ${project.ownerId}`)
  const allowance = await countForm(parts.database, visit.submission, key, BY_CREATOR)
  if (!allowance.allowed) {
    const errors = { email: 'Vous avez autorisé beaucoup de personnes aujourd’hui. Réessayez demain.' }
    return advisersPage(asked, { values, errors }, tooMany(allowance.retryAfterSeconds))
  }
  const { email, depuis } = read.value
  const location = addresses.projects.advisers({ project: project.id })
  const result = await authorise(
    parts,
    { project, email, from: depuis === '360' ? 'canvas' : 'sheet' },
    { submission: visit.submission, location },
  )
  if (result.kind === 'already') return redirect(result.location)
  const verdict = result.value
  if (verdict.kind === 'authorised')
    return redirect(location, `${email.address} est autorisé sur votre projet, et prévenu par mail.`)
  if (verdict.because === 'closed') return forbidden('Ce projet est archivé : on ne peut plus que le lire.')
  return advisersPage(asked, { values, errors: { email: AUTHORISING_TEXTS[verdict.because] } })
}
