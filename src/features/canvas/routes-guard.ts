import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import { mayComment, mayWrite } from '#features/projects/access.ts'
import type { OpenProject } from '#features/projects/queries.ts'
import { gone, readOnly, withProject } from '#features/projects/routes-guard.tsx'
import type { Answer } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import type { Seat } from './pages/note-card.tsx'
import { type CanvasRow, listCanvases } from './queries.ts'

export type Seated = {
  visit: WebVisit
  parts: Parts
  actor: Actor
  project: OpenProject
  canvas: CanvasRow
  /** All of the project. */
  canvases: readonly CanvasRow[]
  seat: Seat
}

export type CanvasHandler = (seated: Seated) => Promise<Answer> | Answer

export function seatOf({ standing, state }: OpenProject): Seat {
  if (mayWrite(standing, state)) return 'writer'
  return mayComment(standing, state) ? 'commenter' : 'reader'
}

/** A route of one canvas, by the rights of its project; a number that its project has not is as a project that is not open. */
export const withCanvas = (parts: Parts, handle: CanvasHandler) =>
  withProject(parts, async (visit, project, actor) => {
    const canvases = await listCanvases(parts.database, project.id)
    const asked = visit.params.canvas ?? '1'
    const canvas = canvases.find(({ number }) => String(number) === asked)
    if (canvas === undefined) return gone(parts.database, visit)
    return handle({ visit, parts, actor, project, canvas, canvases, seat: seatOf(project) })
  })

/** The same for what only the creator does, while the project is not archived. */
export const writing = (parts: Parts, handle: CanvasHandler) =>
  withCanvas(parts, (seated) =>
    seated.seat === 'writer'
      ? handle(seated)
      : readOnly(seated.visit, 'Seul le créateur écrit sur son projet 360, tant qu’il n’est pas archivé.'),
  )

/** The number of a post-it in the address; undefined for what is no number. */
export function noteAsked({ params }: WebVisit): number | undefined {
  const [typed] = /^\d{1,15}$/.exec(params.note ?? '') ?? []
  return typed === undefined ? undefined : Number(typed)
}
