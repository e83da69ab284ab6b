import { and, type Column, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { isAdministrator, isProfessional } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { ProjectState, Standing } from './access.ts'
import { glassOpenings, projectAdvisers, projects } from './tables.ts'

/** A project that its reader may open, and as what. */
export type OpenProject = {
  id: number
  name: string
  ownerId: number
  ownerName: string
  ownerEmail: string
  state: ProjectState
  version: number
  createdAt: Instant
  standing: Standing
  /** Until when the glass is broken. */
  glassUntil: Instant | null
  /** An adviser who never opened it, or not in the last minute: his visit is to be noted. */
  isVisit: boolean
}

/** As what this person reads the project that a statement reads in `projects`; null: not at all. */
export function standingIn(actor: Actor, now: Instant): SQL<Standing | null> {
  const adviser = isProfessional(actor)
    ? sql`exists (select 1 from ${projectAdvisers} where ${eq(projectAdvisers.projectId, projects.id)}
        and ${projectAdvisers.personId} = ${actor.id} and ${projectAdvisers.state} = 'active')`
    : sql`false`
  const glass = isAdministrator(actor)
    ? sql`exists (select 1 from ${glassOpenings} where ${eq(glassOpenings.projectId, projects.id)}
        and ${glassOpenings.administratorId} = ${actor.id} and ${glassOpenings.endsAt} > ${now.toString()}::timestamptz)`
    : sql`false`
  return sql<Standing | null>`case when ${projects.ownerId} = ${actor.id} then 'owner' when ${adviser} then 'adviser'
    when ${glass} then 'glass' end`
}

const aMinuteBefore = (now: Instant): string => now.subtract({ minutes: 1 }).toString()

/** The project of that number, if it is open to this person now. One statement. */
export async function findProject(
  reader: Reader,
  actor: Actor,
  id: number,
  now: Instant,
): Promise<OpenProject | undefined> {
  const { name, ownerId, state, version, createdAt } = projects
  const [row] = await reader
    .select({
      ...{ id: projects.id, name, ownerId, state, version, createdAt },
      ownerName: people.name,
      ownerEmail: people.email,
      standing: standingIn(actor, now),
      glassUntil: sql<Instant | null>`(select max(${glassOpenings.endsAt}) from ${glassOpenings}
        where ${eq(glassOpenings.projectId, projects.id)} and ${eq(glassOpenings.administratorId, actor.id)})`.mapWith(
        glassOpenings.endsAt,
      ),
      isVisit: sql<boolean>`exists (select 1 from ${projectAdvisers}
        where ${eq(projectAdvisers.projectId, projects.id)} and ${projectAdvisers.personId} = ${actor.id}
          and ${projectAdvisers.state} = 'active'
          and (${projectAdvisers.seenAt} is null or ${projectAdvisers.seenAt} <= ${aMinuteBefore(now)}::timestamptz))`,
    })
    .from(projects)
    .innerJoin(people, eq(people.id, projects.ownerId))
    .where(eq(projects.id, id))
  if (row === undefined || row.standing === null) return undefined
  return { ...row, standing: row.standing }
}

/** Whether the project that a statement reads in `projects` is open to that person now, whoever asks. */
export const isOpenTo = (personId: number | Column, now: Instant): SQL => sql`exists (select 1 from people reader
  where reader.id = ${personId} and reader.state = 'active' and (${projects.ownerId} = reader.id
    or reader.role <> 'creator' and exists (select 1 from ${projectAdvisers}
      where ${eq(projectAdvisers.projectId, projects.id)} and ${projectAdvisers.personId} = reader.id
        and ${projectAdvisers.state} = 'active')
    or reader.role = 'administrator' and exists (select 1 from ${glassOpenings}
      where ${eq(glassOpenings.projectId, projects.id)} and ${glassOpenings.administratorId} = reader.id
        and ${glassOpenings.endsAt} > ${now.toString()}::timestamptz)))`

/** Of these people, those to whom the project is open now: what a live line asks before it says anything. One statement. */
export async function mayStillRead(
  reader: Reader,
  projectId: number,
  personIds: readonly number[],
  now: Instant,
): Promise<ReadonlySet<number>> {
  if (personIds.length === 0) return new Set()
  const rows = await reader
    .select({ id: people.id })
    .from(people)
    .innerJoin(projects, eq(projects.id, projectId))
    .where(and(inArray(people.id, [...personIds]), isOpenTo(people.id, now)))
  return new Set(rows.map(({ id }) => id))
}

/** Whose a project is. */
export async function findOwnerOf(reader: Reader, projectId: number) {
  const [row] = await reader
    .select({ id: people.id, email: people.email, name: people.name })
    .from(projects)
    .innerJoin(people, eq(people.id, projects.ownerId))
    .where(eq(projects.id, projectId))
  return row
}
