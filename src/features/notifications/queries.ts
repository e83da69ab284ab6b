import { and, eq } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'
import { type Choice, choiceOf } from './rules.ts'
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

/** Whether that address asked for no more mails. */
export async function isStopped(reader: Reader, emailHash: string): Promise<boolean> {
  const found = await reader
    .select({ since: addressStops.since })
    .from(addressStops)
    .where(eq(addressStops.emailHash, emailHash))
  return found.length > 0
}
