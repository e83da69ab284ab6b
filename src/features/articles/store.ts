import { eq } from 'drizzle-orm'
import { fold } from '#kernel/fold'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { articles } from './tables.ts'

export type ArticleText = { title: string; subtitle: string; summary: string }

/** What the list looks in. */
export const searchNameOf = ({ title, subtitle, summary }: ArticleText): string =>
  fold(`${title} ${subtitle} ${summary}`)

export async function insertArticle(tx: Tx, contentId: number, text: ArticleText): Promise<void> {
  await tx.insert(articles).values({ contentId, subtitle: text.subtitle, searchName: searchNameOf(text) })
}

/** Writes an article whose content is locked; `editedAt` when a member did, so that no import touches it any more. */
export async function updateArticle(
  tx: Tx,
  contentId: number,
  text: ArticleText & { editedAt: Instant | undefined },
): Promise<void> {
  await tx
    .update(articles)
    .set({
      subtitle: text.subtitle,
      searchName: searchNameOf(text),
      ...(text.editedAt === undefined ? {} : { editedByMembersAt: text.editedAt }),
    })
    .where(eq(articles.contentId, contentId))
}
