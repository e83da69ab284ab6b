import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader, Tx } from '#platform/database/database.ts'
import { isOpenTo } from './queries.ts'
import { projectAdvisers, projectComments, projects } from './tables.ts'

/**
 * The active account of an address, whose validation waits until the end of this transaction: either it is seen here, or it
 * sees the authorisation that is written here. Locked first, as persons are.
 */
export async function lockAccountOf(tx: Tx, emailKey: string) {
  const [row] = await tx
    .select({ id: people.id, email: people.email, role: people.role })
    .from(people)
    .where(and(eq(people.emailKey, emailKey), eq(people.state, 'active')))
    .for('share')
  return row
}

export const countCurrent = (reader: Reader, projectId: number): Promise<number> =>
  reader.$count(
    projectAdvisers,
    and(eq(projectAdvisers.projectId, projectId), inArray(projectAdvisers.state, ['pending', 'active'])),
  )

/** What the creator sees of those whom he authorised: the address that he typed, forgotten a month after the end; the name once they have opened the project. */
export function listAdvisers(reader: Reader, projectId: number) {
  const { id, email, state, invitedAt, openedAt, endedAt } = projectAdvisers
  return reader
    .select({
      ...{ id, email, invitedAt, openedAt, endedAt },
      ended: sql<'withdrawn' | 'left' | null>`case when ${state} in ('withdrawn', 'left') then ${state} end`,
      name: sql<string | null>`case when ${openedAt} is not null then ${people.name} end`,
      job: sql<string | null>`case when ${openedAt} is not null then ${people.job} end`,
      structure: sql<string | null>`case when ${openedAt} is not null then ${people.structureName} end`,
    })
    .from(projectAdvisers)
    .leftJoin(people, eq(people.id, projectAdvisers.personId))
    .where(and(eq(projectAdvisers.projectId, projectId), ne(state, 'expired')))
    .orderBy(asc(sql`${endedAt} is not null`), asc(invitedAt), asc(id))
    .limit(200)
}

export type AdviserRow = Awaited<ReturnType<typeof listAdvisers>>[number]

export type Told = { id: number; email: string }

/** Those who read the project as advisers now. */
const authorisedNow = (projectId: number) =>
  and(
    eq(projectAdvisers.projectId, projectId),
    eq(projectAdvisers.state, 'active'),
    eq(people.state, 'active'),
    ne(people.role, 'creator'),
  )

export function currentAdvisers(reader: Reader, projectId: number): Promise<Told[]> {
  return reader
    .select({ id: people.id, email: people.email })
    .from(projectAdvisers)
    .innerJoin(people, eq(people.id, projectAdvisers.personId))
    .where(authorisedNow(projectId))
}

/** Whether this person reads the project as adviser now: asked under its lock. */
export const isAdviserNow = async (reader: Reader, projectId: number, personId: number): Promise<boolean> =>
  (await currentAdvisers(reader, projectId)).some(({ id }) => id === personId)

/** Among those, who spoke in a thread. */
export function advisersInThread(reader: Reader, projectId: number, threadId: number): Promise<Told[]> {
  return reader
    .select({ id: people.id, email: people.email })
    .from(projectAdvisers)
    .innerJoin(people, eq(people.id, projectAdvisers.personId))
    .where(
      and(
        authorisedNow(projectId),
        sql`exists (select 1 from ${projectComments} where ${eq(projectComments.authorId, people.id)}
          and (${projectComments.id} = ${threadId} or ${projectComments.threadId} = ${threadId}))`,
      ),
    )
}

/** What a mail about an authorisation needs, whatever became of it; undefined once the project is gone. */
export async function findAuthorisation(reader: Reader, id: number) {
  const owner = sql<string>`(select owner.name from people owner where owner.id = ${projects.ownerId})`
  const [row] = await reader
    .select({
      ...{ projectId: projects.id, project: projects.name, state: projectAdvisers.state, owner },
      name: people.name,
      role: people.role,
      professionalState: people.professionalState,
      askedFrom: projectAdvisers.askedFrom,
      emailKey: projectAdvisers.emailKey,
    })
    .from(projectAdvisers)
    .innerJoin(projects, eq(projects.id, projectAdvisers.projectId))
    .leftJoin(people, and(eq(people.emailKey, projectAdvisers.emailKey), eq(people.state, 'active')))
    .where(eq(projectAdvisers.id, id))
  return row
}

/** What the notices of these authorisations say to that person, and whether their project is open to him. One statement. */
export async function authorisationsToWord(reader: Reader, ids: readonly number[], who: { id: number; now: Instant }) {
  if (ids.length === 0) return []
  const owner = sql<string>`(select owner.name from people owner where owner.id = ${projects.ownerId})`
  return reader
    .select({
      ...{ id: projectAdvisers.id, state: projectAdvisers.state, askedFrom: projectAdvisers.askedFrom },
      ...{ projectId: projects.id, project: projects.name, owner, name: people.name },
      isOpen: sql<boolean>`${isOpenTo(who.id, who.now)}`,
    })
    .from(projectAdvisers)
    .innerJoin(projects, eq(projects.id, projectAdvisers.projectId))
    .leftJoin(people, eq(people.id, projectAdvisers.personId))
    .where(inArray(projectAdvisers.id, [...ids]))
}
