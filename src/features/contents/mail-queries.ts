import { eq } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { contentJudgements, contentRevisions } from './revision-tables.ts'
import { contents } from './tables.ts'

const heading = {
  id: contents.id,
  slug: contents.slug,
  title: contents.title,
  kind: contents.kind,
  state: contents.state,
}

/** The text that a judge is told of, with who wrote it. */
export async function findWaiting(reader: Reader, revision: number) {
  const [row] = await reader
    .select({ ...heading, revision: contentRevisions.state, data: contentRevisions.data, author: people.name })
    .from(contentRevisions)
    .innerJoin(contents, eq(contents.id, contentRevisions.contentId))
    .leftJoin(people, eq(people.id, contentRevisions.authorId))
    .where(eq(contentRevisions.id, revision))
  return row
}

/** What was decided, with the title of the text that it was about. */
export async function findJudgement(reader: Reader, id: number) {
  const { verb, reason } = contentJudgements
  const [row] = await reader
    .select({ ...heading, verb, reason, data: contentRevisions.data })
    .from(contentJudgements)
    .innerJoin(contents, eq(contents.id, contentJudgements.contentId))
    .leftJoin(contentRevisions, eq(contentRevisions.id, contentJudgements.revisionId))
    .where(eq(contentJudgements.id, id))
  return row
}

export async function findHeading(reader: Reader, id: number) {
  const [row] = await reader.select(heading).from(contents).where(eq(contents.id, id))
  return row
}
