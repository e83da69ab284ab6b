import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { Part } from './access.ts'
import { isOpenTo } from './queries.ts'
import { projectComments, projects } from './tables.ts'
import { type CommentLine, type Thread, threadsOf } from './threads.ts'

const lineColumns = {
  id: projectComments.id,
  noteId: projectComments.noteId,
  threadId: projectComments.threadId,
  authorId: projectComments.authorId,
  part: projectComments.authorPart,
  author: people.name,
  structure: people.structureName,
  subject: projectComments.subject,
  body: projectComments.body,
  createdAt: projectComments.createdAt,
  closedAt: projectComments.closedAt,
}

/** Comments that a sheet holds, and as many the post-its of a project: what a page shows whole. */
export const MOST_COMMENTS = 2000

const lines = (reader: Reader, projectId: number, which: ReturnType<typeof isNull>): Promise<CommentLine[]> =>
  reader
    .select(lineColumns)
    .from(projectComments)
    .leftJoin(people, eq(people.id, projectComments.authorId))
    .where(and(eq(projectComments.projectId, projectId), which))
    .orderBy(asc(projectComments.createdAt), asc(projectComments.id))
    .limit(MOST_COMMENTS)

/** How many comments a sheet has, or all the post-its of its project. */
export const countComments = (reader: Reader, projectId: number, on: 'sheet' | 'notes'): Promise<number> =>
  reader.$count(
    projectComments,
    and(
      eq(projectComments.projectId, projectId),
      on === 'sheet' ? isNull(projectComments.noteId) : isNotNull(projectComments.noteId),
    ),
  )

/** The threads of a sheet, in order. One statement. */
export async function threadsOfSheet(reader: Reader, projectId: number): Promise<Thread[]> {
  return threadsOf(await lines(reader, projectId, isNull(projectComments.noteId)))
}

/** The threads under the post-its of a project, by post-it; of some of them when `noteIds` says so. One statement. */
export async function threadsOfNotes(
  reader: Reader,
  projectId: number,
  noteIds?: readonly number[],
): Promise<ReadonlyMap<number, Thread[]>> {
  const { noteId } = projectComments
  const found = await lines(
    reader,
    projectId,
    noteIds === undefined ? isNotNull(noteId) : inArray(noteId, [...noteIds, -1]),
  )
  const byNote = Map.groupBy(found, (line) => line.noteId ?? 0)
  return new Map([...byNote].map(([note, ofNote]) => [note, threadsOf(ofNote)]))
}

/** The post-it that a thread of this project is about, null for the sheet; undefined when it has no such thread. */
export async function findNoteOfThread(reader: Reader, projectId: number, threadId: number) {
  const { id, noteId, threadId: answers, projectId: of } = projectComments
  const [row] = await reader
    .select({ noteId })
    .from(projectComments)
    .where(and(eq(id, threadId), eq(of, projectId), isNull(answers)))
  return row
}

/** What a mail about a comment needs: the words, and as what its reader would read them now. */
export async function findComment(reader: Reader, id: number) {
  const owner = sql<string>`(select owner.name from people owner where owner.id = ${projects.ownerId})`
  const [row] = await reader
    .select({
      ...lineColumns,
      ...{ projectId: projects.id, project: projects.name, ownerId: projects.ownerId, owner },
      opening: sql<string | null>`(select opened.subject from project_comments opened
        where opened.id = ${projectComments.threadId})`,
    })
    .from(projectComments)
    .innerJoin(projects, eq(projects.id, projectComments.projectId))
    .leftJoin(people, eq(people.id, projectComments.authorId))
    .where(eq(projectComments.id, id))
  return row
}

export type CommentToTell = NonNullable<Awaited<ReturnType<typeof findComment>>>

/** What the notices of these comments say to that person: those that he may still read. One statement. */
export async function commentsToWord(
  reader: Reader,
  ids: readonly number[],
  who: { id: number; now: Instant },
): Promise<CommentWorded[]> {
  if (ids.length === 0) return []
  return reader
    .select({
      ...{
        id: projectComments.id,
        noteId: projectComments.noteId,
        part: projectComments.authorPart,
        author: people.name,
      },
      ...{ projectId: projects.id, project: projects.name },
    })
    .from(projectComments)
    .innerJoin(projects, eq(projects.id, projectComments.projectId))
    .leftJoin(people, eq(people.id, projectComments.authorId))
    .where(and(inArray(projectComments.id, [...ids]), isOpenTo(who.id, who.now)))
}

export type CommentWorded = {
  id: number
  noteId: number | null
  part: Part
  author: string | null
  projectId: number
  project: string
}
