import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Reader } from '#platform/database/database.ts'
import { readInstant } from '#platform/database/instant-column.ts'
import { IDLE_DAYS, IDLE_HOURS_OF_ADMINISTRATORS } from './rules.ts'
import { affiliations, people, personDepartements, sessions } from './tables.ts'

/**
 * Who a session belongs to, in one statement made ready once per connection: rights are read again at every request, so a
 * suspension or another role holds from the next one.
 */
export function prepareSessionLookup(database: Database) {
  const now = sql`${sql.placeholder('now')}::timestamptz`
  const idle = sql`case when ${people.role} = 'administrator'
    then interval '${sql.raw(String(IDLE_HOURS_OF_ADMINISTRATORS))} hours'
    else interval '${sql.raw(String(IDLE_DAYS))} days' end`
  return database
    .select({
      sessionId: sessions.id,
      seenAt: sql<string>`${sessions.seenAt}`.mapWith(readInstant),
      id: people.id,
      name: people.name,
      email: people.email,
      role: people.role,
      departements: sql<string[]>`(select coalesce(json_agg(${personDepartements.departement}), '[]')
        from ${personDepartements} where ${eq(personDepartements.personId, people.id)})`,
      structures: sql<number[]>`(select coalesce(json_agg(${affiliations.structureId}), '[]')
        from ${affiliations} where ${eq(affiliations.personId, people.id)})`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.keyHash, sql.placeholder('keyHash')),
        eq(people.state, 'active'),
        sql`${sessions.seenAt} > ${now} - ${idle}`,
      ),
    )
    .prepare('session_lookup')
}

/** Of these sessions, by the hash of their key, those that were not ended. One statement. */
export async function liveSessions(reader: Reader, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader
    .select({ hash: sessions.keyHash })
    .from(sessions)
    .where(inArray(sessions.keyHash, [...hashes]))
  return new Set(rows.map(({ hash }) => hash))
}
