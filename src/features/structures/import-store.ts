import { insertRows, updateRows } from '#platform/database/bulk-rows.ts'
import type { Reader, Tx } from '#platform/database/database.ts'
import { knownOfSource } from '#platform/database/source-rows.ts'
import type { StructureSheet } from './import-rules.ts'
import { structures } from './tables.ts'

/** What is already here of a source, by number in that source. */
export const knownStructures = (reader: Reader, source: string, ids: readonly string[]) =>
  knownOfSource(reader, structures, source, ids)

const FIELDS = [
  'acronym',
  'siret',
  'networks',
  'kinds',
  'audiences',
  'phone',
  'email',
  'website',
  'openingHours',
  'accessibilityUrl',
  'street',
  'addressNote',
  'postalCode',
  'city',
  'communeCode',
  'departementCode',
  'latitude',
  'longitude',
  'phoneKey',
  'addressKey',
  'searchName',
  'source',
  'sourceId',
  'sourceDate',
  'sourceUrl',
  'licence',
  'sourceHash',
] as const satisfies readonly (keyof StructureSheet | 'sourceHash')[]

/** What goes with a field that members edited: a changed phone keeps its key. */
const TIED: Record<string, readonly string[]> = {
  title: ['searchName'],
  acronym: ['searchName'],
  phone: ['phoneKey'],
  street: ['addressKey', 'latitude', 'longitude'],
  city: ['communeCode', 'departementCode', 'postalCode', 'addressKey', 'latitude', 'longitude'],
}

export type StructureRow = StructureSheet & { contentId: number; sourceHash: string; demo: boolean }

export const insertStructures = (tx: Tx, rows: readonly StructureRow[]): Promise<void> =>
  insertRows(
    tx,
    structures,
    ['contentId', 'demo', ...FIELDS, 'editedFields'],
    rows.map((row) => ({ ...row, editedFields: [] })),
  )

/** Writes sheets anew, but for the fields that their members edited. */
export const updateStructures = (
  tx: Tx,
  rows: readonly (StructureRow & { edited: readonly string[] })[],
): Promise<void> =>
  updateRows(
    tx,
    structures,
    { key: 'contentId', fields: FIELDS },
    rows.map((row) => ({ ...row, kept: row.edited.flatMap((field) => [field, ...(TIED[field] ?? [])]) })),
  )
