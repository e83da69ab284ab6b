import { type Instant, inParis } from '#kernel/time'
import { CONTENT_TYPES, RELATIONS, SHEET_RELATIONS, STYLE, STYLES, workbookXml } from './workbook-parts.ts'
import { type ZipPart, zipOf } from './zip-pieces.ts'

/** A text, a number, a moment (the clock of Paris), or nothing. */
export type SheetCell = string | number | Instant | undefined

/** One sheet: `width` is in characters; `rows` come batch by batch. */
export type Sheet = {
  name: string
  columns: readonly { title: string; width: number }[]
  rows: AsyncIterable<readonly (readonly SheetCell[])[]>
}

/** What Excel takes in one cell. */
const LONGEST_TEXT = 32_767

/**
 * A .xlsx file of one sheet, made as it is sent (REG-7): a text is a text whatever it begins with, since no cell of it is a
 * formula (R20); a moment is a real date.
 */
export function workbookOf(sheet: Sheet): AsyncGenerator<Buffer> {
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', pieces: [CONTENT_TYPES] },
    { name: '_rels/.rels', pieces: [RELATIONS] },
    { name: 'xl/workbook.xml', pieces: [workbookXml(sheetName(sheet.name))] },
    { name: 'xl/_rels/workbook.xml.rels', pieces: [SHEET_RELATIONS] },
    { name: 'xl/styles.xml', pieces: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', pieces: sheetXml(sheet) },
  ]
  return zipOf(parts)
}

async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(({ width }, place) => {
    return `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`
  })
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row>${columns.map(({ title }) => textCell(title, STYLE.heading)).join('')}</row>`
  for await (const batch of rows) yield batch.map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('')
  yield '</sheetData></worksheet>'
}

function cellXml(cell: SheetCell): string {
  if (cell === undefined || cell === '') return '<c/>'
  if (typeof cell === 'string') return textCell(cell, STYLE.text)
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c s="${STYLE.moment}"><v>${serialOf(cell)}</v></c>`
}

const textCell = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</t></is></c>`

const DAY = 24 * 60 * 60_000
/** The first of January 1970, in days since the 30th of December 1899. */
const EPOCH = 25_569

/** The day and its part, by the clock of Paris, to the minute. */
function serialOf(instant: Instant): number {
  const local = instant.epochMilliseconds + inParis(instant).offsetNanoseconds / 1_000_000
  return EPOCH + Math.floor(local / 60_000) / (DAY / 60_000)
}

/** Most texts: nothing to drop, nothing to write otherwise. */
const PLAIN = /^[^\p{Cc}&<>_\p{Cs}\uFFFE\uFFFF]*$/u

/** What XML cannot hold is dropped; `_x0041_` would be read as « A », so its first sign is itself written so. */
function xmlText(text: string): string {
  if (text.length < LONGEST_TEXT && PLAIN.test(text)) return text
  return text
    .slice(0, LONGEST_TEXT)
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
    .replace(/\r\n?/g, '\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** 31 signs at most, and none of those that a sheet’s name refuses. */
const sheetName = (name: string): string => xmlText(name.replace(/[[\]:*?/\\'"]/g, ' ').slice(0, 31)) || 'Liste'
