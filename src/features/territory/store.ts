import { eq } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Instant } from '#kernel/time'
import { insertRows, updateRows } from '#platform/database/bulk-rows.ts'
import type { Tx } from '#platform/database/database.ts'
import { communes, departements, epcis, regions, territoryFiles } from './tables.ts'

const TABLES = { regions, departements, epcis, communes } as const
export type TerritoryTable = keyof typeof TABLES

/** The version of a file that is loaded; undefined when it never was. */
export async function loadedHash(tx: Tx, name: string): Promise<string | undefined> {
  const [file] = await tx
    .select({ hash: territoryFiles.hash })
    .from(territoryFiles)
    .where(eq(territoryFiles.name, name))
  return file?.hash
}

export async function noteLoaded(tx: Tx, file: { name: string; hash: string; now: Instant }): Promise<void> {
  const { name, hash, now } = file
  await tx
    .insert(territoryFiles)
    .values({ name, hash, loadedAt: now })
    .onConflictDoUpdate({ target: territoryFiles.name, set: { hash, loadedAt: now } })
}

/** Adds the new rows and rewrites the others. None is ever removed: addresses may still name a commune that merged. */
export async function saveTerritory(
  tx: Tx,
  table: TerritoryTable,
  rows: readonly (Record<string, unknown> & { code: string })[],
): Promise<void> {
  const target: PgTable = TABLES[table]
  const here = await tx.select({ code: TABLES[table].code }).from(target)
  const known = new Set(here.map(({ code }) => code))
  const [first] = rows
  if (first === undefined) return
  const fields = Object.keys(first)
  await insertRows(
    tx,
    target,
    fields,
    rows.filter(({ code }) => !known.has(code)),
  )
  await updateRows(
    tx,
    target,
    { key: 'code', fields: fields.filter((field) => field !== 'code') },
    rows.filter(({ code }) => known.has(code)),
  )
}
