import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Reader, Tx } from '#platform/database/database.ts'
import { ACTIVE_STATES, KEPT_STATES, type ListFacts, type ListKind, type Presence } from './rules.ts'
import { prescriptionObjections, registrantMessages, registrationLists, registrations } from './tables.ts'

export type LockedList = ListFacts & { id: number; dateId: number; kind: ListKind }
export type Registration = typeof registrations.$inferSelect

/** Locks a list: from here to the end of the transaction nobody else gives or takes its places. Every fact is in this row. */
export async function lockList(tx: Tx, listId: number): Promise<LockedList | undefined> {
  const [list] = await tx.select().from(registrationLists).where(eq(registrationLists.id, listId)).for('update')
  return list
}

/** Several lists, in the order in which they are always locked. */
export function lockLists(tx: Tx, listIds: readonly number[]): Promise<LockedList[]> {
  return tx
    .select()
    .from(registrationLists)
    .where(inArray(registrationLists.id, [...listIds]))
    .orderBy(asc(registrationLists.id))
    .for('update')
}

/** The lists of these dates, in the order in which they are always locked. */
export function lockListsOfDates(tx: Tx, dateIds: readonly number[]): Promise<LockedList[]> {
  return tx
    .select()
    .from(registrationLists)
    .where(inArray(registrationLists.dateId, [...dateIds]))
    .orderBy(asc(registrationLists.id))
    .for('update')
}

export const lockListsOfDate = (tx: Tx, dateId: number): Promise<LockedList[]> => lockListsOfDates(tx, [dateId])

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

type StateChange = Partial<Pick<Registration, 'state' | 'heldUntil' | 'verifiedAt' | 'settledAt' | 'presence'>>

export const setState = (tx: Tx, id: number, change: StateChange): Promise<void> => setStates(tx, [id], change)

/** The same for several of a locked list. One statement, none for nobody. */
export async function setStates(tx: Tx, ids: readonly number[], change: StateChange): Promise<void> {
  if (ids.length === 0) return
  await tx.update(registrations).set(change).where(isAmong(ids))
}

/** In one value, however many. */
const isAmong = (ids: readonly number[]) => sql`${registrations.id} = any(${sql.param(ids)}::bigint[])`

const last = sql`nextval(pg_get_serial_sequence('registrations', 'arrival'))`

/** The last place in the order of arrival of a locked list. */
export async function arriveAgain(tx: Tx, id: number): Promise<void> {
  await tx.update(registrations).set({ arrival: last }).where(eq(registrations.id, id))
}

type Moved = Pick<Registration, 'listId' | 'state' | 'sequence' | 'settledAt'> & { verifiedAt: Instant }

/** To the end of another list; both are locked. The row stays, and with it key, history and calendar entry. */
export async function moveToList(tx: Tx, id: number, moved: Moved): Promise<void> {
  await tx
    .update(registrations)
    .set({ ...moved, arrival: last, heldUntil: null, presence: null })
    .where(eq(registrations.id, id))
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

/** Ends the holds and offers of a locked list that ran out; returns whose. */
export function expireHolds(tx: Tx, listId: number, now: Instant): Promise<Registration[]> {
  return tx
    .update(registrations)
    .set({ state: 'expired', heldUntil: null, settledAt: now })
    .where(
      and(
        eq(registrations.listId, listId),
        inArray(registrations.state, KEPT_STATES),
        lte(registrations.heldUntil, now),
      ),
    )
    .returning()
}

/** Nothing is kept for anybody beyond the beginning of a date that moved to sooner. */
export async function endKeptBy(tx: Tx, dateId: number, startsAt: Instant): Promise<void> {
  const { heldUntil, listId, state } = registrations
  const lists = tx
    .select({ id: registrationLists.id })
    .from(registrationLists)
    .where(eq(registrationLists.dateId, dateId))
  await tx
    .update(registrations)
    .set({ heldUntil: startsAt })
    .where(and(inArray(listId, lists), inArray(state, KEPT_STATES), gt(heldUntil, startsAt)))
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
        inArray(registrations.state, ACTIVE_STATES),
      ),
    )
  return found
}

/** A registration by its key; what decides is read after its list is locked. */
export async function findByKey(reader: Reader, key: string): Promise<Registration | undefined> {
  const [found] = await reader.select().from(registrations).where(eq(registrations.key, key))
  return found
}

export async function setContact(tx: Tx, id: number, change: Pick<Registration, 'name' | 'phone'>): Promise<void> {
  await tx.update(registrations).set(change).where(eq(registrations.id, id))
}

/** Someone of a locked list, by number. */
export async function findOnList(tx: Tx, listId: number, id: number): Promise<Registration | undefined> {
  const [found] = await tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.listId, listId), eq(registrations.id, id)))
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

export async function updateList(
  tx: Tx,
  id: number,
  change: Partial<Pick<ListRow, 'places' | 'open' | 'offerHours'>>,
): Promise<void> {
  await tx.update(registrationLists).set(change).where(eq(registrationLists.id, id))
}

export async function updateListsOfDate(
  tx: Tx,
  dateId: number,
  change: Partial<Pick<ListRow, 'closesAt' | 'cancelled' | 'remindedFor'>>,
): Promise<void> {
  await tx.update(registrationLists).set(change).where(eq(registrationLists.dateId, dateId))
}

export async function hasObjected(tx: Tx, emailHash: string): Promise<boolean> {
  const found = await tx
    .select({ since: prescriptionObjections.createdAt })
    .from(prescriptionObjections)
    .where(eq(prescriptionObjections.emailHash, emailHash))
  return found.length > 0
}

export async function keepObjection(tx: Tx, emailHash: string, now: Instant): Promise<void> {
  await tx.insert(prescriptionObjections).values({ emailHash, createdAt: now }).onConflictDoNothing()
}

/** Nobody any more: the numbers, the list, the state and the presence stay. New keys make every link of old mails dead. */
export async function anonymise(tx: Tx, ids: readonly number[], now: Instant): Promise<void> {
  const chance = sql`translate(gen_random_uuid()::text, '-', '')`
  await tx
    .update(registrations)
    .set({
      ...{ name: '', email: '', phone: '', personId: null, prescriberId: null, anonymisedAt: now },
      ...{ key: chance, receipt: chance, emailKey: chance },
    })
    .where(isAmong(ids))
}

/** Marks whoever is confirmed on this locked list; returns how many. */
export async function setPresences(
  tx: Tx,
  listId: number,
  marks: ReadonlyMap<number, Presence | null>,
): Promise<number> {
  let count = 0
  for (const presence of ['present', 'absent', null] as const) {
    const ids = [...marks].flatMap(([id, mark]) => (mark === presence ? [id] : []))
    if (ids.length === 0) continue
    const marked = await tx
      .update(registrations)
      .set({ presence })
      .where(
        and(eq(registrations.listId, listId), eq(registrations.state, 'confirmed'), inArray(registrations.id, ids)),
      )
      .returning({ id: registrations.id })
    count += marked.length
  }
  return count
}

export async function insertMessage(tx: Tx, row: typeof registrantMessages.$inferInsert): Promise<number> {
  const [inserted] = await tx.insert(registrantMessages).values(row).returning({ id: registrantMessages.id })
  if (inserted === undefined) throw new Error('a message was not inserted')
  return inserted.id
}

/** The beginning for which the people of a list were reminded; nothing when the date moved meanwhile. */
export async function markReminded(tx: Tx, listId: number, startsAt: Instant): Promise<void> {
  await tx
    .update(registrationLists)
    .set({ remindedFor: startsAt })
    .where(and(eq(registrationLists.id, listId), eq(registrationLists.closesAt, startsAt)))
}

export async function markThanked(tx: Tx, listId: number, now: Instant): Promise<void> {
  await tx.update(registrationLists).set({ thankedAt: now }).where(eq(registrationLists.id, listId))
}
