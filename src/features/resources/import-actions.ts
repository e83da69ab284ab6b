import { type ImportedContent, publishContentsIn, rewriteContentsIn } from '#features/contents/bulk-actions.ts'
import {
  newTextReport,
  outcomeOf,
  type TextImportOrder,
  type TextImportReport,
} from '#features/contents/text-import.ts'
import { startOfDay } from '#kernel/time'
import type { Database, Tx } from '#platform/database/database.ts'
import { lockImports } from '#platform/database/source-rows.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { hashOf } from '#platform/keys.ts'
import { openSourceRows } from '#platform/reading/source-rows.ts'
import { type ReadProcedure, readProcedure, SOURCE, SOURCE_DAY } from './import-rules.ts'
import * as importStore from './import-store.ts'
import { searchNameOf } from './store.ts'

class Undo extends Error {}

/**
 * Imports the procedures that service-public.fr names: everything in one transaction, or nothing when it is a dry run or a
 * line is in error. What did not change writes nothing; what a member edited is left alone.
 */
export async function importResources(database: Database, order: TextImportOrder): Promise<TextImportReport> {
  const report = newTextReport(order.path, 'démarches')
  const read = await readAll(order.path, report)
  const undo = new Undo()
  try {
    await database.transaction(async (tx) => {
      await lockImports(tx)
      await saveAllIn(tx, read, { order, report })
      report.outcome = outcomeOf(report, order.dryRun)
      if (report.outcome !== 'done') throw undo
      await dropPages(tx, ['resources', 'resources-pages'])
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return report
}

async function readAll(path: string, report: TextImportReport): Promise<ReadProcedure[]> {
  const all = new Map<string, ReadProcedure>()
  const { rows } = await openSourceRows(path)
  for await (const row of rows) {
    report.lines++
    if ('broken' in row) {
      report.faults.push({ line: row.line, text: row.broken, blocking: true })
      continue
    }
    const read = readProcedure(row.values)
    if ('fault' in read) report.faults.push({ line: row.line, text: read.fault, blocking: true })
    else all.set(read.sourceId, read)
    if ('isLost' in read && read.isLost) {
      const text = `« ${read.title} » n’a pas d’adresse : le lien mène à l’accueil de la source`
      report.faults.push({ line: row.line, text, blocking: false })
    }
  }
  return [...all.values()]
}

type Job = { order: TextImportOrder; report: TextImportReport }

async function saveAllIn(tx: Tx, read: readonly ReadProcedure[], { order, report }: Job): Promise<void> {
  const known = await importStore.knownResources(tx, SOURCE)
  const ready = read.map(readyText)
  const created = ready.filter(({ row }) => !known.has(row.sourceId))
  const changed = ready.flatMap(({ content, row }) => {
    const here = known.get(row.sourceId)
    return here === undefined || here.hash === row.sourceHash
      ? []
      : [{ content, row: { ...row, contentId: here.contentId }, edited: here.edited }]
  })
  const written = changed.filter(({ edited }) => !edited)
  report.added = created.length
  report.changed = written.length
  report.kept = changed.length - written.length
  report.unchanged = ready.length - created.length - changed.length
  const contents = created.map(({ content }) => content)
  const ids = await publishContentsIn(tx, contents, { kind: 'resource', now: order.now })
  const rows = created.map(({ row }, rank) => ({ ...row, contentId: ids[rank] as number }))
  await importStore.insertResources(tx, rows)
  const texts = written.map(({ content, row }) => ({ ...content, id: row.contentId, edited: [] }))
  await rewriteContentsIn(tx, texts, order.now)
  await importStore.updateResources(
    tx,
    written.map(({ row }) => row),
  )
}

function readyText(read: ReadProcedure): { content: ImportedContent; row: Omit<importStore.ResourceRow, 'contentId'> } {
  const { sourceId, title, summary, kind, link } = read
  const publishedAt = startOfDay(SOURCE_DAY)
  const content: ImportedContent = {
    ...{ title, summary, presentation: '', structureId: null, departements: [] },
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
  const sourceHash = hashOf(JSON.stringify([title, summary, kind, link]))
  const origin = { source: SOURCE, sourceId, sourceDate: SOURCE_DAY, sourceUrl: link, licence: 'lov2', sourceHash }
  return { content, row: { kind, link, searchName: searchNameOf({ title, summary }), ...origin } }
}
