import { eq, sql } from 'drizzle-orm'
import { insertRows, updateRows } from '#platform/database/bulk-rows.ts'
import type { Reader, Tx } from '#platform/database/database.ts'
import { resources } from './tables.ts'

export type KnownResource = { contentId: number; hash: string | null; edited: boolean }

/** What is already here of a source, by number in that source. */
export async function knownResources(reader: Reader, source: string): Promise<Map<string, KnownResource>> {
  const rows = await reader
    .select({
      sourceId: resources.sourceId,
      contentId: resources.contentId,
      hash: resources.sourceHash,
      edited: sql<boolean>`${resources.editedByMembersAt} is not null`,
    })
    .from(resources)
    .where(eq(resources.source, source))
  return new Map(rows.map(({ sourceId, ...known }) => [sourceId ?? '', known]))
}

const FIELDS = [
  'kind',
  'link',
  'searchName',
  'source',
  'sourceId',
  'sourceDate',
  'sourceUrl',
  'licence',
  'sourceHash',
] as const

export type ResourceRow = Record<(typeof FIELDS)[number], string> & { contentId: number }

export const insertResources = (tx: Tx, rows: readonly ResourceRow[]): Promise<void> =>
  insertRows(
    tx,
    resources,
    ['contentId', 'demo', 'editedFields', ...FIELDS],
    rows.map((row) => ({ ...row, demo: false, editedFields: [] })),
  )

export const updateResources = (tx: Tx, rows: readonly ResourceRow[]): Promise<void> =>
  updateRows(tx, resources, { key: 'contentId', fields: FIELDS }, rows)
