import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { Topic } from './rules.ts'
import { notificationPreferences, notifications } from './tables.ts'

export const PAGE_SIZE = 30

/** What a person was told, what was not read first. One statement. */
export function listNotices(reader: Reader, personId: number, page: number) {
  const { id, kind, topic, about, createdAt, readAt } = notifications
  return reader
    .select({ id, kind, topic, about, createdAt, readAt, count: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(notifications)
    .where(eq(notifications.personId, personId))
    .orderBy(asc(sql`${readAt} is not null`), desc(createdAt), desc(id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
}

/** The choices of a person; a subject without an answer is absent. One statement. */
export async function preferencesOf(reader: Reader, personId: number) {
  const { topic, choice } = notificationPreferences
  const rows = await reader
    .select({ topic, choice })
    .from(notificationPreferences)
    .where(eq(notificationPreferences.personId, personId))
  return new Map(rows.map((row) => [row.topic as Topic, row.choice]))
}

const MOST_PEOPLE = 500

/** Those to whom a mail of the day is due: something unread, of a subject that they want once a day, told before `until`. */
export function peopleToDigest(reader: Reader, until: Instant) {
  const { personId, topic, readAt, digestedAt, createdAt } = notifications
  return reader
    .selectDistinct({ id: personId, email: people.email })
    .from(notifications)
    .innerJoin(people, and(eq(people.id, personId), eq(people.state, 'active')))
    .innerJoin(
      notificationPreferences,
      and(
        eq(notificationPreferences.personId, personId),
        eq(notificationPreferences.topic, topic),
        eq(notificationPreferences.choice, 'daily'),
      ),
    )
    .where(and(isNull(readAt), isNull(digestedAt), sql`${createdAt} < ${until.toString()}::timestamptz`))
    .orderBy(asc(personId))
    .limit(MOST_PEOPLE)
}

const MOST_NOTICES = 50

/** What the mail of the day of that person holds. */
export function noticesToDigest(reader: Reader, person: number, until: Instant) {
  const { id, kind, topic, about, createdAt, personId, readAt, digestedAt } = notifications
  return reader
    .select({ id, kind, topic, about, createdAt })
    .from(notifications)
    .innerJoin(
      notificationPreferences,
      and(
        eq(notificationPreferences.personId, personId),
        eq(notificationPreferences.topic, topic),
        eq(notificationPreferences.choice, 'daily'),
      ),
    )
    .where(
      and(
        eq(personId, person),
        isNull(readAt),
        isNull(digestedAt),
        sql`${createdAt} < ${until.toString()}::timestamptz`,
      ),
    )
    .orderBy(asc(createdAt), asc(id))
    .limit(MOST_NOTICES)
}

/** Those that one mail of the day told, as it was written. */
export function noticesOfDigest(reader: Reader, person: number, at: Instant) {
  const { id, kind, topic, about, createdAt, personId, digestedAt } = notifications
  return reader
    .select({ id, kind, topic, about, createdAt })
    .from(notifications)
    .where(and(eq(personId, person), eq(digestedAt, at)))
    .orderBy(asc(createdAt), asc(id))
}
