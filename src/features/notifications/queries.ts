import { and, eq } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { type Choice, choiceOf, DIGEST, type Stoppable } from './rules.ts'
import { addressStops, notificationPreferences } from './tables.ts'

/** How a person wants to be told about a subject, asked when the mail leaves. */
export async function wants(reader: Reader, personId: number, topic: string): Promise<Choice> {
  const { choice } = notificationPreferences
  const [answer] = await reader
    .select({ choice })
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.personId, personId), eq(notificationPreferences.topic, topic)))
  return choiceOf(answer?.choice)
}

/** Whether that person gets no such mail already; undefined: no such account. */
export async function hasStopped(reader: Reader, personId: number, what: Stoppable): Promise<boolean | undefined> {
  if ((await reader.$count(people, eq(people.id, personId))) === 0) return undefined
  if (what !== DIGEST) return (await wants(reader, personId, what)) === 'none'
  const isDaily = and(eq(notificationPreferences.personId, personId), eq(notificationPreferences.choice, 'daily'))
  return (await reader.$count(notificationPreferences, isDaily)) === 0
}

/** Whether that address asked for no more mails. */
export async function isStopped(reader: Reader, emailHash: string): Promise<boolean> {
  const found = await reader
    .select({ since: addressStops.since })
    .from(addressStops)
    .where(eq(addressStops.emailHash, emailHash))
  return found.length > 0
}
