import { addresses } from '#addresses'
import { articleFormat, importArticles } from '#features/articles/import-actions.ts'
import { type TextImportOrder, type TextImportReport, textImportText } from '#features/contents/text-import.ts'
import { importResources } from '#features/resources/import-actions.ts'
import { isProcedureFile } from '#features/resources/import-rules.ts'
import type { Database } from '#platform/database/database.ts'
import { firstNames } from '#platform/reading/source-rows.ts'

/** Imports a file of articles, of a glossary or of procedures, and says what it did; undefined when it holds none of them.
 *  Throws the report of a file that was refused. */
export async function importTexts(database: Database, order: TextImportOrder): Promise<string | undefined> {
  const names = await firstNames(order.path)
  const report = await importNamed(database, order, names)
  if (report === undefined) return undefined
  const said = textImportText(report)
  if (report.outcome === 'refused') throw new Error(said)
  return said
}

async function importNamed(
  database: Database,
  order: TextImportOrder,
  names: readonly string[],
): Promise<TextImportReport | undefined> {
  const format = articleFormat(names)
  const articleAddress = (item: string) => addresses.articles.one({ item })
  if (format !== undefined) return importArticles(database, { ...order, articleAddress }, format)
  return isProcedureFile(names) ? importResources(database, order) : undefined
}
