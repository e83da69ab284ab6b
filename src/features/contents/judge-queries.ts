import { and, eq, exists, inArray, or, sql } from 'drizzle-orm'
import { people, personDepartements } from '#features/accounts/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { findContentData } from './revision-queries.ts'
import { contentAuthors, contents } from './tables.ts'

/** Who judges what concerns these départements: administrators, and their animators; without one, administrators alone. */
export function listJudgesOf(reader: Reader, departements: readonly string[]) {
  const { id, email, role, state } = people
  const territory = reader
    .select({ one: sql`1` })
    .from(personDepartements)
    .where(and(eq(personDepartements.personId, id), inArray(personDepartements.departement, [...departements])))
  const animates = departements.length === 0 ? undefined : and(eq(role, 'animator'), exists(territory))
  return reader
    .select({ id, email })
    .from(people)
    .where(and(eq(state, 'active'), or(eq(role, 'administrator'), animates)))
    .orderBy(id)
}

/** Whether this person judges a content now: asked again when a mail leaves. */
export async function isJudgeNow(reader: Reader, contentId: number, personId: number): Promise<boolean> {
  const departements = (await findContentData(reader, contentId))?.departements ?? []
  return (await listJudgesOf(reader, departements)).some(({ id }) => id === personId)
}

/** Whether this person reads, now, what becomes of a content. */
export const isToldNow = async (reader: Reader, contentId: number, personId: number): Promise<boolean> =>
  (await listAuthorsToTell(reader, contentId)).some(({ id }) => id === personId)

/** Who reads what becomes of a content: its active authors, those of its structure for a service. */
export function listAuthorsToTell(reader: Reader, contentId: number) {
  return reader
    .selectDistinct({ id: people.id, email: people.email })
    .from(people)
    .innerJoin(contentAuthors, eq(contentAuthors.personId, people.id))
    .innerJoin(
      contents,
      or(
        eq(contents.id, contentAuthors.contentId),
        and(eq(contents.kind, 'service'), eq(contents.structureId, contentAuthors.contentId)),
      ),
    )
    .where(and(eq(contents.id, contentId), eq(people.state, 'active')))
    .orderBy(people.id)
}
