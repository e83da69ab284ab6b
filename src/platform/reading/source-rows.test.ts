import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvRows, separatorOf } from './csv-rows.ts'
import { jsonRows } from './json-rows.ts'
import type { SourceRow } from './source-row.ts'
import { openSourceRows } from './source-rows.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A text in pieces of that many letters, as a disk gives it. */
async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function all(rows: AsyncIterable<SourceRow>): Promise<SourceRow[]> {
  return Array.fromAsync(rows)
}

test('the objects of a JSON array are read whole, wherever the pieces are cut', async () => {
  const object = fc.dictionary(
    fc.string(),
    fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string())),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(object), fc.integer({ min: 1, max: 40 }), async (objects, size) => {
      const plain = JSON.parse(JSON.stringify(objects)) as unknown[]
      for (const text of [JSON.stringify(objects), objects.map((one) => JSON.stringify(one)).join('\n')]) {
        const rows = await all(jsonRows(pieces(text, size)))
        expect(rows.map((row) => 'values' in row && row.values)).toEqual(plain)
      }
    }),
    { numRuns: 60 },
  )
})

test('JSON lines are counted, a broken object is a broken row, garbage stops the reading', async () => {
  expect(await all(jsonRows(pieces('[\n{"a":1},\n{"a":}\n]', 3)))).toEqual([
    { line: 2, values: { a: 1 } },
    { line: 3, broken: 'ce n’est pas un objet JSON' },
  ])
  await expect(all(jsonRows(pieces('[1, 2]', 3)))).rejects.toThrow('ligne 1')
  await expect(all(jsonRows(pieces('[{"a":1}', 3)))).rejects.toThrow('s’arrête au milieu')
})

test('any cell comes back as it was written, whatever the separator', async () => {
  const cell = fc.string().filter((text) => text.trim() !== '' && !text.includes('\0'))
  const separator = fc.constantFrom(',', ';', '\t')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), separator, async (rows, sign) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
      const text = [`un${sign}deux`, ...rows.map(([a, b]) => `${quoted(a)}${sign}${quoted(b)}`)].join('\n')
      const read = await all(csvRows(pieces(text, 7)))
      expect(read.map((row) => 'values' in row && [row.values.un, row.values.deux])).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test('a CSV row with a cell too many is broken, with its line; the separator is that of the header', async () => {
  expect(separatorOf('"a;b;c",d,e')).toBe(',')
  const rows = await all(csvRows(pieces('a,b\n1,2\n"3\n3",4,5\n6,7\n', 4)))
  expect(rows).toEqual([
    { line: 2, values: { a: '1', b: '2' } },
    { line: 4, broken: '3 cases au lieu de 2' },
    { line: 5, values: { a: '6', b: '7' } },
  ])
})

test('windows-1252 is told from UTF-8, even when the first accent comes late', async () => {
  const path = join(folder, 'late.csv')
  await writeFile(
    path,
    Buffer.concat([Buffer.from(`a;b\n${'x;y\n'.repeat(40_000)}`), Buffer.from([0xe9, 0x3b, 0x80, 0x0a])]),
  )
  const { encoding, rows } = await openSourceRows(path)
  expect(encoding).toBe('windows-1252')
  expect((await all(rows)).at(-1)).toMatchObject({ values: { a: 'é', b: '€' } })
})
