import { and, eq } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'
import { choiceOf } from './rules.ts'
import { notificationPreferences } from './tables.ts'

/** Whether a person wants mails about a subject, asked when the mail leaves. */
export async function wants(reader: Reader, personId: number, topic: string): Promise<boolean> {
  const { choice } = notificationPreferences
  const [answer] = await reader
    .select({ choice })
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.personId, personId), eq(notificationPreferences.topic, topic)))
  return choiceOf(answer?.choice) !== 'none'
}
