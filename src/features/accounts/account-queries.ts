import { and, asc, count, eq, exists, inArray, or, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { credentials, people, personDepartements } from './tables.ts'

/** The account that owns an address, active or suspended; attempts that nobody confirmed do not count. */
export async function findOwner(reader: Reader, emailKey: string) {
  const { id, email, emailVersion, name, state } = people
  const [row] = await reader
    .select({ id, email, emailVersion, name, state })
    .from(people)
    .where(and(eq(people.emailKey, emailKey), sql`${state} <> 'unconfirmed'`))
  return row
}

/** Whom a link is for: the owner of the address, else the last attempt that waits for its confirmation. */
export async function findAddressee(reader: Reader, emailKey: string) {
  const { id, email, emailVersion, state } = people
  const [row] = await reader
    .select({ id, email, emailVersion, state })
    .from(people)
    .where(eq(people.emailKey, emailKey))
    .orderBy(sql`${state} = 'unconfirmed'`, sql`${people.createdAt} desc`, sql`${id} desc`)
    .limit(1)
  return row
}

export async function findSignIn(reader: Reader, emailKey: string) {
  const [row] = await reader
    .select({ id: people.id, name: people.name, passwordHash: credentials.passwordHash })
    .from(people)
    .innerJoin(credentials, eq(credentials.personId, people.id))
    .where(and(eq(people.emailKey, emailKey), eq(people.state, 'active')))
  return row
}

/** Who judges the accounts of a département: administrators, and its animators. */
export function listJudges(reader: Reader, departement: string | null) {
  const { id, email, role, state } = people
  const territory = reader
    .select({ one: sql`1` })
    .from(personDepartements)
    .where(and(eq(personDepartements.personId, id), eq(personDepartements.departement, departement ?? '')))
  return reader
    .select({ id, email })
    .from(people)
    .where(and(eq(state, 'active'), or(eq(role, 'administrator'), and(eq(role, 'animator'), exists(territory)))))
    .orderBy(id)
}

/** The queue, oldest first; `departements` limits it to an animator's. */
export function listPending(reader: Reader, departements: readonly string[] | undefined, most: number) {
  const { id, name, email, job, phone, departement, wantsToPublish, structureId, structureName, confirmedAt } = people
  return reader
    .select({ id, name, email, job, phone, departement, wantsToPublish, structureId, structureName, confirmedAt })
    .from(people)
    .where(inQueue(departements))
    .orderBy(asc(people.createdAt), asc(id))
    .limit(most)
}

/** How many accounts wait in that queue, and since when the oldest does. */
export async function pendingAccounts(
  reader: Reader,
  departements: readonly string[] | undefined,
): Promise<{ count: number; oldest: Instant | null }> {
  const oldest = sql`min(coalesce(${people.confirmedAt}, ${people.createdAt}))`.mapWith(people.createdAt)
  const [row] = await reader.select({ count: count(), oldest }).from(people).where(inQueue(departements))
  return { count: row?.count ?? 0, oldest: (row?.oldest as Instant | undefined) ?? null }
}

const inQueue = (departements: readonly string[] | undefined) =>
  and(
    eq(people.professionalState, 'pending'),
    eq(people.state, 'active'),
    departements === undefined ? undefined : inArray(people.departement, [...departements]),
  )

/** What one sees of one's own account. */
export async function getProfile(reader: Reader, id: number) {
  const { name, email, role, professionalState, refusalReason, job, phone, departement, createdAt } = people
  const [row] = await reader
    .select({
      name,
      email,
      role,
      professionalState,
      refusalReason,
      job,
      phone,
      departement,
      createdAt,
      structureName: people.structureName,
      sessions: sql<number>`(select count(*)::int from sessions where sessions.person_id = people.id)`,
    })
    .from(people)
    .where(eq(people.id, id))
  if (row === undefined) throw new Error(`no person ${id}`)
  return row
}
