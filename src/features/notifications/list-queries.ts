import { and, asc, type Column, desc, eq, gt, isNull, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
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
    .select({
      ...{ id, kind, topic, about, createdAt, readAt, count: sql<number>`count(*) over ()`.mapWith(Number) },
      newest: sql<number>`max(${id}) over ()`.mapWith(Number),
    })
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

const wantedDaily = and(
  eq(notificationPreferences.personId, notifications.personId),
  eq(notificationPreferences.topic, notifications.topic),
  eq(notificationPreferences.choice, 'daily'),
)

/**
 * Until when a mail of the day tells. `isLeft`: what holds of a notice whose own mail was left to it, as `wasLeftToTheDay` says.
 */
export type Due = { until: Instant; isLeft: (cause: Column, personId: Column) => SQL }

const earlier = alias(notifications, 'earlier')

/** Unread, told before, left to the mail of the day, and in none yet. Who had that of today waits for that of tomorrow. */
function isDue(reader: Reader, { until, isLeft }: Due) {
  const { cause, personId, readAt, digestedAt, createdAt } = notifications
  const isBefore = sql`${createdAt} < ${until.toString()}::timestamptz`
  const hadToday = reader
    .select({ one: sql`1` })
    .from(earlier)
    .where(and(eq(earlier.personId, personId), eq(earlier.digestedAt, until)))
  return and(isNull(readAt), isNull(digestedAt), isBefore, isLeft(cause, personId), notExists(hadToday))
}

/** Those to whom a mail of the day is due, some hundreds at a time, by number from `after` on. */
export function peopleToDigest(reader: Reader, due: Due, after: number) {
  const { personId } = notifications
  return reader
    .selectDistinct({ id: personId, email: people.email })
    .from(notifications)
    .innerJoin(people, and(eq(people.id, personId), eq(people.state, 'active')))
    .innerJoin(notificationPreferences, wantedDaily)
    .where(and(gt(personId, after), isDue(reader, due)))
    .orderBy(asc(personId))
    .limit(MOST_PEOPLE)
}

/** What the mail of the day of that person is to hold. */
export async function noticesToDigest(reader: Reader, person: number, due: Due): Promise<number[]> {
  const rows = await reader
    .select({ id: notifications.id })
    .from(notifications)
    .innerJoin(notificationPreferences, wantedDaily)
    .where(and(eq(notifications.personId, person), isDue(reader, due)))
  return rows.map(({ id }) => id)
}

/** Those that one mail of the day tells, as it leaves: of the subjects still wanted once a day, by an account that still works. */
export function noticesOfDigest(reader: Reader, person: number, at: Instant) {
  const { id, kind, topic, about, createdAt, personId, digestedAt } = notifications
  return reader
    .select({ id, kind, topic, about, createdAt })
    .from(notifications)
    .innerJoin(people, and(eq(people.id, personId), eq(people.state, 'active')))
    .innerJoin(notificationPreferences, wantedDaily)
    .where(and(eq(personId, person), eq(digestedAt, at)))
    .orderBy(asc(createdAt), asc(id))
}
