import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor, Reader as Person } from '#features/accounts/actor.ts'
import { visibleTo } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { type FavouriteFilters, type KeptKind, PAGE_SIZE } from './filters.ts'
import { favourites } from './tables.ts'

/** Whether this person keeps that content. */
export async function isKept(reader: Reader, personId: number, contentId: number): Promise<boolean> {
  const found = await reader
    .select({ since: favourites.since })
    .from(favourites)
    .where(and(eq(favourites.personId, personId), eq(favourites.contentId, contentId)))
  return found.length > 0
}

/** The same, of the content that a statement reads in `contents`. */
export const keptColumn = (person: Person): SQL<boolean> =>
  person === undefined
    ? sql<boolean>`false`
    : sql<boolean>`exists (select 1 from ${favourites}
        where ${eq(favourites.contentId, contents.id)} and ${favourites.personId} = ${person.id})`

/** Whether this person may read that content now. */
export async function isReadable(reader: Reader, person: Actor, contentId: number): Promise<boolean> {
  const found = await reader
    .select({ id: contents.id })
    .from(contents)
    .where(and(eq(contents.id, contentId), visibleTo(person)))
  return found.length > 0
}

/** What a person keeps, the last first. Of what may no longer be read, the number alone. One statement. */
export function listFavourites(reader: Reader, person: Actor, { kind, page }: FavouriteFilters) {
  const readable = visibleTo(person)
  const seen = <Value>(column: typeof contents.title | typeof contents.kind) =>
    sql<Value | null>`case when ${readable} then ${column} end`
  return reader
    .select({
      ...{ id: favourites.contentId, since: favourites.since },
      kind: seen<KeptKind>(contents.kind),
      title: seen<string>(contents.title),
      slug: seen<string>(contents.slug as unknown as typeof contents.title),
      summary: seen<string>(contents.summary as unknown as typeof contents.title),
    })
    .from(favourites)
    .innerJoin(contents, eq(contents.id, favourites.contentId))
    .where(and(eq(favourites.personId, person.id), kind && and(eq(contents.kind, kind), readable)))
    .orderBy(desc(favourites.since), desc(favourites.contentId))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
}

export type Favourite = Awaited<ReturnType<typeof listFavourites>>[number]

/** How many are kept of each kind; null stands for those that may no longer be read. One statement. */
export function favouriteCounts(reader: Reader, person: Actor) {
  const kind = sql<KeptKind | null>`case when ${visibleTo(person)} then ${contents.kind} end`
  return reader
    .select({ kind, count: sql<number>`count(*)`.mapWith(Number) })
    .from(favourites)
    .innerJoin(contents, eq(contents.id, favourites.contentId))
    .where(eq(favourites.personId, person.id))
    .groupBy(sql`1`)
}
