import { and, asc, desc, eq, inArray, lt, max, sql } from 'drizzle-orm'
import type { Actor } from '#features/accounts/actor.ts'
import { affiliations, people, personDepartements } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { savedOrientations } from './tables.ts'

/** Of one person, at most. */
export const MOST_SAVED = 30

const columns = {
  id: savedOrientations.id,
  name: savedOrientations.name,
  criteria: savedOrientations.criteria,
  createdAt: savedOrientations.createdAt,
  watched: savedOrientations.watched,
}

/** The orientations that a person keeps, the newest first. */
export const savedOf = (reader: Reader, personId: number) =>
  reader
    .select(columns)
    .from(savedOrientations)
    .where(eq(savedOrientations.personId, personId))
    .orderBy(desc(savedOrientations.createdAt), desc(savedOrientations.id))
    .limit(MOST_SAVED)

export type SavedOrientation = Awaited<ReturnType<typeof savedOf>>[number]

/** How many a person keeps, those of these criteria left out. */
export const otherSaved = (reader: Reader, personId: number, criteria: string): Promise<number> =>
  reader.$count(
    savedOrientations,
    and(eq(savedOrientations.personId, personId), sql`${savedOrientations.criteria} <> ${criteria}`),
  )

/** The number of the newest date: those after it are new. */
export async function newestDate(reader: Reader): Promise<number> {
  const [row] = await reader.select({ newest: max(eventDates.id) }).from(eventDates)
  return row?.newest ?? 0
}

/** The one that a key of a mail names. */
export async function findByKey(reader: Reader, keyHash: string) {
  const { name, watched } = savedOrientations
  const [found] = await reader
    .select({ name, watched })
    .from(savedOrientations)
    .where(eq(savedOrientations.keyHash, keyHash))
  return found
}

const AT_ONCE = 200

/** Watched orientations whose last round is older than that, the oldest first. */
export const roundsDue = (reader: Reader, before: Instant) =>
  reader
    .select({
      ...columns,
      personId: savedOrientations.personId,
      seenUntil: savedOrientations.seenUntil,
      seenDate: savedOrientations.seenDate,
    })
    .from(savedOrientations)
    .where(and(eq(savedOrientations.watched, true), lt(savedOrientations.seenUntil, before)))
    .orderBy(asc(savedOrientations.seenUntil), asc(savedOrientations.id))
    .limit(AT_ONCE)

/** A watched orientation, for its mail. */
export async function findWatched(reader: Reader, id: number) {
  const { personId, seed } = savedOrientations
  const [found] = await reader
    .select({ ...columns, personId, seed })
    .from(savedOrientations)
    .where(and(eq(savedOrientations.id, id), eq(savedOrientations.watched, true)))
  return found
}

/** Of these orientations, those that this person still follows. One statement. */
export const watchedToWord = (reader: Reader, ids: readonly number[], personId: number) =>
  reader
    .select({ id: savedOrientations.id, name: savedOrientations.name, criteria: savedOrientations.criteria })
    .from(savedOrientations)
    .where(
      and(
        inArray(savedOrientations.id, [...ids]),
        eq(savedOrientations.personId, personId),
        eq(savedOrientations.watched, true),
      ),
    )

/** Whoever keeps an orientation, with the rights of now; undefined when the account is not active. */
export async function findActor(reader: Reader, personId: number): Promise<Actor | undefined> {
  const { id, name, email, role } = people
  const [found] = await reader
    .select({
      ...{ id, name, email, role },
      departements: sql<string[]>`(select coalesce(json_agg(${personDepartements.departement}), '[]')
        from ${personDepartements} where ${eq(personDepartements.personId, people.id)})`,
      structures: sql<number[]>`(select coalesce(json_agg(${affiliations.structureId}), '[]')
        from ${affiliations} where ${eq(affiliations.personId, people.id)})`,
    })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.state, 'active')))
  return found
}

/** Of these contents, those published since. */
export async function publishedSince(reader: Reader, ids: readonly number[], since: Instant): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await reader
    .select({ id: contents.id })
    .from(contents)
    .where(and(inArray(contents.id, [...ids]), sql`${contents.publishedAt} > ${since.toString()}::timestamptz`))
  return new Set(rows.map(({ id }) => id))
}
