import { canvases, canvasNotes, canvasVersions } from '#features/canvas/tables.ts'
import { projectAdvisers, projectComments, projects } from '#features/projects/tables.ts'
import { make, NOW } from '../make.ts'
import type { TestSite } from '../site.ts'

export type MadeProject = { id: number; noteId: number; commentId: number; adviserId: number }

/**
 * Projects around one professional, `author`: his own, those that a creator entrusted to him, and one for each thing that
 * undoes what it is about. All bear a canary.
 */
export type MadeProjects = Record<'own' | 'shelved' | 'doomed' | 'entrusted' | 'left', MadeProject>

const now = Temporal.Instant.from(NOW)
const CANARY = 'Canari'

/** A project with a comment, two canvases, a post-it, a version, and an adviser who opened it. */
export async function makeProject(
  { database }: Pick<TestSite, 'database'>,
  { ownerId, adviserId }: { ownerId: number; adviserId: number },
): Promise<MadeProject> {
  const dates = { createdAt: now, updatedAt: now }
  const name = `${CANARY} du Pilat`
  const [project] = await database
    .insert(projects)
    .values({ ownerId, name, idea: name, ...dates })
    .returning()
  const projectId = project?.id ?? 0
  const email = `conseil-${projectId}-${adviserId}@exemple.test`
  const asked = { projectId, email, emailKey: email, personId: adviserId, askedFrom: 'sheet' as const }
  const [adviser] = await database
    .insert(projectAdvisers)
    .values({ ...asked, state: 'active', invitedAt: now, activeAt: now, openedAt: now, seenAt: now })
    .returning()
  const said = { projectId, authorId: adviserId, authorPart: 'adviser' as const, body: name, createdAt: now }
  const [comment] = await database
    .insert(projectComments)
    .values({ ...said, subject: name })
    .returning()
  const boards = await database
    .insert(canvases)
    .values([1, 2].map((number) => ({ projectId, number, name, rev: 1, ...dates })))
    .returning()
  const canvasId = boards[0]?.id ?? 0
  const written = { canvasId, block: 'value' as const, body: name, colour: 'sun' as const, rev: 1, ...dates }
  const [note] = await database
    .insert(canvasNotes)
    .values({ ...written, position: 'V' })
    .returning()
  await database.insert(projectComments).values({ ...said, noteId: note?.id ?? 0 })
  await database.insert(canvasVersions).values({ canvasId, number: 1, reason: 'kept', madeAt: now, notes: [] })
  return { id: projectId, noteId: note?.id ?? 0, commentId: comment?.id ?? 0, adviserId: adviser?.id ?? 0 }
}

/** A creator, the adviser to whom he entrusted a project, both signed in, and that project. */
export async function makeEntrusted(site: TestSite, adviserAs: Parameters<typeof make.signedIn>[1] = {}) {
  const creator = await make.signedIn(site)
  const adviser = await make.signedIn(site, { role: 'professional', ...adviserAs })
  const made = await makeProject(site, { ownerId: creator.id, adviserId: adviser.id })
  return { creator, adviser, made }
}

export async function makeProjects(site: TestSite, authorId: number): Promise<MadeProjects> {
  const creator = (await make.person(site.database, {})).id
  const other = (await make.person(site.database, { role: 'professional' })).id
  const own = { ownerId: authorId, adviserId: other }
  const entrusted = { ownerId: creator, adviserId: authorId }
  return {
    own: await makeProject(site, own),
    shelved: await makeProject(site, own),
    doomed: await makeProject(site, own),
    entrusted: await makeProject(site, entrusted),
    left: await makeProject(site, entrusted),
  }
}
