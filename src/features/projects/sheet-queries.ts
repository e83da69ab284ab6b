import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { isProfessional } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import { communes } from '#features/territory/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { projectAdvisers, projectComments, projects } from './tables.ts'

/** The sheet as it is written, with the name of its commune. One statement. */
export async function getSheet(reader: Reader, id: number) {
  const { name, idea, activity, needs, calendar, team, budget, sector, communeCode, stage, updatedAt } = projects
  const [row] = await reader
    .select({
      ...{ name, idea, activity, needs, calendar, team, budget, sector, communeCode, stage, updatedAt },
      commune: communes.name,
      postalCodes: communes.postalCodes,
    })
    .from(projects)
    .leftJoin(communes, eq(communes.code, projects.communeCode))
    .where(eq(projects.id, id))
  if (row === undefined) throw new Error(`no project ${id}`)
  return row
}

export type SheetRead = Awaited<ReturnType<typeof getSheet>>

const lastComment = sql<Instant | null>`(select max(${projectComments.createdAt}) from ${projectComments}
  where ${eq(projectComments.projectId, projects.id)})`.mapWith(projects.createdAt)

const commentCount = sql<number>`(select count(*) from ${projectComments}
  where ${eq(projectComments.projectId, projects.id)})`.mapWith(Number)

/** Of the row `a` of `project_advisers`: what others said since this adviser last opened the project; null while he never did. */
export const freshToAdviser = sql`case when a.seen_at is not null then (select count(*) from ${projectComments} c
  where c.project_id = a.project_id and c.created_at > a.seen_at and c.author_id is distinct from a.person_id) end`

/** The same of a project that a statement reads in `projects`; null for one’s own. */
const freshTo = (personId: number) =>
  sql<number | null>`(select ${freshToAdviser} from ${projectAdvisers} a
    where a.project_id = ${projects.id} and a.person_id = ${personId} and a.state = 'active')`

export const PROJECTS_OF_A_PAGE = 60

/** One’s own projects, and those entrusted to a professional, the last moved first. One statement. */
export function listProjects(reader: Reader, actor: Actor, page: number) {
  const { id, name, ownerId, state, updatedAt } = projects
  const entrusted = isProfessional(actor)
    ? inArray(
        id,
        reader
          .select({ id: projectAdvisers.projectId })
          .from(projectAdvisers)
          .where(and(eq(projectAdvisers.personId, actor.id), eq(projectAdvisers.state, 'active'))),
      )
    : undefined
  return reader
    .select({
      ...{ id, name, state, updatedAt },
      isOwn: sql<boolean>`${ownerId} = ${actor.id}`,
      owner: people.name,
      comments: commentCount,
      fresh: freshTo(actor.id).mapWith((count) => (count === null ? null : Number(count))),
      lastComment,
      count: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(projects)
    .innerJoin(people, eq(people.id, ownerId))
    .where(or(eq(ownerId, actor.id), entrusted))
    .orderBy(sql`${state} = 'archived'`, desc(sql`greatest(${updatedAt}, ${lastComment})`), desc(id))
    .limit(PROJECTS_OF_A_PAGE)
    .offset((page - 1) * PROJECTS_OF_A_PAGE)
}

export type ProjectRow = Awaited<ReturnType<typeof listProjects>>[number]
