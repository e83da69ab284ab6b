import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { Actor, Reader as Person } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import type { ContentRights } from '#features/contents/access.ts'
import { rightsColumns, visibleTo } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { RecommendedKind } from './rules.ts'
import { recommendations } from './tables.ts'

/** « Page » of the site is none. */
const kind = sql<RecommendedKind>`${contents.kind}`

const contentColumns = {
  id: contents.id,
  kind,
  slug: contents.slug,
  title: contents.title,
  summary: contents.summary,
}

/** A content that this person may read and that is published, with its rights. */
export async function findRecommended(reader: Reader, actor: Actor, id: number) {
  const [row] = await reader
    .select({ ...contentColumns, rights: rightsColumns })
    .from(contents)
    .where(and(eq(contents.id, id), eq(contents.state, 'published'), ne(contents.kind, 'page'), visibleTo(actor)))
  return row
}

export type Recommended = Omit<NonNullable<Awaited<ReturnType<typeof findRecommended>>>, 'rights'> & {
  rights: ContentRights
}

/** The active account of an address. */
export async function findAccount(reader: Reader, emailKey: string) {
  const [row] = await reader
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(and(eq(people.emailKey, emailKey), eq(people.state, 'active')))
  return row
}

/** Whether this professional recommended that content to that address since then. */
export async function wasSent(
  reader: Reader,
  sent: { senderId: number; contentId: number; emailHash: string },
  since: Instant,
): Promise<{ own: boolean; any: boolean }> {
  const rows = await reader
    .select({ senderId: recommendations.senderId })
    .from(recommendations)
    .where(
      and(
        eq(recommendations.emailHash, sent.emailHash),
        eq(recommendations.contentId, sent.contentId),
        gt(recommendations.createdAt, since),
      ),
    )
  return { own: rows.some(({ senderId }) => senderId === sent.senderId), any: rows.length > 0 }
}

export const PAGE_SIZE = 20

const seen = <Value>(person: Person, column: typeof contents.title | typeof contents.slug) =>
  sql<Value | null>`case when ${contents.state} = 'published' and ${visibleTo(person)} then ${column} end`

/** What was recommended to a person, the last first; of what he may not read, neither title nor summary. One statement. */
export const listReceived = (reader: Reader, person: Actor, page: number) =>
  reader
    .select({
      ...{ id: recommendations.id, contentId: contents.id, createdAt: recommendations.createdAt },
      ...{ word: recommendations.word, sender: people.name, structure: people.structureName },
      ...{ kind, access: contents.access },
      title: seen<string>(person, contents.title),
      slug: seen<string>(person, contents.slug),
      count: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(recommendations)
    .innerJoin(contents, eq(contents.id, recommendations.contentId))
    .leftJoin(people, eq(people.id, recommendations.senderId))
    .where(eq(recommendations.personId, person.id))
    .orderBy(desc(recommendations.createdAt), desc(recommendations.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)

export type Received = Awaited<ReturnType<typeof listReceived>>[number]

/** What a professional recommended; to whom is not kept, since whether an account has the address is not told. One statement. */
export const listSent = (reader: Reader, sender: Actor, page: number) =>
  reader
    .select({
      ...{ id: recommendations.id, contentId: contents.id, createdAt: recommendations.createdAt },
      ...{ word: recommendations.word, email: recommendations.email },
      kind,
      title: seen<string>(sender, contents.title),
      slug: seen<string>(sender, contents.slug),
      count: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(recommendations)
    .innerJoin(contents, eq(contents.id, recommendations.contentId))
    .where(eq(recommendations.senderId, sender.id))
    .orderBy(desc(recommendations.createdAt), desc(recommendations.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)

export type Sent = Awaited<ReturnType<typeof listSent>>[number]

/** What the mail of a recommendation needs, by the rights of its reader now. */
export async function findToMail(reader: Reader, id: number) {
  const [row] = await reader
    .select({
      ...{ content: contentColumns, rights: rightsColumns, word: recommendations.word },
      ...{ personId: recommendations.personId, sender: people.name },
      /** Of an address without account: its mail has the way to silence, and obeys it. */
      strangerKey: sql<
        string | null
      >`case when ${recommendations.personId} is null then ${recommendations.emailKey} end`,
      structure: people.structureName,
      senderRole: people.role,
      senderState: people.state,
    })
    .from(recommendations)
    .innerJoin(contents, eq(contents.id, recommendations.contentId))
    .leftJoin(people, eq(people.id, recommendations.senderId))
    .where(eq(recommendations.id, id))
  return row
}

/** A person as a reader of contents, as far as what is published is concerned. */
export async function findRole(reader: Reader, personId: number) {
  const { id, name, email, role } = people
  const [row] = await reader
    .select({ id, name, email, role })
    .from(people)
    .where(and(eq(id, personId), eq(people.state, 'active')))
  return row
}

/** What the notices of these recommendations say. One statement. */
export function recommendationsToWord(reader: Reader, ids: readonly number[]) {
  return reader
    .select({ id: recommendations.id, sender: people.name })
    .from(recommendations)
    .leftJoin(people, eq(people.id, recommendations.senderId))
    .where(inArray(recommendations.id, [...ids]))
}

/** Recommendations to a person since then, of one professional when `senderId` says so. One statement. */
export const recommendationsTo = (
  reader: Reader,
  asked: { personId: number; senderId: number | undefined; since: Instant; viewer: Actor; most: number },
) =>
  reader
    .select({
      ...{ at: recommendations.createdAt, sender: people.name, kind, id: contents.id },
      title: seen<string>(asked.viewer, contents.title),
      slug: seen<string>(asked.viewer, contents.slug),
    })
    .from(recommendations)
    .innerJoin(contents, eq(contents.id, recommendations.contentId))
    .leftJoin(people, eq(people.id, recommendations.senderId))
    .where(
      and(
        eq(recommendations.personId, asked.personId),
        gt(recommendations.createdAt, asked.since),
        asked.senderId === undefined ? undefined : eq(recommendations.senderId, asked.senderId),
      ),
    )
    .orderBy(desc(recommendations.createdAt))
    .limit(asked.most)
