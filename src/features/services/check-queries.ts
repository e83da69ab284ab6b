import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { structures } from '#features/structures/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { sheetChecks } from './check-tables.ts'
import { services } from './tables.ts'

const verifiedAt = sql<Instant>`coalesce(${structures.verifiedAt}, ${services.verifiedAt}, ${contents.publishedAt})`

export type CheckedSheet = { id: number; slug: string; title: string; kind: string; verifiedAt: Instant }

/** A structure and its services, published, with when each was last seen to: what an author is asked about. */
export function sheetsOf(reader: Reader, structureId: number): Promise<CheckedSheet[]> {
  return reader
    .select({
      ...{ id: contents.id, slug: contents.slug, title: contents.title, kind: contents.kind },
      verifiedAt: verifiedAt.mapWith(contents.createdAt),
    })
    .from(contents)
    .leftJoin(structures, eq(structures.contentId, contents.id))
    .leftJoin(services, eq(services.contentId, contents.id))
    .where(
      and(
        eq(contents.state, 'published'),
        sql`(${contents.id} = ${structureId} or ${services.structureId} = ${structureId})`,
      ),
    )
    .orderBy(sql`${contents.kind} desc`, services.rank, contents.title, contents.id)
}

/** Authors of a structure of which a sheet was not seen to since `before`, and who were not asked since. */
export function listToAsk(reader: Reader, before: Instant, most: number) {
  const asked = sql`exists (select 1 from ${sheetChecks} where ${sheetChecks.structureId} = ${contents.id}
    and ${sheetChecks.personId} = ${people.id} and ${sheetChecks.sentAt} > ${before.toString()}::timestamptz)`
  const isStale = sql`(coalesce(${structures.verifiedAt}, ${contents.publishedAt}) < ${before.toString()}::timestamptz
    or exists (select 1 from ${services} join contents service on service.id = ${services.contentId}
      where ${services.structureId} = ${contents.id} and service.state = 'published'
        and coalesce(${services.verifiedAt}, service.published_at) < ${before.toString()}::timestamptz))`
  return reader
    .select({ structureId: contents.id, personId: people.id, email: people.email })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .innerJoin(contentAuthors, eq(contentAuthors.contentId, contents.id))
    .innerJoin(people, eq(people.id, contentAuthors.personId))
    .where(
      and(
        eq(contents.state, 'published'),
        eq(people.state, 'active'),
        sql`${contentAuthors.since} < ${before.toString()}::timestamptz`,
        isStale,
        sql`not ${asked}`,
      ),
    )
    .orderBy(contents.id, people.id)
    .limit(most)
}

const check = {
  id: sheetChecks.id,
  structureId: sheetChecks.structureId,
  personId: sheetChecks.personId,
  seed: sheetChecks.seed,
  name: people.name,
  title: contents.title,
}

const stillAuthor = and(
  eq(contentAuthors.contentId, sheetChecks.structureId),
  eq(contentAuthors.personId, sheetChecks.personId),
)

/** The question behind a link, as long as its reader is an author, and the link not older than `after`. */
export async function findCheck(reader: Reader, keyHash: string, after: Instant) {
  const [row] = await reader
    .select(check)
    .from(sheetChecks)
    .innerJoin(people, and(eq(people.id, sheetChecks.personId), eq(people.state, 'active')))
    .innerJoin(contentAuthors, stillAuthor)
    .innerJoin(contents, eq(contents.id, sheetChecks.structureId))
    .where(and(eq(sheetChecks.keyHash, keyHash), gt(sheetChecks.sentAt, after)))
  return row
}

export async function findCheckToMail(reader: Reader, id: number) {
  const [row] = await reader
    .select(check)
    .from(sheetChecks)
    .innerJoin(people, and(eq(people.id, sheetChecks.personId), eq(people.state, 'active')))
    .innerJoin(contentAuthors, stillAuthor)
    .innerJoin(contents, eq(contents.id, sheetChecks.structureId))
    .where(eq(sheetChecks.id, id))
  return row
}

/** Of these questions, those that this author has still to answer, as long as their link works. One statement. */
export const checksToWord = (reader: Reader, ids: readonly number[], who: { id: number; after: Instant }) =>
  reader
    .select({ id: sheetChecks.id, seed: sheetChecks.seed, title: contents.title })
    .from(sheetChecks)
    .innerJoin(contentAuthors, stillAuthor)
    .innerJoin(contents, eq(contents.id, sheetChecks.structureId))
    .where(
      and(
        inArray(sheetChecks.id, [...ids]),
        eq(sheetChecks.personId, who.id),
        isNull(sheetChecks.answeredAt),
        gt(sheetChecks.sentAt, who.after),
      ),
    )
