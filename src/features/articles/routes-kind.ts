import { addresses } from '#addresses'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { type ArticleOwn, articleOwn } from './revision-queries.ts'
import { insertArticle, updateArticle } from './store.ts'

/** What articles hand to the history and to moderation. */
export const articleKind: KindOfContent<ArticleOwn> = {
  kind: 'article',
  async apply(tx, contentId, { content, own }, { isNew, now, actorId }) {
    const text = { title: content.title, summary: content.summary, subtitle: own.subtitle }
    if (isNew) await insertArticle(tx, contentId, text)
    else await updateArticle(tx, contentId, { ...text, editedAt: actorId === null ? undefined : now })
  },
  own: articleOwn,
  fields: ({ subtitle }) => [['Intertitre', subtitle]],
  tags: ({ content }) => ['articles', ...(content.structureId === null ? [] : [`content:${content.structureId}`])],
  address: { one: addresses.articles.one, edit: addresses.articles.edit, history: addresses.articles.history },
}
