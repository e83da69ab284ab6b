import { addresses } from '#addresses'
import { isProfessional, mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { readableFiles } from '#features/files/queries.ts'
import { plural } from '#kernel/french'
import { transact } from '#platform/database/database.ts'
import { type Answer, forbidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import type { FormState } from '#ui/form-state.ts'
import { mayDispose } from './access.ts'
import { threadsOfSheet } from './comment-queries.ts'
import { documentsOf } from './file-queries.ts'
import { JournalPage } from './pages/journal-page.tsx'
import { ProjectsPage } from './pages/projects-page.tsx'
import { SheetPage } from './pages/sheet-page.tsx'
import { disposeIn, removeIn } from './project-actions.ts'
import type { OpenProject } from './queries.ts'
import { headOf, withProject } from './routes-guard.tsx'
import { getSheet, listProjects, PROJECTS_OF_A_PAGE } from './sheet-queries.ts'
import type { CanvasSlot, TimelineEntry, TimelineSource } from './slots.ts'
import { entryOf } from './timeline-cards.ts'
import { listTurns } from './timeline-queries.ts'

export type SheetShown = CanvasSlot

/** Reading projects; putting them away (PRJ-1, PRJ-6). */
export function readingRoutes(
  site: WebSite,
  parts: Parts,
  slots: { sheet: SheetShown; timeline: readonly TimelineSource[] },
): void {
  const { database } = parts
  site.get(addresses.projects.all, (visit) =>
    visit.actor === undefined ? signInFirst : listAnswer(visit, visit.actor, parts),
  )
  site.get(
    addresses.projects.one,
    withProject(parts, (visit, project, actor) => sheetAnswer({ visit, parts, project, actor }, slots.sheet)),
  )
  site.get(
    addresses.projects.journal,
    withProject(parts, (visit, project, actor) => journalAnswer({ visit, parts, project, actor }, slots.timeline)),
  )
  site.post(
    addresses.projects.archive,
    withProject(parts, async (visit, project, actor) => {
      if (!mayDispose(project.standing)) return forbidden(OWNER_ONLY)
      const state = visit.form.get('archive') === 'non' ? 'active' : 'archived'
      await transact(database, (tx) => disposeIn(tx, project, state, { by: actor.id, now: visit.now }))
      const said = state === 'archived' ? 'Ce projet est archivé.' : 'Ce projet est repris.'
      return redirect(addresses.projects.one({ project: project.id }), said)
    }),
  )
  site.post(
    addresses.projects.remove,
    withProject(parts, async (visit, project, actor) => {
      if (!mayDispose(project.standing)) return forbidden(OWNER_ONLY)
      const all = addresses.projects.all()
      await once(
        database,
        visit.submission,
        (tx) => removeIn(tx, project, actor.id, visit.now),
        () => all,
      )
      return redirect(all, `Le projet « ${project.name} » est supprimé.`)
    }),
  )
}

const OWNER_ONLY = 'Seul le créateur dispose de son projet.'

const pageAsked = ({ query }: WebVisit): number => Math.max(1, Number(/^\d{1,4}$/.exec(query.get('page'))?.[0] ?? 1))

async function listAnswer(visit: WebVisit, actor: Actor, { database }: Parts): Promise<Answer> {
  const number = pageAsked(visit)
  const rows = await listProjects(database, actor, number)
  const own = rows.filter(({ isOwn }) => isOwn)
  const entrusted = isProfessional(actor) ? rows.filter(({ isOwn }) => !isOwn) : undefined
  const pages = Math.max(number, Math.ceil((rows[0]?.count ?? 0) / PROJECTS_OF_A_PAGE))
  const publishes = mayContribute(actor)
  const body = <ProjectsPage {...{ own, entrusted, publishes, pages }} page={number} url={visit.url} />
  return page('Projets', body, { robots: 'noindex' })
}

type Asked = { visit: WebVisit; parts: Parts; project: OpenProject; actor: Actor }

/** The sheet; again with what was typed when a comment was refused. */
export async function sheetAnswer(
  { parts, project, actor }: Asked,
  canvases: SheetShown,
  refused?: { thread: number | null; state: FormState },
): Promise<Answer> {
  const { database } = parts
  const [sheet, ids, threads] = [
    await getSheet(database, project.id),
    await documentsOf(database, project.id),
    await threadsOfSheet(database, project.id),
  ]
  const documents = await readableFiles(database, ids, actor)
  const held = project.standing === 'owner' ? await heldText({ database, project, canvases }, ids.length) : ''
  const props = { project: headOf(project), sheet, documents, threads, held, refused }
  return page(project.name, <SheetPage {...props} submission={newKey()} />, {
    status: refused === undefined ? 200 : 422,
    robots: 'noindex',
  })
}

async function heldText(
  { database, project, canvases }: { database: Parts['database']; project: OpenProject; canvases: SheetShown },
  documents: number,
): Promise<string> {
  const held = await canvases.heldBy(database, project.id)
  const parts = [
    documents > 0 && plural(documents, 'document'),
    held.canvases > 0 && `${plural(held.canvases, 'projet')} 360 (${plural(held.notes, 'post-it')})`,
    'tous ses commentaires',
  ].filter(Boolean)
  return `Sa fiche, ${parts.join(', ')} seront effacés.`
}

const PAGE_SIZE = 100
const MOST_PAGES = 100

/** The last first, page by page: each source gives as many as the pages up to this one may show, and one that says there are more. */
async function journalAnswer({ visit, parts, project, actor }: Asked, sources: readonly TimelineSource[]) {
  const { database } = parts
  const number = Math.min(pageAsked(visit), MOST_PAGES)
  const [first, most] = [(number - 1) * PAGE_SIZE, number * PAGE_SIZE + 1]
  const turns = await listTurns(database, project.id, most)
  const { id: projectId, ownerId, standing, createdAt: since } = project
  const asked = { projectId, ownerId, standing, viewer: actor, since, most }
  const others = await Promise.all(sources.map((source) => source(database, asked)))
  const began: TimelineEntry = { at: since, kind: 'sheet', text: 'Fiche projet commencée' }
  const entries = [...turns.map((turn) => entryOf(turn, project)), ...others.flat(), began].toSorted((a, b) =>
    Temporal.Instant.compare(b.at, a.at),
  )
  const pages = entries.length >= most ? number + 1 : number
  const shown = entries.slice(first, first + PAGE_SIZE)
  const body = <JournalPage project={headOf(project)} entries={shown} page={number} pages={pages} url={visit.url} />
  return page('Journal du projet', body, { robots: 'noindex' })
}
