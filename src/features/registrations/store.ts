import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Reader, Tx } from '#platform/database/database.ts'
import type { ListFacts } from './rules.ts'
import { registrationLists, registrations } from './tables.ts'

export type LockedList = ListFacts & { id: number; dateId: number; kind: 'direct' | 'prescription' }
export type Registration = typeof registrations.$inferSelect

/** Locks a list: from here to the end of the transaction nobody else gives or takes its places. Every fact is in this row. */
export async function lockList(tx: Tx, listId: number): Promise<LockedList | undefined> {
  const [list] = await tx.select().from(registrationLists).where(eq(registrationLists.id, listId)).for('update')
  return list
}

/** The lists of a date, in the order in which they are always locked. */
export function lockListsOfDate(tx: Tx, dateId: number): Promise<LockedList[]> {
  return tx
    .select()
    .from(registrationLists)
    .where(eq(registrationLists.dateId, dateId))
    .orderBy(asc(registrationLists.id))
    .for('update')
}

export type NewRegistration = typeof registrations.$inferInsert

/** Undefined when this address is already on the list. */
export async function insertRegistration(tx: Tx, row: NewRegistration): Promise<{ id: number } | undefined> {
  const [inserted] = await tx
    .insert(registrations)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: registrations.id })
  return inserted
}

export async function setState(
  tx: Tx,
  id: number,
  change: Partial<Pick<Registration, 'state' | 'heldUntil' | 'verifiedAt' | 'settledAt'>>,
): Promise<void> {
  await tx.update(registrations).set(change).where(eq(registrations.id, id))
}

/** The last place in the order of arrival of a locked list. */
export async function arriveAgain(tx: Tx, id: number): Promise<void> {
  const last = sql`nextval(pg_get_serial_sequence('registrations', 'arrival'))`
  await tx.update(registrations).set({ arrival: last }).where(eq(registrations.id, id))
}

/** The first who wait on a locked list, in order of arrival. */
export function firstWaiting(tx: Tx, listId: number, count: number): Promise<Registration[]> {
  return tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.listId, listId), eq(registrations.state, 'waiting')))
    .orderBy(asc(registrations.arrival))
    .limit(count)
}

/** Ends the holds of a locked list that ran out; returns whose. */
export function expireHolds(tx: Tx, listId: number, now: Instant): Promise<Registration[]> {
  return tx
    .update(registrations)
    .set({ state: 'expired', heldUntil: null, settledAt: now })
    .where(and(eq(registrations.listId, listId), eq(registrations.state, 'held'), lte(registrations.heldUntil, now)))
    .returning()
}

/** Who holds this address's place on a list, active only. */
export async function findByAddress(tx: Tx, listId: number, emailKey: string): Promise<Registration | undefined> {
  const [found] = await tx
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.listId, listId),
        eq(registrations.emailKey, emailKey),
        sql`${registrations.state} in ('held', 'confirmed', 'waiting')`,
      ),
    )
  return found
}

/** A registration by its key; what decides is read after its list is locked. */
export async function findByKey(reader: Reader, key: string): Promise<Registration | undefined> {
  const [found] = await reader.select().from(registrations).where(eq(registrations.key, key))
  return found
}

/** Whether anybody was ever on a list: then it is kept (REG-3). */
export async function everRegistered(tx: Tx, listId: number): Promise<boolean> {
  const found = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.listId, listId))
    .limit(1)
  return found.length > 0
}

type ListRow = typeof registrationLists.$inferInsert

export async function insertList(tx: Tx, row: ListRow): Promise<void> {
  await tx.insert(registrationLists).values(row)
}

/** A list that never had anybody. */
export async function deleteList(tx: Tx, id: number): Promise<void> {
  await tx.delete(registrationLists).where(eq(registrationLists.id, id))
}

export async function updateList(tx: Tx, id: number, change: Pick<ListRow, 'places' | 'open'>): Promise<void> {
  await tx.update(registrationLists).set(change).where(eq(registrationLists.id, id))
}

export async function updateListsOfDate(
  tx: Tx,
  dateId: number,
  change: Partial<Pick<ListRow, 'closesAt' | 'cancelled'>>,
): Promise<void> {
  await tx.update(registrationLists).set(change).where(eq(registrationLists.dateId, dateId))
}
