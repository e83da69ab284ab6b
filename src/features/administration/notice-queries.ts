import { and, eq, inArray, sql } from 'drizzle-orm'
import { people, personDepartements } from '#features/accounts/tables.ts'
import type { Reader } from '#platform/database/database.ts'

/** Of these accounts, those that still wait for this judge: the SQL twin of `listJudges`. One statement. */
export const accountsToWord = (reader: Reader, ids: readonly number[], judgeId: number) =>
  reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      and(
        inArray(people.id, [...ids]),
        eq(people.state, 'active'),
        eq(people.professionalState, 'pending'),
        sql`exists (select 1 from people judge where judge.id = ${judgeId} and judge.state = 'active'
          and (judge.role = 'administrator' or (judge.role = 'animator' and exists (
            select 1 from ${personDepartements} his
            where his.person_id = judge.id and his.departement = ${people.departement}))))`,
      ),
    )
