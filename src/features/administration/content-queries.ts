import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import type { Verb } from '#features/contents/moderation.ts'
import { judgedBy, rightsColumns } from '#features/contents/queries.ts'
import { contentJudgements, contentRevisions } from '#features/contents/revision-tables.ts'
import { contentAuthors, contentDepartements, contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { QueueFilters } from './content-filters.ts'

export const PAGE_SIZE = 30

const pending = and(eq(contentRevisions.contentId, contents.id), eq(contentRevisions.state, 'pending'))

const waiting = sql`(${contents.state} = 'submitted'
  or (${contents.state} = 'published' and ${contentRevisions.id} is not null))`

/** Since when it waits. */
const since = sql<Instant | null>`case when ${contents.state} = 'submitted' then ${contents.submittedAt}
  else ${contentRevisions.createdAt} end`.mapWith(contents.createdAt)

function conditions(person: Person, { kind, state, departement }: Omit<QueueFilters, 'page'>): SQL | undefined {
  const ofDepartement = sql`exists (select 1 from ${contentDepartements}
    where ${contentDepartements.contentId} = ${contents.id} and ${contentDepartements.departement} = ${departement})`
  return and(
    judgedBy(person),
    sql`${contents.kind} <> 'page'`,
    kind === undefined ? undefined : eq(contents.kind, kind),
    state === 'waiting' ? waiting : eq(contents.state, state),
    departement === '' ? undefined : ofDepartement,
  )
}

/** By `eq`, columns keep the name of their table where `contents` is read alone: a bare `id` would be a person's. */
const authorNames = sql<string[]>`array(select ${people.name} from ${people}
  join ${contentAuthors} on ${eq(contentAuthors.personId, people.id)}
  where ${eq(contentAuthors.contentId, contents.id)} order by ${contentAuthors.since})`

export type QueuedContent = Awaited<ReturnType<typeof listContents>>[number]

/** A page of the contents that this person judges; what waits comes oldest first. */
export function listContents(reader: Reader, person: Person, filters: QueueFilters) {
  const { id, slug, kind, state, updatedAt } = contents
  return reader
    .select({
      ...{ id, slug, kind, state, updatedAt },
      title: sql<string>`coalesce(${contentRevisions.data} -> 'content' ->> 'title', ${contents.title})`,
      isChange: sql<boolean>`${contentRevisions.id} is not null`,
      since,
      authors: authorNames,
      departements: rightsColumns.departements,
    })
    .from(contents)
    .leftJoin(contentRevisions, pending)
    .where(conditions(person, filters))
    .orderBy(...(filters.state === 'waiting' ? [asc(since)] : [desc(updatedAt)]), asc(id))
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE)
}

export type Queue = { count: number; oldest: Instant | null }

/** How many contents there are under these filters, and since when the oldest waits. */
export async function countContents(
  reader: Reader,
  person: Person,
  filters: Omit<QueueFilters, 'page'>,
): Promise<Queue> {
  const [row] = await reader
    .select({ count: sql`count(*)`.mapWith(Number), oldest: sql`min(${since})`.mapWith(contents.createdAt) })
    .from(contents)
    .leftJoin(contentRevisions, pending)
    .where(conditions(person, filters))
  return { count: row?.count ?? 0, oldest: (row?.oldest as Instant | undefined) ?? null }
}

export type Decision = { id: number; verb: Verb; reason: string | null; at: Instant; by: string | null }

const lastDecisions = sql`select ${contentJudgements.id}, ${contentJudgements.verb}, ${contentJudgements.reason},
    ${contentJudgements.at}, ${people.name} "by"
  from ${contentJudgements} left join ${people} on ${people.id} = ${contentJudgements.personId}
  where ${contentJudgements.contentId} = ${contents.id} order by ${contentJudgements.at} desc, ${contentJudgements.id} desc
  limit 30`

const decisionsColumn = sql<
  Decision[]
>`coalesce((select json_agg(decision) from (${lastDecisions}) decision), '[]'::json)`

/** What kind a content is of, who wrote it, and what was decided of it, last first. One statement. */
export async function findJudged(reader: Reader, contentId: number) {
  const decisions = decisionsColumn.mapWith((rows: (Decision & { at: unknown })[]): Decision[] =>
    rows.map((row) => ({ ...row, at: Temporal.Instant.from(String(row.at)) })),
  )
  const [row] = await reader
    .select({ kind: contents.kind, authors: authorNames, decisions })
    .from(contents)
    .where(eq(contents.id, contentId))
  return row
}

/** Among these numbers, those that this person judges. */
export async function judgedAmong(reader: Reader, person: Person, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select({ id: contents.id })
    .from(contents)
    .where(and(inArray(contents.id, [...ids]), judgedBy(person)))
  return rows.map(({ id }) => id)
}
