import { and, desc, eq, inArray } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import { auditLog } from '#features/audit/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { registrantMessages } from './tables.ts'

/** What leaves a line « Dernières consultations »: reading, taking away. */
export const READINGS = ['registrants-read', 'registrants-exported'] as const
export type ReadingVerb = (typeof READINGS)[number]

/** Who last read or took away a list. The log keeps numbers; names are those of today, none once an account is gone. */
export function readingsOfList(reader: Reader, listId: number, limit = 10) {
  return reader
    .select({ id: auditLog.id, at: auditLog.at, verb: auditLog.verb, details: auditLog.details, who: people.name })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.actorId))
    .where(and(eq(auditLog.object, `list:${listId}`), inArray(auditLog.verb, [...READINGS])))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit)
}

export type ListReading = Awaited<ReturnType<typeof readingsOfList>>[number]

/** What was written to those who come on a date, the latest first. */
export function messagesOfDate(reader: Reader, dateId: number, limit = 20) {
  const { id, subject, body, createdAt, recipients } = registrantMessages
  return reader
    .select({ id, subject, body, createdAt, recipients, author: people.name })
    .from(registrantMessages)
    .leftJoin(people, eq(people.id, registrantMessages.authorId))
    .where(eq(registrantMessages.dateId, dateId))
    .orderBy(desc(id))
    .limit(limit)
}

export type SentMessage = Awaited<ReturnType<typeof messagesOfDate>>[number]
