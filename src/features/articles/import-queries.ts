import { eq, sql } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { articles } from './tables.ts'

export type KnownArticle = {
  sourceId: string
  contentId: number
  title: string
  slug: string
  hash: string | null
  edited: boolean
}

/** What is already here of a source, by number in that source: what an import compares, and what links are made of. */
export async function knownArticles(reader: Reader, source: string): Promise<Map<string, KnownArticle>> {
  const rows = await reader
    .select({
      sourceId: sql<string>`${articles.sourceId}`,
      contentId: articles.contentId,
      title: contents.title,
      slug: contents.slug,
      hash: articles.sourceHash,
      edited: sql<boolean>`${articles.editedByMembersAt} is not null`,
    })
    .from(articles)
    .innerJoin(contents, eq(contents.id, articles.contentId))
    .where(eq(articles.source, source))
  return new Map(rows.map((row) => [row.sourceId, row]))
}

/** The text of an article; undefined when there is none. */
export async function presentationOf(reader: Reader, contentId: number | undefined): Promise<string | undefined> {
  if (contentId === undefined) return undefined
  const [found] = await reader
    .select({ presentation: contents.presentation })
    .from(contents)
    .where(eq(contents.id, contentId))
  return found?.presentation
}
