import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { recommendations } from './tables.ts'

/** Holds back, until the end of the transaction, whoever recommends the same content to the same address. */
export const lockSame = (tx: Tx, { contentId, emailHash }: { contentId: number; emailHash: string }) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`recommended ${contentId} ${emailHash}`}, 0))`)

export async function insertRecommendation(tx: Tx, row: typeof recommendations.$inferInsert): Promise<number> {
  const [made] = await tx.insert(recommendations).values(row).returning({ id: recommendations.id })
  if (made === undefined) throw new Error('no row')
  return made.id
}

/** What was recommended to an address is its account’s. */
export async function claimFor(tx: Tx, person: { id: number; emailKey: string }): Promise<void> {
  await tx
    .update(recommendations)
    .set({ personId: person.id })
    .where(and(eq(recommendations.emailKey, person.emailKey), isNull(recommendations.personId)))
}

export async function forgetAddresses(tx: Tx, before: Instant): Promise<void> {
  await tx
    .update(recommendations)
    .set({
      ...{ email: null, emailKey: null },
      word: sql`case when ${recommendations.personId} is null then '' else ${recommendations.word} end`,
    })
    .where(and(isNotNull(recommendations.email), lt(recommendations.createdAt, before)))
}

export async function deleteOld(tx: Tx, before: Instant): Promise<void> {
  await tx.delete(recommendations).where(lt(recommendations.createdAt, before))
}
