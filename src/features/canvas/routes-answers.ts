import type { WebVisit } from '#features/accounts/actor.ts'
import { type Answer, redirect } from '#platform/http/answers.ts'
import { CHANGE_TYPE } from './changes.ts'
import { canvasHref } from './pages/canvas-href.ts'
import { changeFor, readChanges } from './routes-changes.tsx'
import type { Seated } from './routes-guard.ts'

/** Whether the island asks, which shows the answer without leaving the page. */
export const isFromIsland = ({ header }: WebVisit): boolean => header('accept').includes(CHANGE_TYPE)

const json = (status: number, body: object): Answer => ({
  ...{ kind: 'data', status, body: JSON.stringify(body), contentType: `${CHANGE_TYPE}; charset=utf-8` },
})

/** After a change: the page of the canvas, or what changed since `rev`, its own change included. */
export async function changed(
  { visit, parts, project, canvas, seat }: Seated,
  said: string,
  place = '',
): Promise<Answer> {
  if (!isFromIsland(visit)) return redirect(`${canvasHref(project.id, canvas.number)}${place}`, said)
  const board = { project: project.id, canvas }
  const [typed] = /^\d{1,15}$/.exec(visit.form.get('vu')) ?? []
  const changes = await readChanges(parts.database, board, typed === undefined ? canvas.rev : Number(typed))
  return json(200, { ...changeFor(board, changes, seat), said })
}

/** A form that was refused, for the island: the sentences by field, and the words of another window if there are some. */
export const refusedToIsland = (status: number, errors: Record<string, string>, saved?: object): Answer =>
  json(status, { errors, saved })
