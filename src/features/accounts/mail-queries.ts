import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { accountTokens, contactMessages, people } from './tables.ts'

/** What a link's mail needs, as long as the link works. */
export async function findTokenToMail(reader: Reader, id: number, now: Instant) {
  const [row] = await reader
    .select({ purpose: accountTokens.purpose, seed: accountTokens.seed, name: people.name, role: people.role })
    .from(accountTokens)
    .innerJoin(people, and(eq(people.id, accountTokens.personId), eq(people.emailVersion, accountTokens.emailVersion)))
    .where(and(eq(accountTokens.id, id), isNull(accountTokens.usedAt), gt(accountTokens.expiresAt, now)))
  return row
}

export async function findPersonToMail(reader: Reader, id: number) {
  const { name, email, state, role, professionalState, refusalReason, job, departement, structureName } = people
  const [row] = await reader
    .select({
      name,
      email,
      state,
      role,
      professionalState,
      refusalReason,
      job,
      departement,
      structureName,
    })
    .from(people)
    .where(eq(people.id, id))
  return row
}

export async function findMessage(reader: Reader, id: number) {
  const { name, email, subject, message, personId } = contactMessages
  const [row] = await reader
    .select({ name, email, subject, message, role: people.role })
    .from(contactMessages)
    .leftJoin(people, eq(people.id, personId))
    .where(eq(contactMessages.id, id))
  return row
}
