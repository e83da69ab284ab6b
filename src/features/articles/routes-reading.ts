import type { Reader as Person } from '#features/accounts/actor.ts'
import { mayRead } from '#features/contents/access.ts'
import type { ContentData, RevisionData } from '#features/contents/kinds.ts'
import { findShownText, type ShownText } from '#features/contents/shown-text-queries.ts'
import type { Database } from '#platform/database/database.ts'
import { type ArticleFacts, findArticle } from './queries.ts'
import type { ArticleOwn } from './revision-queries.ts'

export type ReadArticle = { facts: ArticleFacts; files: ContentData['files']; shown: ShownText }

/** An article as this reader sees it; or why not. */
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
  const shown = await findShownText(database, facts, person, wantsPublic)
  const { proposal } = shown
  if (!proposal?.isShown) return { facts, files: facts.files, shown }
  return { facts: withText(facts, proposal.data), files: proposal.data.content.files, shown }
}

/** What is decided on the rights of a content is decided on those that it has, not on those that are proposed. */
function withText(facts: ArticleFacts, { content, own }: RevisionData): ArticleFacts {
  const { title, summary, presentation, presentationFormat, sectors } = content
  const { subtitle } = own as ArticleOwn
  return {
    ...facts,
    ...{ title, summary, presentation, presentationFormat, sectors },
    article: { ...facts.article, subtitle },
  }
}
