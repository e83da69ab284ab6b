import { desc, eq } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { glassOpenings, projects } from './tables.ts'

/** The last openings, for administrators: numbers and reasons, nothing of the projects. */
export function listOpenings(reader: Reader) {
  const { id, projectId, reason, openedAt, endsAt } = glassOpenings
  return reader
    .select({ id, projectId, reason, openedAt, endsAt, administrator: people.name })
    .from(glassOpenings)
    .leftJoin(people, eq(people.id, glassOpenings.administratorId))
    .orderBy(desc(openedAt))
    .limit(50)
}

export type Opening = Awaited<ReturnType<typeof listOpenings>>[number]

/** What the mail to the creator says; undefined once the project is gone. */
export async function findOpening(reader: Reader, id: number) {
  const [row] = await reader
    .select({
      projectId: projects.id,
      project: projects.name,
      reason: glassOpenings.reason,
      endsAt: glassOpenings.endsAt,
    })
    .from(glassOpenings)
    .innerJoin(projects, eq(projects.id, glassOpenings.projectId))
    .where(eq(glassOpenings.id, id))
  return row
}
