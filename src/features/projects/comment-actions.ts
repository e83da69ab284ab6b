import type { Actor } from '#features/accounts/actor.ts'
import { audit } from '#features/audit/actions.ts'
import { notify } from '#features/notifications/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { partOf } from './access.ts'
import { advisersInThread, currentAdvisers, isAdviserNow, type Told } from './adviser-queries.ts'
import { countComments, findNoteOfThread, MOST_COMMENTS } from './comment-queries.ts'
import { deleteCommentsOfNotes, insertComment, lockThread, setClosed } from './comment-store.ts'
import type { OpenProject } from './queries.ts'
import type { WhenThreadTurned } from './slots.ts'
import { lockProject } from './store.ts'

export type CommentToWrite = {
  project: OpenProject
  /** The post-it that it is about; null: the sheet. */
  noteId: number | null
  /** The thread that it answers; null opens one. */
  threadId: number | null
  subject: string
  body: string
  /** Which mail tells it. */
  kind: 'project-commented' | 'note-commented'
}

/** Why nobody speaks: the project went away or was closed to him meanwhile, or it was archived. */
export type Silenced = Refused<'not-open' | 'archived'>

export type Commented =
  /** `told`: how many people are told of it. */
  | { kind: 'commented'; id: number; told: number }
  | Refused<'closed-thread' | 'no-thread' | 'too-many' | 'too-fast'>
  | Silenced

/**
 * Locks the project for somebody who speaks in it, and asks again whether he may: what his page was made from is old by now.
 * First of all locks of the trade; the canvas and the thread come after.
 */
export async function lockToSpeakIn(tx: Tx, project: OpenProject, by: Actor): Promise<Silenced | undefined> {
  const locked = await lockProject(tx, project.id)
  if (locked === undefined) return refused('not-open')
  if (locked.ownerId !== by.id && !(await isAdviserNow(tx, project.id, by.id))) return refused('not-open')
  return locked.state === 'active' ? undefined : refused('archived')
}

/** Each comment is a mail to somebody (B24). */
const MOST_AN_HOUR = { tries: 60, seconds: 3600 }

/**
 * Writes a comment (PRJ-3, PRJ-4) and tells it: an adviser’s to the creator and to those of its thread, a creator’s to those
 * of its thread, or to all his advisers when it opens one. Never to its author, never to whom the project is no longer open.
 */
export async function commentIn(tx: Tx, written: CommentToWrite, by: Actor, now: Instant): Promise<Commented> {
  const { project, noteId, threadId, subject, body, kind } = written
  const silenced = await lockToSpeakIn(tx, project, by)
  if (silenced !== undefined) return silenced
  if (threadId !== null) {
    const thread = await lockThread(tx, project.id, threadId)
    if (thread === undefined || thread.noteId !== noteId) return refused('no-thread')
    if (thread.closedAt !== null) return refused('closed-thread')
  }
  const count = await countComments(tx, project.id, noteId === null ? 'sheet' : 'notes')
  if (count >= MOST_COMMENTS) return refused('too-many')
  if (!(await countTry(tx, `comments:${by.id}`, MOST_AN_HOUR, now)).allowed) return refused('too-fast')
  const id = await insertComment(tx, {
    ...{ projectId: project.id, noteId, threadId, subject: threadId === null ? subject : '', body },
    ...{ authorId: by.id, authorPart: partOf(project.standing), createdAt: now },
  })
  await audit(tx, { actorId: by.id, verb: 'project-commented', object: `project:${project.id}`, now })
  const people = (await toldOf(tx, project, threadId)).filter((person) => person.id !== by.id)
  await notify(
    tx,
    people.map((person) => ({
      ...{ cause: `${kind}:${id}`, kind, topic: 'comments' as const, person },
      ...{ about: { comment: id, to: person.id }, now },
    })),
  )
  return { kind: 'commented', id, told: people.length }
}

async function toldOf(tx: Tx, project: OpenProject, threadId: number | null): Promise<Told[]> {
  const creator = { id: project.ownerId, email: project.ownerEmail }
  if (threadId !== null) return [creator, ...(await advisersInThread(tx, project.id, threadId))]
  return project.standing === 'owner' ? currentAdvisers(tx, project.id) : [creator]
}

export type ThreadTurn = {
  project: OpenProject
  threadId: number
  closed: boolean
  /** What shows comments elsewhere, told before the thread is locked: a canvas is locked first. */
  turned: readonly WhenThreadTurned[]
}

/** Closes a thread, or opens it again; refused when the project has none of that number. */
export async function turnThreadIn(
  tx: Tx,
  { project, threadId, closed, turned }: ThreadTurn,
  by: Actor,
  now: Instant,
): Promise<{ kind: 'turned'; noteId: number | null } | Refused<'no-thread'> | Silenced> {
  const silenced = await lockToSpeakIn(tx, project, by)
  if (silenced !== undefined) return silenced
  const found = await findNoteOfThread(tx, project.id, threadId)
  if (found === undefined) return refused('no-thread')
  for (const tell of turned) await tell(tx, { id: project.id, now }, found.noteId)
  const thread = await lockThread(tx, project.id, threadId)
  if (thread === undefined) return refused('no-thread')
  if ((thread.closedAt !== null) !== closed) {
    await setClosed(tx, threadId, closed ? { at: now, by: by.id } : undefined)
    await audit(tx, {
      ...{ actorId: by.id, verb: closed ? 'thread-closed' : 'thread-opened', object: `project:${project.id}`, now },
    })
  }
  return { kind: 'turned', noteId: thread.noteId }
}

/** Forgets what was said under post-its that are deleted for good; who calls has locked their canvas. */
export const forgetCommentsIn = (tx: Tx, projectId: number, noteIds: readonly number[]): Promise<void> =>
  deleteCommentsOfNotes(tx, projectId, noteIds)
