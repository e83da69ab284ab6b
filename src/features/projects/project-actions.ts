import { audit } from '#features/audit/actions.ts'
import { dropDraftsIn, type HeldDraft } from '#features/drafts/actions.ts'
import {
  claimAttachmentsIn,
  type FileToAttach,
  keepConfidentialIn,
  sayOfFileIn,
} from '#features/files/attachment-actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Database, Tx } from '#platform/database/database.ts'
import { announce } from '#platform/live/announce.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import type { ProjectState } from './access.ts'
import type { OpenProject } from './queries.ts'
import { MOST_PROJECTS, type Sheet } from './sheet.ts'
import {
  countProjects,
  deleteProject,
  insertProject,
  lockProject,
  saveDocuments,
  updateSheet,
  updateState,
} from './store.ts'

export type SheetToSave = {
  sheet: Sheet
  files: readonly FileToAttach[]
  draft: HeldDraft
  /** The creator. */
  by: number
  now: Instant
}

type Sent = { submission: Submission; locationOf(id: number): string }

export type Created = { kind: 'saved'; id: number } | Refused<'too-many'>

/** Writes a new project of this person; refused beyond `MOST_PROJECTS`. */
export function createProject(database: Database, saved: SheetToSave, sent: Sent): Promise<Once<Created>> {
  const { by, now } = saved
  return once<Created>(
    database,
    sent.submission,
    async (tx) => {
      if ((await countProjects(tx, by)) >= MOST_PROJECTS) return refused('too-many')
      const id = await insertProject(tx, saved.sheet, { ownerId: by, now })
      await saveRest(tx, id, saved)
      await audit(tx, { actorId: by, verb: 'project-created', object: `project:${id}`, now })
      return { kind: 'saved', id }
    },
    (created) => (created.kind === 'saved' ? sent.locationOf(created.id) : undefined),
  )
}

export type Saved = { kind: 'saved'; id: number } | Refused<'conflict' | 'closed'>

/** Saves the sheet as its creator read it at `version`; refused when another window saved in between. */
export function saveProject(
  database: Database,
  project: { id: number; version: number },
  saved: SheetToSave,
  sent: Sent,
): Promise<Once<Saved>> {
  const { by, now } = saved
  return once<Saved>(
    database,
    sent.submission,
    async (tx) => {
      const locked = await lockProject(tx, project.id)
      if (locked?.ownerId !== by || locked.state !== 'active') return refused('closed')
      if (locked.version !== project.version) return refused('conflict')
      await updateSheet(tx, project.id, saved.sheet, now)
      await saveRest(tx, project.id, saved)
      await audit(tx, { actorId: by, verb: 'project-saved', object: `project:${project.id}`, now })
      return { kind: 'saved', id: project.id }
    },
    (verdict) => (verdict.kind === 'saved' ? sent.locationOf(verdict.id) : undefined),
  )
}

/** Documents and their words; the draft of the form has served. */
async function saveRest(tx: Tx, projectId: number, { files, draft, by, now }: SheetToSave): Promise<void> {
  const fileIds = files.map(({ id }) => id)
  await claimAttachmentsIn(tx, files, by)
  for (const { id, settings } of files) await sayOfFileIn(tx, id, { ...settings, visibility: 'private', roles: [] })
  await keepConfidentialIn(tx, fileIds)
  await saveDocuments(tx, projectId, { fileIds, now })
  await dropDraftsIn(tx, draft)
}

/** Puts a project away, where it can only be read, or takes it up again. */
export async function disposeIn(
  tx: Tx,
  project: Pick<OpenProject, 'id'>,
  state: ProjectState,
  { by, now }: { by: number; now: Instant },
): Promise<void> {
  const locked = await lockProject(tx, project.id)
  if (locked?.ownerId !== by || locked.state === state) return
  await updateState(tx, project.id, state, now)
  await audit(tx, { actorId: by, verb: `project-${state}`, object: `project:${project.id}`, now })
  await announce(tx, `project:${project.id}`, state)
}

/** Deletes a project with its canvases, comments and authorisations. */
export async function removeIn(tx: Tx, project: Pick<OpenProject, 'id'>, by: number, now: Instant): Promise<void> {
  const locked = await lockProject(tx, project.id)
  if (locked?.ownerId !== by) return
  await deleteProject(tx, project.id)
  await audit(tx, { actorId: by, verb: 'project-deleted', object: `project:${project.id}`, now })
  await announce(tx, `project:${project.id}`, 'deleted')
}

/** Locks a project for what its creator adds to it; false when it is not his, or archived. */
export async function lockOwnProject(tx: Tx, id: number, by: number): Promise<boolean> {
  const locked = await lockProject(tx, id)
  return locked?.ownerId === by && locked.state === 'active'
}
