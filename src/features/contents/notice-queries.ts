import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { people, personDepartements } from '#features/accounts/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { authorRequests } from './membership-tables.ts'
import { authoredBy } from './queries.ts'
import { contentJudgements, contentRevisions } from './revision-tables.ts'
import { contentDepartements, contents } from './tables.ts'

const heading = { id: contents.id, slug: contents.slug, kind: contents.kind }

const titleOfText = sql<string>`coalesce(${contentRevisions.data} -> 'content' ->> 'title', ${contents.title})`

/** The SQL twin of `isJudgeNow`. */
const judgedNowBy = (personId: number): SQL =>
  sql`exists (select 1 from ${people} judge where judge.id = ${personId} and judge.state = 'active'
    and (judge.role = 'administrator' or (judge.role = 'animator' and exists (
      select 1 from ${personDepartements} his join ${contentDepartements} its on its.departement = his.departement
      where his.person_id = judge.id and its.content_id = ${contents.id}))))`

/** Of these decisions, those on contents that this person writes. One statement. */
export const judgementsToWord = (reader: Reader, ids: readonly number[], personId: number) =>
  reader
    .select({ judgement: contentJudgements.id, verb: contentJudgements.verb, ...heading, title: titleOfText })
    .from(contentJudgements)
    .innerJoin(contents, eq(contents.id, contentJudgements.contentId))
    .leftJoin(contentRevisions, eq(contentRevisions.id, contentJudgements.revisionId))
    .where(and(inArray(contentJudgements.id, [...ids]), authoredBy(personId)))

/** Of these texts, those that still wait for this judge. One statement. */
export const waitingToWord = (reader: Reader, ids: readonly number[], personId: number) =>
  reader
    .select({ revision: contentRevisions.id, content: contents.id, title: titleOfText })
    .from(contentRevisions)
    .innerJoin(contents, eq(contents.id, contentRevisions.contentId))
    .where(
      and(
        inArray(contentRevisions.id, [...ids]),
        sql`(${contentRevisions.state} = 'pending'
          or (${contentRevisions.state} = 'current' and ${contents.state} = 'submitted'))`,
        judgedNowBy(personId),
      ),
    )

/** Of these requests to manage a structure, those that still wait for this judge. One statement. */
export const requestsToWord = (reader: Reader, ids: readonly number[], personId: number) =>
  reader
    .select({ request: authorRequests.id, name: people.name, title: contents.title })
    .from(authorRequests)
    .innerJoin(contents, eq(contents.id, authorRequests.contentId))
    .innerJoin(people, eq(people.id, authorRequests.personId))
    .where(and(inArray(authorRequests.id, [...ids]), eq(authorRequests.state, 'pending'), judgedNowBy(personId)))
