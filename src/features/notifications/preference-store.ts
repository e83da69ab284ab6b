import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { Choice, Topic } from './rules.ts'
import { notificationPreferences, notifications } from './tables.ts'

export async function savePreference(tx: Tx, personId: number, topic: Topic, choice: Choice): Promise<void> {
  await tx
    .insert(notificationPreferences)
    .values({ personId, topic, choice })
    .onConflictDoUpdate({ target: [notificationPreferences.personId, notificationPreferences.topic], set: { choice } })
}

/** What came in the mail of the day comes in none. */
export async function stopDigest(tx: Tx, personId: number): Promise<void> {
  await tx
    .update(notificationPreferences)
    .set({ choice: 'none' })
    .where(and(eq(notificationPreferences.personId, personId), eq(notificationPreferences.choice, 'daily')))
}

/** Those of this person, or all that he had when his page was made, whose newest has that number. */
export async function markRead(
  tx: Tx,
  personId: number,
  which: readonly number[] | { upTo: number },
  now: Instant,
): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: now })
    .where(
      and(
        eq(notifications.personId, personId),
        isNull(notifications.readAt),
        'upTo' in which ? lte(notifications.id, which.upTo) : inArray(notifications.id, [...which]),
      ),
    )
}

/** These were told in a mail of the day. */
export async function markDigested(tx: Tx, ids: readonly number[], now: Instant): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(notifications)
      .set({ digestedAt: now })
      .where(inArray(notifications.id, [...ids]))
}
