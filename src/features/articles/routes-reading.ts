import type { Reader as Person } from '#features/accounts/actor.ts'
import { mayRead } from '#features/contents/access.ts'
import type { ContentData, RevisionData } from '#features/contents/kinds.ts'
import type { ProposalState } from '#features/contents/moderation.ts'
import { findStanding, seesProposal } from '#features/contents/revision-queries.ts'
import type { Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import { type ArticleFacts, findArticle } from './queries.ts'
import type { ArticleOwn } from './revision-queries.ts'

type Proposal = { id: number; state: ProposalState; reason: string | null; createdAt: Instant; isShown: boolean }

export type ReadArticle = {
  facts: ArticleFacts
  /** The text that the content holds: 0 when nobody ever changed it here. */
  revision: number
  files: ContentData['files']
  /** The text proposed for a published article, when this reader sees it; `isShown` instead of the public one (ART-3). */
  proposal: Proposal | undefined
}

/** An article as this reader sees it; or why not. Who writes or judges it sees the newest text, unless he asks for the public one. */
export async function readArticle(
  database: Database,
  id: number,
  person: Person,
  wantsPublic: boolean,
): Promise<ReadArticle | 'hidden' | 'reserved'> {
  const facts = await findArticle(database, id)
  if (facts === undefined) return 'hidden'
  const reading = mayRead(facts.rights, person)
  if (reading !== 'yes') return reading
  const { current, proposal } = person === undefined ? {} : await findStanding(database, id)
  const revision = current?.id ?? 0
  if (proposal === undefined || !seesProposal(facts.rights, proposal.state, person)) {
    return { facts, revision, files: facts.files, proposal: undefined }
  }
  const seen = { ...proposal, isShown: !wantsPublic }
  if (wantsPublic) return { facts, revision, files: facts.files, proposal: seen }
  return { facts: withText(facts, proposal.data), revision, files: proposal.data.content.files, proposal: seen }
}

function withText(facts: ArticleFacts, { content, own }: RevisionData): ArticleFacts {
  const { title, summary, presentation, presentationFormat, access, departements, sectors } = content
  const { subtitle } = own as ArticleOwn
  return {
    ...facts,
    ...{ title, summary, presentation, presentationFormat, sectors },
    rights: { ...facts.rights, access, departements },
    article: { ...facts.article, subtitle },
  }
}
