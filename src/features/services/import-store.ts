import { sql } from 'drizzle-orm'
import { insertRows, updateRows } from '#platform/database/bulk-rows.ts'
import type { Reader, Tx } from '#platform/database/database.ts'
import { knownOfSource } from '#platform/database/source-rows.ts'
import type { ServiceSheet } from './import-rules.ts'
import { services } from './tables.ts'

/** After many rows at once, those of this very transaction included, the planner must not wait for the nightly statistics. */
export const analyzeSheets = (database: Reader) =>
  database.execute(
    sql`analyze contents, content_departements, content_sectors, structures, services, event_dates, search_entries`,
  )

/** What is already here of a source, by number in that source. */
export const knownServices = (reader: Reader, source: string, ids: readonly string[]) =>
  knownOfSource(reader, services, source, ids)

const FIELDS = [
  'structureId',
  'kinds',
  'thematiques',
  'stages',
  'audiences',
  'audienceNote',
  'conditions',
  'cost',
  'costNote',
  'modes',
  'zone',
  'hoursPerWeek',
  'weeks',
  'mobilisationModes',
  'mobilisationBy',
  'mobilisationNote',
  'mobilisationUrl',
  'phone',
  'email',
  'openingHours',
  'street',
  'addressNote',
  'postalCode',
  'city',
  'communeCode',
  'departementCode',
  'latitude',
  'longitude',
  'searchName',
  'source',
  'sourceId',
  'sourceDate',
  'sourceUrl',
  'licence',
  'sourceHash',
] as const satisfies readonly (keyof ServiceRow)[]

/** What goes with a field that members edited. */
const TIED: Record<string, readonly string[]> = {
  title: ['searchName'],
  street: ['latitude', 'longitude'],
  city: ['communeCode', 'departementCode', 'postalCode', 'latitude', 'longitude'],
}

export type ServiceRow = ServiceSheet & { contentId: number; structureId: number; sourceHash: string; demo: boolean }

export const insertServices = (tx: Tx, rows: readonly ServiceRow[]): Promise<void> =>
  insertRows(
    tx,
    services,
    ['contentId', 'demo', 'rank', 'editedFields', ...FIELDS],
    rows.map((row) => ({ ...row, rank: 0, editedFields: [] })),
  )

/** Writes sheets anew, but for the fields that their members edited. */
export const updateServices = (tx: Tx, rows: readonly (ServiceRow & { edited: readonly string[] })[]): Promise<void> =>
  updateRows(
    tx,
    services,
    { key: 'contentId', fields: FIELDS },
    rows.map((row) => ({ ...row, kept: row.edited.flatMap((field) => [field, ...(TIED[field] ?? [])]) })),
  )
