import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { authorRequests, contentInvitations } from './membership-tables.ts'
import { contentAuthors, contents } from './tables.ts'

export type NamedAuthor = Awaited<ReturnType<typeof listAuthors>>[number]

/** The authors of a content itself, oldest first. */
export function listAuthors(reader: Reader, contentId: number) {
  return reader
    .select({ id: people.id, name: people.name, email: people.email, state: people.state, since: contentAuthors.since })
    .from(contentAuthors)
    .innerJoin(people, eq(people.id, contentAuthors.personId))
    .where(eq(contentAuthors.contentId, contentId))
    .orderBy(asc(contentAuthors.since), asc(people.id))
}

export type OpenInvitation = Awaited<ReturnType<typeof listInvitations>>[number]

/** The invitations of a content that nobody has used yet. */
export function listInvitations(reader: Reader, contentId: number, now: Instant) {
  const { id, email, createdAt, state } = contentInvitations
  return reader
    .select({ id, email, createdAt, state })
    .from(contentInvitations)
    .where(
      and(
        eq(contentInvitations.contentId, contentId),
        inArray(state, ['sent', 'accepted']),
        gt(contentInvitations.expiresAt, now),
      ),
    )
    .orderBy(asc(createdAt))
}

/** An invitation by the hash of its key, as long as its link works. */
export async function findInvitation(reader: Reader, keyHash: string, now: Instant) {
  const [row] = await reader
    .select({
      id: contentInvitations.id,
      email: contentInvitations.email,
      emailKey: contentInvitations.emailKey,
      state: contentInvitations.state,
      by: people.name,
      content: { id: contents.id, slug: contents.slug, title: contents.title, kind: contents.kind },
    })
    .from(contentInvitations)
    .innerJoin(contents, eq(contents.id, contentInvitations.contentId))
    .innerJoin(people, eq(people.id, contentInvitations.invitedBy))
    .where(
      and(
        eq(contentInvitations.keyHash, keyHash),
        inArray(contentInvitations.state, ['sent', 'accepted']),
        gt(contentInvitations.expiresAt, now),
      ),
    )
  return row
}

/** What the mail of an invitation says, as long as its link works. */
export async function findInvitationToMail(reader: Reader, id: number, now: Instant) {
  const [row] = await reader
    .select({ seed: contentInvitations.seed, title: contents.title, by: people.name })
    .from(contentInvitations)
    .innerJoin(contents, eq(contents.id, contentInvitations.contentId))
    .innerJoin(people, eq(people.id, contentInvitations.invitedBy))
    .where(
      and(eq(contentInvitations.id, id), eq(contentInvitations.state, 'sent'), gt(contentInvitations.expiresAt, now)),
    )
  return row
}

/** A request with who asks and for what. */
export async function findRequest(reader: Reader, id: number) {
  const [row] = await reader
    .select({
      state: authorRequests.state,
      reason: authorRequests.reason,
      message: authorRequests.message,
      person: { id: people.id, name: people.name, job: people.job, structureName: people.structureName },
      content: { id: contents.id, slug: contents.slug, title: contents.title, kind: contents.kind },
    })
    .from(authorRequests)
    .innerJoin(people, eq(people.id, authorRequests.personId))
    .innerJoin(contents, eq(contents.id, authorRequests.contentId))
    .where(eq(authorRequests.id, id))
  return row
}

/** Whether this person already waits to manage this content. */
export async function waitsFor(reader: Reader, contentId: number, personId: number): Promise<boolean> {
  const waiting = and(
    eq(authorRequests.contentId, contentId),
    eq(authorRequests.personId, personId),
    eq(authorRequests.state, 'pending'),
  )
  return (await reader.$count(authorRequests, waiting)) > 0
}

/** The active account of an address, to be named as an author. */
export async function findByEmail(reader: Reader, emailKey: string) {
  const [row] = await reader
    .select({ id: people.id, name: people.name, email: people.email, role: people.role })
    .from(people)
    .where(and(eq(people.emailKey, emailKey), eq(people.state, 'active')))
  return row
}

/** A person who may be named as an author or be told so. */
export async function findActive(reader: Reader, id: number) {
  const [row] = await reader
    .select({ id: people.id, name: people.name, email: people.email, role: people.role })
    .from(people)
    .where(and(eq(people.id, id), eq(people.state, 'active')))
  return row
}

/** The titles of contents, by number, in the order of the numbers. */
export function titlesOf(reader: Reader, ids: readonly number[]) {
  return reader
    .select({ id: contents.id, title: contents.title, kind: contents.kind })
    .from(contents)
    .where(sql`${contents.id} = any(${sql.param([...ids])}::bigint[])`)
    .orderBy(asc(contents.id))
}
