import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { FileParents } from '#features/files/slots.ts'
import type { Reader } from '#platform/database/database.ts'
import { standingIn } from './queries.ts'
import { projectFiles, projects } from './tables.ts'

/** The numbers of the documents of a project, in order. */
export async function documentsOf(reader: Reader, projectId: number): Promise<number[]> {
  const rows = await reader
    .select({ id: projectFiles.fileId })
    .from(projectFiles)
    .where(eq(projectFiles.projectId, projectId))
    .orderBy(asc(projectFiles.position))
  return rows.map(({ id }) => id)
}

/** A document is read by those to whom its project is open now. */
export const projectFileParents = (now: () => Temporal.Instant): FileParents => ({
  async mayReadOne(reader: Reader, fileId: number, person: Person) {
    if (person === undefined) return false
    const rows = await reader
      .select({ standing: standingIn(person, now()) })
      .from(projectFiles)
      .innerJoin(projects, eq(projects.id, projectFiles.projectId))
      .where(eq(projectFiles.fileId, fileId))
    return rows.some(({ standing }) => standing !== null)
  },
  async pagesOf() {
    return []
  },
  async used(reader, fileIds) {
    if (fileIds.length === 0) return new Set()
    const rows = await reader
      .select({ id: projectFiles.fileId })
      .from(projectFiles)
      .where(inArray(projectFiles.fileId, [...fileIds]))
    return new Set(rows.map(({ id }) => id))
  },
})
