import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { savedOrientations } from './tables.ts'

type Born = Omit<typeof savedOrientations.$inferInsert, 'id'>

/** Kept once: the same criteria saved again take the new name and the new choice. */
export async function upsertSaved(tx: Tx, born: Born): Promise<void> {
  const { name, watched, seenUntil, seenDate } = born
  await tx
    .insert(savedOrientations)
    .values(born)
    .onConflictDoUpdate({
      target: [savedOrientations.personId, savedOrientations.criteria],
      set: { name, watched, seenUntil, seenDate },
    })
}

const own = (id: number, personId: number) =>
  and(eq(savedOrientations.id, id), eq(savedOrientations.personId, personId))

/** Whether it is his. What is new counts from now on. */
export async function setWatched(
  tx: Tx,
  given: { id: number; personId: number; watched: boolean; now: Instant; newestDate: number },
): Promise<boolean> {
  const { watched, now, newestDate } = given
  const changed = await tx
    .update(savedOrientations)
    .set({ watched, seenUntil: now, seenDate: newestDate })
    .where(own(given.id, given.personId))
    .returning({ id: savedOrientations.id })
  return changed.length === 1
}

export async function deleteSaved(tx: Tx, id: number, personId: number): Promise<boolean> {
  const gone = await tx.delete(savedOrientations).where(own(id, personId)).returning({ id: savedOrientations.id })
  return gone.length === 1
}

export async function stopByKey(tx: Tx, keyHash: string): Promise<void> {
  await tx.update(savedOrientations).set({ watched: false }).where(eq(savedOrientations.keyHash, keyHash))
}

/** Takes a round of watching: false when another worker took it, or when it is no longer watched. */
export async function takeRound(
  tx: Tx,
  round: { id: number; seenUntil: Instant; now: Instant; newestDate: number },
): Promise<boolean> {
  const taken = await tx
    .update(savedOrientations)
    .set({ seenUntil: round.now, seenDate: round.newestDate })
    .where(
      and(
        eq(savedOrientations.id, round.id),
        eq(savedOrientations.watched, true),
        sql`${savedOrientations.seenUntil} = ${round.seenUntil.toString()}::timestamptz`,
      ),
    )
    .returning({ id: savedOrientations.id })
  return taken.length === 1
}
