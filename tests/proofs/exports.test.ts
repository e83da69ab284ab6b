import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { registrations } from '#features/registrations/tables.ts'
import { newKey } from '#platform/keys.ts'
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
beforeAll(async () => {
  site = await openSite({ now: NOW })
  csv = await exported()
})
afterAll(() => site.close())

/** The list of an event whose title, and whose people in every field that is text, are formulas. */
async function exported(): Promise<string> {
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
  const answer = await author.browser.get(addresses.mySpace.eventRegistrationsExport({ liste: listId }))
  expect(answer.statusCode).toBe(200)
  return answer.body
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

/** How many formulas LibreOffice makes of a file of values. */
async function formulasIn(text: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'export-'))
  try {
    const path = join(folder, 'liste.csv')
    await writeFile(path, text)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const filter = '--infilter=Text - txt - csv (StarCalc):59,34,76,1'
    const args = [profile, '--headless', filter, '--convert-to', 'fods', '--outdir', folder, path]
    await promisify(execFile)(SOFFICE, args, { timeout: 120_000 })
    const sheet = await readFile(join(folder, 'liste.fods'), 'utf8')
    expect(sheet).toContain('<table:table-cell')
    return sheet.match(/table:formula=/g)?.length ?? 0
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('R20: LibreOffice opens the export and finds no formula in it', async () => {
  const isWhole = rounds(0, 1) === 1
  if (!isWhole || !existsSync(SOFFICE)) {
    proved('R20', 'formulas that LibreOffice finds in the export', 'not tried: LibreOffice is not there', 'goal 0')
    return
  }
  const found = await formulasIn(csv)
  proved('R20', 'formulas that LibreOffice finds in the export', found, 'goal 0')
  expect(found).toBe(0)
  expect(await formulasIn('Nom;Total\r\nZoé;=1+1\r\n')).toBe(1)
})
