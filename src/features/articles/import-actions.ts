import {
  type ImportedContent,
  publishContentsIn,
  reserveNumbersIn,
  rewriteContentsIn,
} from '#features/contents/bulk-actions.ts'
import {
  newTextReport,
  outcomeOf,
  type TextImportOrder,
  type TextImportReport,
} from '#features/contents/text-import.ts'
import { fold } from '#kernel/fold'
import { shownHtml } from '#kernel/rich-text/shown'
import { slugOf } from '#kernel/slug'
import { startOfDay } from '#kernel/time'
import type { Database, Tx } from '#platform/database/database.ts'
import { lockImports } from '#platform/database/source-rows.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { hashOf } from '#platform/keys.ts'
import { openSourceRows } from '#platform/reading/source-rows.ts'
import { sanitize } from '#platform/rich-text/sanitize.ts'
import { withAnchors } from './anchors.ts'
import { knownArticles, presentationOf } from './import-queries.ts'
import {
  GLOSSARY_ID,
  glossaryOf,
  type Links,
  type ReadText,
  readArticleLine,
  readTermLine,
  SOURCE,
  type Term,
  withLinks,
} from './import-rules.ts'
import * as store from './import-store.ts'
import { searchNameOf } from './store.ts'

export type ArticleImport = TextImportOrder & {
  /** The address of an article of this item: what links are written with. */
  articleAddress(item: string): string
}

const FORMATS = { articles: 'fiches de service-public.fr', glossary: 'glossaire' } as const
type Format = keyof typeof FORMATS

/** Whether a file whose records have these names is one of ours. */
export function articleFormat(names: readonly string[]): Format | undefined {
  if (['id', 'titre', 'html', 'date_maj'].every((name) => names.includes(name))) return 'articles'
  return names.length === 2 && names.includes('terme') && names.includes('definition') ? 'glossary' : undefined
}

class Undo extends Error {}

/**
 * Imports sheets of service-public.fr, or their glossary: everything in one transaction, or nothing when it is a dry run or a
 * line is in error. What did not change writes nothing; what a member edited is left alone.
 */
export async function importArticles(
  database: Database,
  order: ArticleImport,
  format: Format,
): Promise<TextImportReport> {
  const report = newTextReport(order.path, FORMATS[format])
  const texts = await readTexts(order.path, format, report)
  const undo = new Undo()
  try {
    await database.transaction(async (tx) => {
      await lockImports(tx)
      await saveTextsIn(tx, texts, { order, report })
      report.outcome = outcomeOf(report, order.dryRun)
      if (report.outcome !== 'done') throw undo
      await dropPages(tx, ['articles', 'articles-pages'])
    })
  } catch (error) {
    if (error !== undo) throw error
  }
  return report
}

async function readTexts(path: string, format: Format, report: TextImportReport): Promise<ReadText[]> {
  const texts: ReadText[] = []
  const words: Term[] = []
  const { rows } = await openSourceRows(path)
  for await (const row of rows) {
    report.lines++
    if ('broken' in row) {
      report.faults.push({ line: row.line, text: row.broken, blocking: true })
      continue
    }
    const read = format === 'articles' ? readArticleLine(row.values) : readTermLine(row.values)
    if ('fault' in read) report.faults.push({ line: row.line, text: read.fault, blocking: true })
    else if ('word' in read) words.push(read)
    else texts.push(read)
  }
  return format === 'articles' ? texts : [glossaryOf(words)]
}

type Job = { order: ArticleImport; report: TextImportReport }
type Numbered = ReadText & { contentId: number }

async function saveTextsIn(tx: Tx, read: readonly ReadText[], { order, report }: Job): Promise<void> {
  const known = await knownArticles(tx, SOURCE)
  const texts = [...new Map(read.map((one) => [one.sourceId, one])).values()]
  const added = texts.filter(({ sourceId }) => !known.has(sourceId))
  const ids = await reserveNumbersIn(tx, added.length)
  const numbers = new Map(added.map(({ sourceId }, rank) => [sourceId, ids[rank] as number]))
  const numbered: Numbered[] = texts.map((one) => ({
    ...one,
    contentId: numbers.get(one.sourceId) ?? known.get(one.sourceId)?.contentId ?? 0,
  }))
  const links = await linksOf(tx, numbered, order)
  const ready = numbered.map((one) => readyText(one, links))
  const present = ready.filter(({ row }) => known.has(row.sourceId))
  const changed = present.filter(({ row }) => known.get(row.sourceId)?.hash !== row.sourceHash)
  const written = changed.filter(({ row }) => known.get(row.sourceId)?.edited === false)
  const created = ready.filter(({ row }) => !known.has(row.sourceId))
  report.added = created.length
  report.changed = written.length
  report.kept = changed.length - written.length
  report.unchanged = present.length - changed.length
  const { now } = order
  await publishContentsIn(
    tx,
    created.map(({ content }) => content),
    { kind: 'article', now, ids: created.map(({ row }) => row.contentId) },
  )
  await store.insertArticles(
    tx,
    created.map(({ row }) => row),
  )
  await rewriteContentsIn(
    tx,
    written.map(({ content, row }) => ({ ...content, id: row.contentId, edited: [] })),
    now,
  )
  await store.updateArticles(
    tx,
    written.map(({ row }) => row),
  )
}

type Named = { sourceId: string; contentId: number; title: string; slug: string }

/** Where links lead: to the sheets of this file, and to those that are here already. */
async function linksOf(tx: Tx, texts: readonly Numbered[], order: ArticleImport): Promise<Links> {
  const here = new Map<string, Named>(await knownArticles(tx, SOURCE))
  for (const { sourceId, contentId, title } of texts)
    here.set(sourceId, { sourceId, contentId, title, slug: slugOf(title) })
  const articleOf = (sourceId: string) => {
    const found = here.get(sourceId)
    return found && { title: found.title, href: order.articleAddress(`${found.slug}-${found.contentId}`) }
  }
  const glossary = articleOf(GLOSSARY_ID)?.href
  const terms = termsIn((await presentationOf(tx, here.get(GLOSSARY_ID)?.contentId)) ?? '')
  return {
    articleOf,
    termOf: (word) => (glossary && terms.has(fold(word)) ? `${glossary}#${terms.get(fold(word))}` : undefined),
    elsewhere: (sourceId) => `https://www.service-public.fr/professionnels-entreprises/vosdroits/${sourceId}`,
  }
}

/** The anchor of each word of a glossary that is here. */
const termsIn = (presentation: string): ReadonlyMap<string, string> =>
  new Map(withAnchors(shownHtml(presentation)).anchors.map(({ id, title }) => [fold(title), id]))

/** A text with its links, cleaned as any text that a person sends, and what tells it from the one read last time. */
function readyText(text: Numbered, links: Links): { content: ImportedContent; row: store.ArticleRow } {
  const { contentId, sourceId, sourceDate, sourceUrl, title, summary, subtitle } = text
  const presentation = sanitize(withLinks(text.html, links)).html
  const sourceHash = hashOf(JSON.stringify([title, summary, subtitle, sourceDate, sourceUrl, presentation]))
  const publishedAt = startOfDay(sourceDate)
  const content: ImportedContent = {
    ...{ title, summary, presentation, presentationFormat: 'html', structureId: null, departements: [] },
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
  const searchName = searchNameOf({ title, subtitle, summary })
  const origin = { source: SOURCE, sourceId, sourceDate, sourceUrl, licence: 'lov2', sourceHash }
  return { content, row: { contentId, subtitle, searchName, ...origin } }
}
