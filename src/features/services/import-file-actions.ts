import { saveStructuresIn } from '#features/structures/import-actions.ts'
import { type Read, readStructure, type StructureSheet } from '#features/structures/import-rules.ts'
import { structureFormat } from '#features/structures/import-rules-of-formats.ts'
import { findDoubles } from '#features/structures/source-queries.ts'
import type { PlaceBook } from '#features/territory/place-rules.ts'
import { allPlaces } from '#features/territory/queries.ts'
import type { Instant } from '#kernel/time'
import type { Database, Tx } from '#platform/database/database.ts'
import { lockImports } from '#platform/database/source-rows.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { UnreadableFile } from '#platform/reading/source-row.ts'
import { openSourceRows } from '#platform/reading/source-rows.ts'
import { saveServicesIn } from './import-actions.ts'
import { isServiceFile, readService, type ServiceSheet } from './import-rules.ts'
import { analyzeSheets } from './import-store.ts'
import { type ImportReport, mayBeKept, newReport, noteFault } from './report-rules.ts'

export type ImportOrder = {
  path: string
  now: Instant
  /** Of lines that do not say it. */
  source?: string
  licence?: 'lov2' | 'odbl'
  /** `2022-12-01`: when the source was published, for lines that do not say it. */
  date?: string
  dryRun?: boolean
  skipErrors?: boolean
  demo?: boolean
}

const BATCH = 1000
const FIRST_BATCH = 100
const MOST_DOUBLES = 200

class Undo extends Error {}

type Sheet = StructureSheet | ServiceSheet

/** A file being read: what its lines are, and what became of them. */
type Reading = {
  order: ImportOrder
  report: ImportReport
  read: (values: Record<string, unknown>) => Read<Sheet>
  /** The line that each sheet of the file stands on, to see a number given twice. */
  lines: Map<string, number>
  sources: Set<string>
}

/**
 * Imports a file of structures or services (STR-1): everything in one transaction, or nothing when it is a dry run, when
 * a line is in error, or when the process dies half way. The file is streamed: memory does not grow with it.
 */
export async function importFile(database: Database, order: ImportOrder): Promise<ImportReport> {
  const report = newReport(order.path.replace(/^.*[/\\]/, ''))
  const undo = new Undo()
  try {
    await database.transaction(async (tx) => {
      await lockImports(tx)
      await readFile(tx, { report, order })
      report.outcome = mayBeKept(report, { skipErrors: order.skipErrors === true, dryRun: order.dryRun === true })
      if (report.outcome !== 'done') throw undo
      await dropPages(tx, ['structures', 'services', 'sheets'])
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  if (report.outcome === 'done' && report.added + report.changed > BATCH) await analyzeSheets(database)
  return report
}

async function readFile(tx: Tx, { report, order }: Omit<Job, 'source'>): Promise<void> {
  try {
    const source = await openSourceRows(order.path)
    report.encoding = source.encoding
    await readAll(tx, { source, report, order })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    report.unreadable = error.message
  }
}

type Job = { source: Awaited<ReturnType<typeof openSourceRows>>; report: ImportReport; order: ImportOrder }

async function readAll(tx: Tx, { source, report, order }: Job): Promise<void> {
  const places = await allPlaces(tx)
  let reading: Reading | undefined
  let batch: Sheet[] = []
  for await (const row of source.rows) {
    report.lines++
    if ('broken' in row) {
      noteFault(report, { line: row.line, field: 'ligne', text: row.broken, blocking: true })
      continue
    }
    reading ??= startReading(Object.keys(row.values), { order, report, places })
    const sheet = readLine(reading, row)
    if (sheet !== undefined) batch.push(sheet)
    const isFirst = report.added === 0
    if (batch.length < (isFirst ? FIRST_BATCH : BATCH)) continue
    await saveBatch(tx, reading, batch)
    // Tables that were last looked at when empty would be read whole for each row to come.
    if (isFirst && report.added > 0) await analyzeSheets(tx)
    batch = []
  }
  if (reading === undefined) throw new UnreadableFile('le fichier ne contient aucune fiche')
  await saveBatch(tx, reading, batch)
  if (report.kind === 'structures') report.doubles = await findDoubles(tx, [...reading.sources], MOST_DOUBLES)
}

/** What the first record's names tell: services or structures, and whose file it is. */
function startReading(names: string[], job: Omit<Job, 'source'> & { places: PlaceBook }): Reading {
  const { order, report, places } = job
  const format = structureFormat(names)
  const services = isServiceFile(names)
  if (format === undefined) {
    throw new UnreadableFile(
      `colonnes inconnues (${names.slice(0, 8).join(', ')}…) : il faut au moins « id » et « nom »`,
    )
  }
  const origin = {
    source: order.source ?? format.source,
    licence: order.licence ?? format.licence,
    date: order.date ?? null,
    places,
  }
  report.format = format.name
  report.kind = services ? 'services' : 'structures'
  const read = services
    ? (values: Record<string, unknown>) => readService(values, origin)
    : (values: Record<string, unknown>) => readStructure(format.read(values), origin)
  return { order, report, read, lines: new Map(), sources: new Set() }
}

function readLine(reading: Reading, row: { line: number; values: Record<string, unknown> }): Sheet | undefined {
  const { report, lines } = reading
  const { sheet, faults } = reading.read(row.values)
  for (const fault of faults) noteFault(report, { line: row.line, ...fault })
  if (sheet === undefined) return undefined
  const key = `${sheet.source}\n${sheet.sourceId}`
  const before = lines.get(key)
  if (before !== undefined) {
    const text = `la fiche « ${sheet.sourceId} » est déjà à la ligne ${before}`
    noteFault(report, { line: row.line, field: 'id', text, blocking: true })
    return undefined
  }
  lines.set(key, row.line)
  reading.sources.add(sheet.source)
  return sheet
}

async function saveBatch(tx: Tx, { order, report, lines }: Reading, batch: readonly Sheet[]): Promise<void> {
  for (const [source, sheets] of Map.groupBy(batch, (sheet) => sheet.source)) {
    const options = { source, demo: order.demo === true, now: order.now }
    if (report.kind === 'structures') {
      addUp(report, await saveStructuresIn(tx, sheets as StructureSheet[], options))
      continue
    }
    const { written, orphans } = await saveServicesIn(tx, sheets as ServiceSheet[], options)
    addUp(report, written)
    report.orphans += orphans.length
    for (const orphan of orphans) {
      const line = lines.get(`${orphan.source}\n${orphan.sourceId}`) ?? 0
      const text = `la structure « ${orphan.structureSourceId} » n’est pas ici : service laissé de côté`
      noteFault(report, { line, field: 'structure_id', text, blocking: false })
    }
  }
}

function addUp(report: ImportReport, written: Pick<ImportReport, 'added' | 'changed' | 'unchanged' | 'kept'>): void {
  report.added += written.added
  report.changed += written.changed
  report.unchanged += written.unchanged
  report.kept += written.kept
}
