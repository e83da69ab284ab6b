import { ownColumn } from '#features/contents/queries.ts'
import { articles } from './tables.ts'

/** What an article adds to the text of every content. */
export type ArticleOwn = { subtitle: string }

export const articleOwn = ownColumn<ArticleOwn>(articles, { subtitle: articles.subtitle })
