import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import { authorRequests } from '#features/contents/membership-tables.ts'
import { judgedBy } from '#features/contents/queries.ts'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { services } from '#features/services/tables.ts'
import { structures } from '#features/structures/tables.ts'
import { daysLater, type Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { Queue } from './content-queries.ts'

export const SHEETS_A_PAGE = 30

export type AskedRequest = Awaited<ReturnType<typeof listRequests>>[number]

/** The requests to manage a structure that this person answers, oldest first. */
export function listRequests(reader: Reader, person: Person, most: number) {
  const { id, message, createdAt } = authorRequests
  return reader
    .select({
      ...{ id, message, createdAt },
      person: { name: people.name, email: people.email, job: people.job, structureName: people.structureName },
      structure: { id: contents.id, slug: contents.slug, title: contents.title },
      authors: sql<number>`(select count(*) from ${contentAuthors}
        where ${eq(contentAuthors.contentId, contents.id)})`.mapWith(Number),
    })
    .from(authorRequests)
    .innerJoin(contents, eq(contents.id, authorRequests.contentId))
    .innerJoin(people, eq(people.id, authorRequests.personId))
    .where(and(eq(authorRequests.state, 'pending'), judgedBy(person)))
    .orderBy(asc(createdAt), asc(id))
    .limit(most)
}

export async function countRequests(reader: Reader, person: Person): Promise<Queue> {
  const [row] = await reader
    .select({
      count: sql`count(*)`.mapWith(Number),
      oldest: sql`min(${authorRequests.createdAt})`.mapWith(authorRequests.createdAt),
    })
    .from(authorRequests)
    .innerJoin(contents, eq(contents.id, authorRequests.contentId))
    .where(and(eq(authorRequests.state, 'pending'), judgedBy(person)))
  return { count: row?.count ?? 0, oldest: (row?.oldest as Instant | undefined) ?? null }
}

/** Sheets to look at: nobody keeps them, or nobody has checked them for a long time. */
export type SheetQueue = 'sans-auteur' | 'a-verifier'

/** How many days a sheet stays fresh (STR-5). */
const FRESH_DAYS = 182

const checkedAt = sql`coalesce(${structures.verifiedAt}, ${services.verifiedAt},
  ${structures.sourceDate}::timestamptz, ${services.sourceDate}::timestamptz, ${contents.publishedAt})`

function conditionsOf(person: Person, queue: SheetQueue, now: Instant): SQL | undefined {
  const hasAuthor = sql`exists (select 1 from ${contentAuthors} where ${contentAuthors.contentId} = ${contents.id})`
  const before = daysLater(now, -FRESH_DAYS).toString()
  return and(
    judgedBy(person),
    eq(contents.state, 'published'),
    // The authors of a service are those of its structure; each of its sheets is checked by itself.
    queue === 'sans-auteur'
      ? sql`${contents.kind} = 'structure' and not ${hasAuthor}`
      : sql`${contents.kind} in ('structure', 'service') and ${checkedAt} < ${before}::timestamptz`,
  )
}

const name = sql`coalesce(${structures.searchName}, ${services.searchName})`

export type QueuedSheet = Awaited<ReturnType<typeof listSheets>>[number]

/** A page of such structures and services: the least fresh first, then by name. */
export function listSheets(reader: Reader, person: Person, asked: { queue: SheetQueue; page: number; now: Instant }) {
  const { queue, page, now } = asked
  const order = queue === 'a-verifier' ? [asc(checkedAt)] : []
  return reader
    .select({
      ...{ id: contents.id, slug: contents.slug, title: contents.title, kind: contents.kind },
      city: sql<string>`coalesce(${structures.city}, ${services.city}, '')`,
      checkedAt: sql<Instant | null>`${checkedAt}`.mapWith(contents.createdAt),
    })
    .from(contents)
    .leftJoin(structures, eq(structures.contentId, contents.id))
    .leftJoin(services, eq(services.contentId, contents.id))
    .where(conditionsOf(person, queue, now))
    .orderBy(...order, asc(name), asc(contents.id))
    .limit(SHEETS_A_PAGE)
    .offset((page - 1) * SHEETS_A_PAGE)
}

/** How many there are in each queue. One statement. */
export async function countSheets(reader: Reader, person: Person, now: Instant): Promise<Record<SheetQueue, number>> {
  const count = (queue: SheetQueue) => sql`count(*) filter (where ${conditionsOf(person, queue, now)})`.mapWith(Number)
  const [row] = await reader
    .select({ 'sans-auteur': count('sans-auteur'), 'a-verifier': count('a-verifier') })
    .from(contents)
    .leftJoin(structures, eq(structures.contentId, contents.id))
    .leftJoin(services, eq(services.contentId, contents.id))
    .where(and(judgedBy(person), eq(contents.state, 'published'), inArray(contents.kind, ['structure', 'service'])))
  return row ?? { 'sans-auteur': 0, 'a-verifier': 0 }
}
