import { and, eq, ne, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { affiliations, credentials, people } from './tables.ts'

export type NewPerson = typeof people.$inferInsert

export async function insertPerson(tx: Tx, person: NewPerson): Promise<number> {
  const [row] = await tx.insert(people).values(person).returning({ id: people.id })
  if (row === undefined) throw new Error('a person was not inserted')
  return row.id
}

export async function savePassword(tx: Tx, personId: number, passwordHash: string, now: Instant): Promise<void> {
  const password = { passwordHash, changedAt: now }
  await tx
    .insert(credentials)
    .values({ personId, ...password })
    .onConflictDoUpdate({ target: credentials.personId, set: password })
}

/** Locks every attempt and the account of one address, so that two confirmations come one after the other. */
export function lockAddress(tx: Tx, emailKey: string) {
  const { id, state, professionalState, departement } = people
  return tx
    .select({ id, state, professionalState, departement })
    .from(people)
    .where(eq(people.emailKey, emailKey))
    .orderBy(id)
    .for('update')
}

/** Makes the attempt the account of its address; the other attempts go. `lockAddress` must be held. */
export async function activate(tx: Tx, person: { id: number; emailKey: string }, now: Instant): Promise<void> {
  await tx
    .delete(people)
    .where(and(eq(people.emailKey, person.emailKey), eq(people.state, 'unconfirmed'), ne(people.id, person.id)))
  await tx.update(people).set({ state: 'active', confirmedAt: now }).where(eq(people.id, person.id))
}

/** Locks a professional who waits, with what the judge needs. */
export async function lockPending(tx: Tx, id: number) {
  const [row] = await tx.select().from(people).where(eq(people.id, id)).for('update')
  return row
}

export type Judgement =
  | { professionalState: 'validated'; role: 'professional' | 'reader' }
  | { professionalState: 'refused'; refusalReason: string }

export async function saveJudgement(
  tx: Tx,
  id: number,
  judgement: Judgement & { judgedBy: number; judgedAt: Instant },
) {
  await tx.update(people).set(judgement).where(eq(people.id, id))
}

export async function addAffiliation(tx: Tx, personId: number, structureId: number, now: Instant): Promise<void> {
  await tx.insert(affiliations).values({ personId, structureId, since: now }).onConflictDoNothing()
}

export async function removeAffiliation(tx: Tx, personId: number, structureId: number): Promise<void> {
  await tx
    .delete(affiliations)
    .where(and(eq(affiliations.personId, personId), eq(affiliations.structureId, structureId)))
}

export async function saveName(tx: Tx, id: number, name: string): Promise<void> {
  await tx.update(people).set({ name }).where(eq(people.id, id))
}

/** Attempts that nobody confirmed in time. Returns how many went. */
export async function eraseUnconfirmed(tx: Tx, before: Instant): Promise<number> {
  const gone = await tx
    .delete(people)
    .where(and(eq(people.state, 'unconfirmed'), sql`${people.createdAt} < ${before.toString()}`))
    .returning({ id: people.id })
  return gone.length
}

export async function saveRole(tx: Tx, id: number, role: NonNullable<NewPerson['role']>): Promise<void> {
  await tx.update(people).set({ role }).where(eq(people.id, id))
}
