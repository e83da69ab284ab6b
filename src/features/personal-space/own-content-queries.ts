import { and, asc, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { ContentState } from '#features/contents/access.ts'
import type { ProposalState } from '#features/contents/moderation.ts'
import { contentRevisions } from '#features/contents/revision-tables.ts'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { CountedContents, OwnContentsFilters, OwnKind } from './own-contents-filters.ts'
import { PAGE_SIZE } from './queries.ts'

export type OwnContent = {
  id: number
  slug: string
  kind: OwnKind
  title: string
  state: ContentState
  /** Of a text proposed for a published content. */
  proposal: ProposalState | null
  /** Why it was sent back or refused. */
  reason: string | null
  /** Since when it waits for a judge. */
  waitingSince: Instant | null
  updatedAt: Instant
}

/** `authoredBy` as a set, for lists: one’s contents, and the services of the structures that one keeps. */
const ownIds = (personId: number): SQL =>
  sql`(select ${contentAuthors.contentId} from ${contentAuthors} where ${contentAuthors.personId} = ${personId}
    union select services.id from contents services
    join ${contentAuthors} on ${contentAuthors.contentId} = services.structure_id
    where services.kind = 'service' and ${contentAuthors.personId} = ${personId})`

const own = (personId: number): SQL => and(sql`${contents.id} in ${ownIds(personId)}`, ne(contents.kind, 'page')) as SQL

const proposed = and(
  eq(contentRevisions.contentId, contents.id),
  inArray(contentRevisions.state, ['draft', 'pending', 'to-correct']),
)

/** Where its newest text stands: the one proposed, else the one the content holds. */
const standing = sql<ContentState>`case when ${contents.state} <> 'published' or ${contentRevisions.state} is null
  then ${contents.state} when ${contentRevisions.state} = 'pending' then 'submitted' else ${contentRevisions.state} end`

const columns = {
  ...{ id: contents.id, slug: contents.slug, kind: sql<OwnKind>`${contents.kind}`, state: contents.state },
  title: sql<string>`coalesce(${contentRevisions.data} -> 'content' ->> 'title', ${contents.title})`,
  proposal: sql<ProposalState | null>`${contentRevisions.state}`,
  reason: sql<string | null>`coalesce(${contentRevisions.reason}, ${contents.reason})`,
  waitingSince: sql<Instant | null>`case when ${contentRevisions.state} = 'pending' then ${contentRevisions.createdAt}
    when ${contents.state} = 'submitted' then ${contents.submittedAt} end`.mapWith(contents.createdAt),
  updatedAt: sql<Instant>`greatest(${contents.updatedAt}, ${contentRevisions.createdAt})`.mapWith(contents.updatedAt),
}

const ownContents = (reader: Reader) =>
  reader.select(columns).from(contents).leftJoin(contentRevisions, proposed).$dynamic()

/** A page of all that this person keeps true, last written first; the bin only when it is asked for. */
export function listOwnContents(reader: Reader, personId: number, asked: OwnContentsFilters): Promise<OwnContent[]> {
  const { kind, state, page } = asked
  const under = state === undefined ? ne(contents.state, 'trashed') : or(eq(contents.state, state), eq(standing, state))
  return ownContents(reader)
    .where(and(own(personId), under, kind && eq(contents.kind, kind)))
    .orderBy(desc(columns.updatedAt), asc(contents.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
}

/** « Mes derniers contenus » */
export function lastOwnContents(reader: Reader, personId: number): Promise<OwnContent[]> {
  return ownContents(reader)
    .where(and(own(personId), ne(contents.state, 'trashed')))
    .orderBy(desc(columns.updatedAt), asc(contents.id))
    .limit(5)
}

/** How many contents of each kind stand where: what the filters say beside their words. */
export function countOwnContents(reader: Reader, personId: number): Promise<CountedContents[]> {
  return reader
    .select({ kind: columns.kind, state: contents.state, standing, count: sql<number>`count(*)`.mapWith(Number) })
    .from(contents)
    .leftJoin(contentRevisions, proposed)
    .where(own(personId))
    .groupBy(contents.kind, contents.state, standing)
}
