import { insertRows, updateRows } from '#platform/database/bulk-rows.ts'
import type { Tx } from '#platform/database/database.ts'
import { articles } from './tables.ts'

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
