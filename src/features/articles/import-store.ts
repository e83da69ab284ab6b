import { eq, sql } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import { insertRows, updateRows } from '#platform/database/bulk-rows.ts'
import type { Reader, Tx } from '#platform/database/database.ts'
import { articles } from './tables.ts'

/** One import at a time: the second waits. */
export const lockImports = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('import'))`)

export type KnownArticle = { contentId: number; hash: string | null; edited: boolean }

/** What is already here of a source, by number in that source. */
export async function knownArticles(reader: Reader, source: string): Promise<Map<string, KnownArticle>> {
  const rows = await reader
    .select({
      sourceId: articles.sourceId,
      contentId: articles.contentId,
      hash: articles.sourceHash,
      edited: sql<boolean>`${articles.editedByMembersAt} is not null`,
    })
    .from(articles)
    .where(eq(articles.source, source))
  return new Map(rows.map(({ sourceId, ...known }) => [sourceId ?? '', known]))
}

/** What links to the articles of a source are made of. */
export async function addressesOfSource(reader: Reader, source: string) {
  const rows = await reader
    .select({
      sourceId: articles.sourceId,
      contentId: articles.contentId,
      title: contents.title,
      slug: contents.slug,
    })
    .from(articles)
    .innerJoin(contents, eq(contents.id, articles.contentId))
    .where(eq(articles.source, source))
  return rows.map((row) => ({ ...row, sourceId: row.sourceId ?? '' }))
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

const FIELDS = [
  'subtitle',
  'searchName',
  'source',
  'sourceId',
  'sourceDate',
  'sourceUrl',
  'licence',
  'sourceHash',
] as const

export type ArticleRow = Record<(typeof FIELDS)[number], string> & { contentId: number }

export const insertArticles = (tx: Tx, rows: readonly ArticleRow[]): Promise<void> =>
  insertRows(
    tx,
    articles,
    ['contentId', 'demo', 'editedFields', ...FIELDS],
    rows.map((row) => ({ ...row, demo: false, editedFields: [] })),
  )

export const updateArticles = (tx: Tx, rows: readonly ArticleRow[]): Promise<void> =>
  updateRows(tx, articles, { key: 'contentId', fields: FIELDS }, rows)
