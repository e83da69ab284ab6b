import { and, eq, inArray, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Reader, Tx } from './database.ts'

/** One import at a time: the second waits, then gives up with the database's lock timeout. */
export const lockImports = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('import'))`)

/** A table whose rows come from the files of others: each is known by its number in its source. */
export type SourcedTable = PgTable &
  Record<'contentId' | 'source' | 'sourceId' | 'sourceHash' | 'editedFields', AnyPgColumn>

export type Known = { contentId: number; hash: string | null; edited: readonly string[] }

/** What is already here of a source, by number in that source. */
export async function knownOfSource(
  reader: Reader,
  table: SourcedTable,
  source: string,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  const { sourceId, contentId, sourceHash, editedFields } = table
  const rows = await reader
    .select({ sourceId, contentId, hash: sourceHash, edited: editedFields })
    .from(table as PgTable)
    .where(and(eq(table.source, source), inArray(sourceId, [...ids])))
  return new Map(rows.map(({ sourceId: id, ...known }) => [String(id ?? ''), known as Known]))
}
