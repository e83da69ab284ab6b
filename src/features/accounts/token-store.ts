import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Reader, Tx } from '#platform/database/database.ts'
import type { Purpose } from './rules.ts'
import { accountTokens, people } from './tables.ts'

export type NewToken = typeof accountTokens.$inferInsert

export async function insertToken(tx: Tx, token: NewToken): Promise<number> {
  const [row] = await tx.insert(accountTokens).values(token).returning({ id: accountTokens.id })
  if (row === undefined) throw new Error('a token was not inserted')
  return row.id
}

export type TokenUse = { purpose: Purpose; keyHash: string; now: Instant }

/** What makes a link good: its purpose, unused, in time, for the present address of an account in the right state. */
const goodToken = ({ purpose, keyHash, now }: TokenUse) =>
  and(
    eq(accountTokens.keyHash, keyHash),
    eq(accountTokens.purpose, purpose),
    isNull(accountTokens.usedAt),
    gt(accountTokens.expiresAt, now),
    eq(people.id, accountTokens.personId),
    eq(people.emailVersion, accountTokens.emailVersion),
    eq(people.state, purpose === 'confirm' ? 'unconfirmed' : 'active'),
  )

/** Uses a link up: of two at once, one gets the account and the other nothing. */
export async function useToken(tx: Tx, use: TokenUse) {
  const [row] = await tx
    .update(accountTokens)
    .set({ usedAt: use.now })
    .from(people)
    .where(goodToken(use))
    .returning({ personId: people.id, email: people.email, emailKey: people.emailKey, name: people.name })
  return row
}

/** The links still waiting in the mails of one person stop working. */
export async function dropTokens(tx: Tx, personId: number): Promise<void> {
  await tx.delete(accountTokens).where(and(eq(accountTokens.personId, personId), isNull(accountTokens.usedAt)))
}

export async function sweepTokens(tx: Pick<Tx, 'delete'>, before: Instant): Promise<void> {
  await tx.delete(accountTokens).where(lt(accountTokens.expiresAt, before))
}

/** Whether a link would still work, and for which address; for the page that shows its button. */
export async function findGoodToken(reader: Reader, use: TokenUse) {
  const [row] = await reader
    .select({ email: people.email, name: people.name })
    .from(accountTokens)
    .innerJoin(people, eq(people.id, accountTokens.personId))
    .where(goodToken(use))
  return row
}
