// Who gets what of projects, canvases, recommendations and notices: written from PRJ-1 to PRJ-6, REC-1 to REC-3, ESP-3, and N9
// of the rules of trust: a project is its creator’s and those he authorised, not the administrator’s.
import { addresses } from '#addresses'
import { all, type Cell, CONTRIBUTORS, cell, KEY, keyed, plain, SIGNED_OUT, type Statuses } from './access-table.ts'
import type { MadeProjects } from './access-world-of-projects.ts'

const { admin, canvas, contents, mySpace, projects } = addresses
const NOBODY = 999_999_999

type Parts = { project: number; canvas: number; note: number; comment: number; adviser: number; version: number }
type Place = { (parts: Parts, query?: Record<string, string>): string; path: string }

/** Of a project around the author, who alone of all these people reads it. */
function ofProject(method: 'GET' | 'POST', place: Place, which: keyof MadeProjects, status: number): Cell {
  return cell(method, place.path, `project ${which}`, {
    target: ({ projects: made }) => {
      const { id, noteId, commentId, adviserId } = made[which]
      const parts: Parts = { project: id, canvas: 1, note: noteId, comment: commentId, adviser: adviserId, version: 1 }
      const query = place.path === canvas.live.path ? { suite: 'non' } : undefined
      return { url: place(parts, query), unknown: place({ ...parts, project: NOBODY }, query) }
    },
    statuses: all(404, [401, SIGNED_OUT], [status, ['author']]),
  })
}

const SECOND: Parts = { project: 0, canvas: 2, note: 0, comment: 0, adviser: 0, version: 1 }

/** The second canvas of a project, which has an address of its own. */
const second = (method: 'GET' | 'POST', place: Place, status: number): Cell =>
  cell(method, place.path, 'second canvas', {
    target: ({ projects: { own } }) => ({
      url: place({ ...SECOND, project: own.id }),
      unknown: place({ ...SECOND, project: NOBODY }),
    }),
    statuses: all(404, [401, SIGNED_OUT], [status, ['author']]),
  })

const signedIn = (status: number): Statuses => all(status, [401, SIGNED_OUT])

const READ = [
  projects.one,
  projects.pdf,
  projects.journal,
  canvas.first,
  canvas.notes,
  canvas.note,
  canvas.versions,
  canvas.pdf,
]
const READ_BY_ADVISER = READ.filter((place) => place !== canvas.notes)

const recommending = (method: 'GET' | 'POST', status: number): Cell[] => [
  cell(method, contents.recommend.path, 'published', {
    target: ({ resource }) => ({ url: contents.recommend({ content: resource.id }) }),
    statuses: all(403, [401, SIGNED_OUT], [status, CONTRIBUTORS]),
  }),
  cell(method, contents.recommend.path, 'draft', {
    target: ({ articles }) => ({
      url: contents.recommend({ content: articles.draft.id }),
      unknown: contents.recommend({ content: NOBODY }),
    }),
    statuses: all(403, [401, SIGNED_OUT], [404, CONTRIBUTORS]),
  }),
]

export const CELLS_OF_PROJECTS: readonly Cell[] = [
  plain('GET', projects.all.path, signedIn(200)),
  plain('GET', projects.new.path, signedIn(200)),
  plain('POST', projects.new.path, signedIn(422)),
  ...READ.map((place) => ofProject('GET', place, 'own', 200)),
  ...READ_BY_ADVISER.map((place) => ofProject('GET', place, 'entrusted', 200)),
  ofProject('GET', canvas.notes, 'entrusted', 403),
  ofProject('GET', canvas.live, 'own', 200),
  ofProject('GET', canvas.live, 'entrusted', 200),
  ofProject('GET', canvas.new, 'own', 200),
  ofProject('GET', projects.edit, 'own', 200),
  ofProject('GET', projects.edit, 'entrusted', 403),
  ofProject('GET', projects.advisers, 'own', 200),
  ofProject('GET', projects.advisers, 'entrusted', 403),
  second('GET', canvas.one, 200),
  ofProject('POST', projects.edit, 'own', 422),
  ofProject('POST', projects.edit, 'entrusted', 403),
  ofProject('POST', projects.advisers, 'own', 422),
  ofProject('POST', projects.advisers, 'entrusted', 403),
  ofProject('POST', projects.comment, 'own', 422),
  ofProject('POST', projects.comment, 'entrusted', 422),
  ofProject('POST', projects.closing, 'own', 303),
  ofProject('POST', projects.closing, 'entrusted', 303),
  ofProject('POST', projects.withdraw, 'entrusted', 403),
  ofProject('POST', projects.withdraw, 'own', 303),
  ofProject('POST', projects.leave, 'own', 403),
  ofProject('POST', projects.leave, 'left', 303),
  ofProject('POST', projects.archive, 'entrusted', 403),
  ofProject('POST', projects.archive, 'shelved', 303),
  ofProject('POST', projects.remove, 'entrusted', 403),
  ofProject('POST', projects.remove, 'doomed', 303),
  ofProject('POST', canvas.new, 'own', 422),
  ofProject('POST', canvas.new, 'entrusted', 403),
  ...[canvas.notes, canvas.note, canvas.rename].flatMap((place) => [
    ofProject('POST', place, 'own', 422),
    ofProject('POST', place, 'entrusted', 403),
  ]),
  ofProject('POST', canvas.comment, 'own', 422),
  ofProject('POST', canvas.comment, 'entrusted', 422),
  ...[canvas.move, canvas.versions, canvas.restore].flatMap((place) => [
    ofProject('POST', place, 'own', 303),
    ofProject('POST', place, 'entrusted', 403),
  ]),
  ofProject('POST', canvas.removeNote, 'entrusted', 403),
  ofProject('POST', canvas.removeNote, 'shelved', 403),
  ofProject('POST', canvas.remove, 'entrusted', 403),
  second('POST', canvas.remove, 303),
  plain('GET', admin.glass.path, all(403, [401, SIGNED_OUT], [200, ['administrator']])),
  plain('POST', admin.glass.path, all(403, [401, SIGNED_OUT], [422, ['administrator']])),
  ...recommending('GET', 200),
  ...recommending('POST', 422),
  plain('GET', mySpace.recommendations.path, signedIn(200)),
  plain('GET', mySpace.notifications.path, signedIn(200)),
  plain('POST', mySpace.notificationsRead.path, signedIn(303)),
  plain('GET', mySpace.preferences.path, signedIn(200)),
  plain('POST', mySpace.preferences.path, signedIn(422)),
  keyed('GET', addresses.stop).held(() => KEY, all(200)),
  keyed('POST', addresses.stop).held(() => KEY, all(200)),
  ...(['GET', 'POST'] as const).flatMap((method) => [
    keyed(method, addresses.topicStop).unknown(all(404)),
    keyed(method, addresses.topicStop).held(({ topicStop }) => topicStop, all(200)),
  ]),
]
