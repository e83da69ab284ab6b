import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readZipEntries } from '#platform/files/zip-entries.ts'
import { tellTheTruth } from '#platform/files/zip-truth.ts'
import { type SheetCell, workbookOf } from './workbook.ts'

async function* batches(...all: SheetCell[][][]) {
  for (const batch of all) yield batch
}

const COLUMNS = [
  { title: 'Nom', width: 20 },
  { title: 'Inscrit le', width: 16 },
]

/** The archive as our own reading of archives finds it, and the text of its sheet. */
async function opened(
  rows: AsyncGenerator<SheetCell[][]>,
  name = 'Inscrits',
): Promise<{ true: boolean; sheet: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'workbook-'))
  try {
    const path = join(folder, 'liste.xlsx')
    const bytes = await buffer(Readable.from(workbookOf({ name, columns: COLUMNS, rows })))
    await writeFile(path, bytes)
    const reading = await readZipEntries(path, bytes.length)
    if (!reading.ok) throw new Error('not a plain archive')
    const { start, packed, name: last } = reading.entries.at(-1) ?? { start: 0, packed: 0, name: '' }
    expect(last).toBe('xl/worksheets/sheet1.xml')
    const begins = start + 30 + bytes.readUInt16LE(start + 26)
    const sheet = inflateRawSync((await readFile(path)).subarray(begins, begins + packed)).toString()
    return { true: await tellTheTruth(path, reading.entries), sheet }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const cellsOf = (sheet: string): string[] => [...sheet.matchAll(/<c\b.*?(?:\/>|<\/c>)/gs)].map(([cell]) => cell)

test('REG-7: a .xlsx file is a plain archive that says the truth of itself, in as many batches as come', async () => {
  const { true: isTrue, sheet } = await opened(
    batches(
      [['Zoé', 1]],
      [
        ['Ada', 2],
        ['Léa', 3],
      ],
    ),
  )
  expect(isTrue).toBe(true)
  expect(sheet.match(/<row>/g)).toHaveLength(4)
})

test('R20: a text is a text whatever it begins with, and no cell is a formula', async () => {
  const { sheet } = await opened(
    batches([
      ['=1+1', undefined],
      ['<f>1+1</f>', ''],
    ]),
  )
  expect(sheet).not.toMatch(/<f\b/)
  expect(cellsOf(sheet)[2]).toContain('t="inlineStr"><is><t>=1+1</t>')
  expect(sheet).toContain('&lt;f&gt;1+1&lt;/f&gt;')
})

test('REG-7: a moment is a date by the clock of Paris, in winter and in summer', async () => {
  const moments = ['2026-11-24T13:30:00Z', '2026-07-01T12:30:00Z'].map((at) => Temporal.Instant.from(at))
  const { sheet } = await opened(batches(moments.map((moment) => ['Zoé', moment])))
  const values = [...sheet.matchAll(/<v>([\d.]+)<\/v>/g)].map(([, value]) => Number(value))
  expect(values.map((value) => Math.round((value % 1) * 1440))).toEqual([14 * 60 + 30, 14 * 60 + 30])
  expect(values.map(Math.floor)).toEqual([46350, 46204])
})

test('REG-7: what XML cannot hold is dropped, what a spreadsheet would read otherwise is kept as it was typed', async () => {
  const { sheet } = await opened(batches([['a\0b\u0007c\uD800', '_x0041_']]), "L'été [1] : a/b")
  expect(cellsOf(sheet)[2]).toContain('>abc\uFFFD<')
  expect(cellsOf(sheet)[3]).toContain('>_x005F_x0041_<')
})

test('REG-7: what fails under way ends the file, and who leaves ends the reading', async () => {
  async function* failing(): AsyncGenerator<SheetCell[][]> {
    yield [['Zoé']]
    throw new Error('the database went away')
  }
  await expect(opened(failing())).rejects.toThrow('the database went away')
  let left = false
  async function* endless(): AsyncGenerator<SheetCell[][]> {
    try {
      for (;;) yield Array.from({ length: 1000 }, (_, place) => [`Zoé ${Math.sin(place)}`, place])
    } finally {
      left = true
    }
  }
  const body = Readable.from(workbookOf({ name: 'Inscrits', columns: COLUMNS, rows: endless() }))
  let heard = 0
  for await (const bytes of body as AsyncIterable<Buffer>) {
    heard += bytes.length
    if (heard > 100_000) break
  }
  await expect.poll(() => left).toBe(true)
})
