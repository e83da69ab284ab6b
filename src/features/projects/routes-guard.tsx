import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import { audit } from '#features/audit/actions.ts'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { earlierLocation } from '#platform/submissions/once.ts'
import { noteOpening } from './adviser-actions.ts'
import { NotOpenPage } from './pages/not-open-page.tsx'
import type { ProjectHead } from './pages/project-frame.tsx'
import { findProject, type OpenProject } from './queries.ts'

export type Handler = (visit: WebVisit, project: OpenProject, actor: Actor) => Promise<Answer> | Answer

/**
 * A route of one project: 401 signed out, 404 for whom it is not open to, as for a number that is nobody’s; a form sent there
 * gives its words back. Each reading through the glass is logged.
 */
export const withProject =
  ({ database }: Pick<Parts, 'database'>, handle: Handler) =>
  async (visit: WebVisit): Promise<Answer> => {
    const { actor, now } = visit
    if (actor === undefined) return signInFirst
    const [typed] = /^\d{1,15}$/.exec(visit.params.project ?? '') ?? []
    const project = typed === undefined ? undefined : await findProject(database, actor, Number(typed), now)
    if (project === undefined) return gone(database, visit)
    if (project.standing === 'glass') {
      const object = `project:${project.id}`
      await audit(database, { actorId: actor.id, verb: 'project-seen-through-glass', object, now })
    }
    if (project.standing === 'adviser' && project.isVisit && isReading(visit))
      await noteOpening(database, project.id, actor.id, now)
    return handle(visit, project, actor)
  }

/** A page that somebody opens; a live line opens by itself. */
const isReading = ({ method, header }: WebVisit): boolean =>
  method === 'GET' && !header('accept').includes('text/event-stream')

/** A form that took away what it was about, sent again, leads where it led first. */
export async function gone(database: Parts['database'], visit: WebVisit): Promise<Answer> {
  const earlier = visit.method === 'POST' ? await earlierLocation(database, visit.submission) : undefined
  return earlier === undefined ? notOpen(visit) : redirect(earlier)
}

/** 404; the words of a form that was sent come back, since they are nowhere else. */
export function notOpen(visit: WebVisit): Answer {
  if (visit.method !== 'POST') return hidden
  const why = 'Il n’existe pas, ou son créateur vous en a retiré l’accès. Rien n’a été enregistré.'
  const body = <NotOpenPage title="Ce projet ne vous est pas ouvert" why={why} words={wordsIn(visit)} />
  return page('Projet', body, { status: 404, robots: 'noindex' })
}

/** 403 for what one may read and not write (any more): the words of a form that was sent come back too (F11). */
export function readOnly(visit: WebVisit, why: string): Answer {
  const words = visit.method === 'POST' ? wordsIn(visit) : []
  if (words.length === 0) return forbidden(why)
  const body = <NotOpenPage title="Rien n’a été enregistré" why={why} words={words} />
  return page('Projet', body, { status: 403, robots: 'noindex' })
}

/** What somebody wrote in a form, without what its page put there. */
const wordsIn = ({ form }: WebVisit): string[] => [
  ...new Set(
    form
      .entries()
      .filter(([name]) => /^[a-z]+$/.test(name) && !CARRIED.has(name))
      .filter(([, text]) => /\p{L}/u.test(text) && text.isWellFormed())
      .map(([, text]) => text.replaceAll('\0', '')),
  ),
]

const CARRIED = new Set(
  'submission geste version brouillon depuis archive clos annuler couleur bloc place depart secteur etape'.split(' '),
)

/** What the frame of its pages shows. */
export const headOf = ({ id, name, ownerName, state, standing, glassUntil }: OpenProject): ProjectHead => ({
  ...{ id, name, ownerName, state, standing },
  glassUntil: glassUntil ?? undefined,
})
