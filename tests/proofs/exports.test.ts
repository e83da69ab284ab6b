import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { registrations } from '#features/registrations/tables.ts'
import { newKey } from '#platform/keys.ts'
import { CONTENT_TYPES, RELATIONS, SHEET_RELATIONS, STYLES, workbookXml } from '#platform/spreadsheet/workbook-parts.ts'
import { zipOf } from '#platform/spreadsheet/zip-pieces.ts'
import { make, NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'

const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1;1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '=HYPERLINK("http://evil.test";"Cliquez")',
  `=cmd|' /C calc'!A0`,
  '"=1+1"',
  '；=1+1',
  '＝1+1',
  '＠SUM(1;1)',
  'D’Ürüm–Zoé ; N’Guessan "la vraie"',
  'deux\nlignes',
]

let site: TestSite
let csv: string
let workbook: Buffer
beforeAll(async () => {
  site = await openSite({ now: NOW })
  const exports = await exported()
  csv = exports.csv
  workbook = exports.workbook
})
afterAll(() => site.close())

/** The list of an event whose title, and whose people in every field that is text, are formulas. */
async function exported(): Promise<{ csv: string; workbook: Buffer }> {
  const author = await make.signedIn(site, { role: 'professional' })
  const event = await make.event(site.database, { title: '=1+1', authorId: author.id, dates: [{ places: null }] })
  const listId = event.dates[0]?.listId ?? 0
  const now = site.parts.clock.now()
  await site.database.insert(registrations).values(
    FORMULAS.map((text) => ({
      ...{ key: newKey(), receipt: newKey(), listId, state: 'confirmed' as const, verifiedAt: now, createdAt: now },
      ...{ name: text, email: text, emailKey: text, phone: text },
    })),
  )
  const { eventRegistrationsExport, eventRegistrationsWorkbook } = addresses.mySpace
  const answer = await author.browser.get(eventRegistrationsExport({ liste: listId }))
  const sheet = await author.browser.get(eventRegistrationsWorkbook({ liste: listId }))
  expect([answer.statusCode, sheet.statusCode]).toEqual([200, 200])
  return { csv: answer.body, workbook: sheet.rawPayload }
}

const rowsOf = (text: string): string[][] => parse(text, { delimiter: ';', bom: true, relaxColumnCount: true })

test('R20: no cell of the export begins as a formula, and each is still what was typed', () => {
  const [headings = [], ...rows] = rowsOf(csv)
  expect(rows).toHaveLength(FORMULAS.length)
  expect(rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([])
  for (const column of ['Nom', 'Adresse e-mail', 'Évènement']) {
    const place = headings.indexOf(column)
    const typed = column === 'Évènement' ? FORMULAS.map(() => '=1+1') : FORMULAS
    const shown = rows.map((row) => row[place]?.replace(/^'/, ''))
    expect(shown.map((text) => text?.trim())).toEqual(typed.map((text) => text.trim()))
  }
  proved('R20', 'cells of the export that begin as a formula', `0 of ${rows.flat().length}`, 'goal 0')
})

const SOFFICE = '/usr/bin/soffice'

/** A file as LibreOffice reads it: flat XML, where each cell says what it is. */
async function opened(file: string | Buffer, name: string, filter: string[] = []): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'export-'))
  try {
    const path = join(folder, name)
    await writeFile(path, file)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const args = [profile, '--headless', ...filter, '--convert-to', 'fods', '--outdir', folder, path]
    await promisify(execFile)(SOFFICE, args, { timeout: 120_000 })
    const sheet = await readFile(join(folder, 'liste.fods'), 'utf8')
    expect(sheet).toContain('<table:table-cell')
    return sheet
  } finally {
    await rm(folder, { recursive: true })
  }
}

const openedCsv = (text: string) => opened(text, 'liste.csv', ['--infilter=Text - txt - csv (StarCalc):59,34,76,1'])
const openedWorkbook = (bytes: Buffer) => opened(bytes, 'liste.xlsx')

const formulasIn = (sheet: string): number => sheet.match(/table:formula=/g)?.length ?? 0
const mayOpen = rounds(0, 1) === 1 && existsSync(SOFFICE)

test('R20: LibreOffice opens the CSV export and finds no formula in it', async () => {
  if (!mayOpen) {
    proved('R20', 'formulas that LibreOffice finds in the CSV', 'not tried: LibreOffice is not there', 'goal 0')
    return
  }
  const found = formulasIn(await openedCsv(csv))
  proved('R20', 'formulas that LibreOffice finds in the CSV', found, 'goal 0')
  expect(found).toBe(0)
  expect(formulasIn(await openedCsv('Nom;Total\r\nZoé;=1+1\r\n'))).toBe(1)
})

test('R20: LibreOffice opens the .xlsx export: every text is a text, every moment a date, nothing a formula', async () => {
  if (!mayOpen) {
    proved('R20', 'formulas that LibreOffice finds in the .xlsx', 'not tried: LibreOffice is not there', 'goal 0')
    return
  }
  const sheet = await openedWorkbook(workbook)
  const found = formulasIn(sheet)
  proved('R20', 'formulas that LibreOffice finds in the .xlsx', found, 'goal 0')
  expect(found).toBe(0)
  expect(sheet.match(/office:date-value="2026-11-24T10:00:00"/g)).toHaveLength(FORMULAS.length)
  for (const text of ['=1+1', '+1+1', '@SUM(1;1)', '＝1+1', 'D’Ürüm–Zoé ; N’Guessan "la vraie"'])
    expect(sheet).toContain(`<text:p>${text.replaceAll('"', '&quot;')}</text:p>`)
  expect(formulasIn(await openedWorkbook(await withFormula()))).toBe(1)
})

/** The same file, had a formula been written: so that the proof above can fail. */
function withFormula(): Promise<Buffer> {
  const cells = '<row><c><f>1+1</f></c></row>'
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`
  const parts = [
    { name: '[Content_Types].xml', pieces: [CONTENT_TYPES] },
    { name: '_rels/.rels', pieces: [RELATIONS] },
    { name: 'xl/workbook.xml', pieces: [workbookXml('Liste')] },
    { name: 'xl/_rels/workbook.xml.rels', pieces: [SHEET_RELATIONS] },
    { name: 'xl/styles.xml', pieces: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', pieces: [sheet] },
  ]
  return buffer(Readable.from(zipOf(parts)))
}
