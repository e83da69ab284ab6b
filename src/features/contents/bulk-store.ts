import { inArray } from 'drizzle-orm'
import { insertRows, nextIds, updateRows } from '#platform/database/bulk-rows.ts'
import type { Tx } from '#platform/database/database.ts'
import { contentDepartements, contents } from './tables.ts'

type Row = Record<string, unknown> & { id: number }

export const numbersOfContents = (tx: Tx, count: number): Promise<number[]> => nextIds(tx, contents, count)

export const insertContents = (tx: Tx, fields: readonly string[], rows: readonly Row[]): Promise<void> =>
  insertRows(tx, contents, fields, rows)

export const updateContents = (
  tx: Tx,
  fields: readonly string[],
  rows: readonly (Row & { kept: readonly string[] })[],
): Promise<void> => updateRows(tx, contents, { key: 'id', fields }, rows)

export const insertDepartementsOf = (
  tx: Tx,
  rows: readonly { contentId: number; departement: string }[],
): Promise<void> => insertRows(tx, contentDepartements, ['contentId', 'departement'], rows)

export async function deleteDepartementsOf(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.delete(contentDepartements).where(inArray(contentDepartements.contentId, [...ids]))
}
