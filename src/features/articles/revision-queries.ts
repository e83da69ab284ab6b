import { eq } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'
import { articles } from './tables.ts'

/** What an article adds to the text of every content. */
export type ArticleOwn = { subtitle: string }

export async function findArticleOwn(reader: Reader, contentId: number): Promise<ArticleOwn | undefined> {
  const [found] = await reader
    .select({ subtitle: articles.subtitle })
    .from(articles)
    .where(eq(articles.contentId, contentId))
  return found
}
