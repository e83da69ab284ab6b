import type { Reader as Person } from '#features/accounts/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ContentRights } from './access.ts'
import type { ProposalState } from './moderation.ts'
import { findStanding, type RevisionHeading, seesProposal } from './revision-queries.ts'

export type ShownText = {
  /** The text that the content holds: 0 when nobody ever changed it here. */
  revision: number
  /** The text proposed for what is published, when this reader sees it; `isShown` instead of the public one (ART-3). */
  proposal: (RevisionHeading & { state: ProposalState; isShown: boolean }) | undefined
}

/** Which of the texts of a content its page shows: who writes or judges it sees the newest, unless he asks for the public one. */
export async function findShownText(
  reader: Reader,
  content: { id: number; rights: ContentRights },
  person: Person,
  wantsPublic: boolean,
): Promise<ShownText> {
  if (person === undefined) return { revision: 0, proposal: undefined }
  const { current, proposal } = await findStanding(reader, content.id)
  const revision = current?.id ?? 0
  const isSeen = proposal !== undefined && seesProposal(content.rights, proposal.state, person)
  return { revision, proposal: isSeen ? { ...proposal, isShown: !wantsPublic } : undefined }
}
