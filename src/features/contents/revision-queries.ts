import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { type ContentRights, mayRead } from './access.ts'
import type { ContentData, KindOfContent, RevisionData } from './kinds.ts'
import { type ProposalState, readAs } from './moderation.ts'
import { filesOfContent, rightsColumns } from './queries.ts'
import { contentRevisions } from './revision-tables.ts'
import { contentSectors, contents } from './tables.ts'

const PROPOSED = ['draft', 'pending', 'to-correct'] as const

export type RevisionHeading = {
  id: number
  state: 'current' | ProposalState
  data: RevisionData
  reason: string | null
  createdAt: Instant
}

/** The texts that stand: the one the content holds (absent until somebody changes it here), and the one proposed. */
export async function findStanding(
  reader: Reader,
  contentId: number,
): Promise<{ current?: RevisionHeading; proposal?: RevisionHeading & { state: ProposalState } }> {
  const { id, state, data, reason, createdAt } = contentRevisions
  const rows = await reader
    .select({ id, state, data, reason, createdAt })
    .from(contentRevisions)
    .where(and(eq(contentRevisions.contentId, contentId), inArray(state, ['current', ...PROPOSED])))
  const current = rows.find((row) => row.state === 'current')
  const proposal = rows.find((row) => row.state !== 'current')
  return {
    ...(current === undefined ? {} : { current: current as RevisionHeading }),
    ...(proposal === undefined ? {} : { proposal: proposal as RevisionHeading & { state: ProposalState } }),
  }
}

const dataColumns = {
  title: contents.title,
  summary: contents.summary,
  presentation: contents.presentation,
  presentationFormat: contents.presentationFormat,
  access: contents.access,
  readers: contents.readers,
  structureId: contents.structureId,
  departements: rightsColumns.departements,
  sectors: sql<string[]>`array(select ${contentSectors.sector} from ${contentSectors}
    where ${eq(contentSectors.contentId, contents.id)} order by 1)`,
  files: filesOfContent,
}

/** What every kind's form holds, as the content has it now; undefined when there is no such number. */
export async function findContentData(reader: Reader, id: number): Promise<ContentData | undefined> {
  const [row] = await reader.select(dataColumns).from(contents).where(eq(contents.id, id))
  return row
}

/** The whole present text of a content: its common part and that of its kind. */
export async function findSnapshot(reader: Reader, kind: KindOfContent, id: number): Promise<RevisionData | undefined> {
  const [row] = await reader.select({ content: dataColumns, own: kind.own }).from(contents).where(eq(contents.id, id))
  return row === undefined || row.own === null ? undefined : { content: row.content, own: row.own }
}

export type EditedContent = {
  id: number
  slug: string
  version: number
  rights: ContentRights
  /** Why it was sent back or refused. */
  reason: string | null
  /** The newest text that this person may see: the proposed one, else the present one. */
  data: RevisionData
  /** The number of that text, which acts name; 0 when the content never changed here. */
  revision: number
  submittedAt: Instant | null
  proposal: ProposalState | undefined
  /** What the content holds, whatever is proposed. */
  present: RevisionData
}

const current = alias(contentRevisions, 'current_text')
const proposed = alias(contentRevisions, 'proposed_text')

/** What the form of a content begins with, whoever asks: `mayEdit` is decided on `rights`. One statement. */
export async function findEdited(
  reader: Reader,
  kind: KindOfContent,
  id: number,
  person: Person,
): Promise<EditedContent | undefined> {
  const { slug, version, reason, submittedAt } = contents
  const { state, data, createdAt } = proposed
  const [row] = await reader
    .select({
      heading: { id: contents.id, slug, version, reason, submittedAt },
      ...{ rights: rightsColumns, content: dataColumns, own: kind.own, revision: current.id },
      proposal: { id: proposed.id, state, data, createdAt, reason: proposed.reason },
    })
    .from(contents)
    .leftJoin(current, and(eq(current.contentId, contents.id), eq(current.state, 'current')))
    .leftJoin(proposed, and(eq(proposed.contentId, contents.id), inArray(proposed.state, [...PROPOSED])))
    .where(and(eq(contents.id, id), eq(contents.kind, kind.kind)))
  if (row === undefined || row.own === null) return undefined
  const { heading, rights, content, own, revision, proposal } = row
  const present = { content, own }
  const proposalState = proposal?.state as ProposalState | undefined
  if (proposal === null || proposalState === undefined || !seesProposal(rights, proposalState, person)) {
    return { ...heading, rights, present, data: present, proposal: undefined, revision: revision ?? 0 }
  }
  const { id: revisionId, data: text, reason: why, createdAt: since } = proposal
  const shown = { reason: why, data: text, proposal: proposalState, revision: revisionId, submittedAt: since }
  return { ...heading, rights, present, ...shown }
}

/** A proposed text is read by those who would read a content in that state; the public keeps the old one (ART-3). */
export const seesProposal = (rights: ContentRights, state: ProposalState, person: Person): boolean =>
  mayRead({ ...rights, state: readAs(state) }, person) === 'yes'

/** Who saved last, and when; no author for an import, or for a person who was erased. */
export type LastSave = { author: string | null; at: Instant }

export async function findLastSave(reader: Reader, contentId: number): Promise<LastSave | undefined> {
  const [row] = await reader
    .select({ author: people.name, at: contentRevisions.createdAt })
    .from(contentRevisions)
    .leftJoin(people, eq(people.id, contentRevisions.authorId))
    .where(eq(contentRevisions.contentId, contentId))
    .orderBy(desc(contentRevisions.number))
    .limit(1)
  return row
}

export type HistoryRow = Awaited<ReturnType<typeof listHistory>>[number]

/** Every text of a content, newest first; which of them a person may see is decided on the rights. */
export function listHistory(reader: Reader, contentId: number, most = 200) {
  const { id, number, state, data, createdAt, reason } = contentRevisions
  return reader
    .select({ id, number, state, data, createdAt, reason, author: people.name, authorId: people.id })
    .from(contentRevisions)
    .leftJoin(people, eq(people.id, contentRevisions.authorId))
    .where(eq(contentRevisions.contentId, contentId))
    .orderBy(desc(number))
    .limit(most)
}
