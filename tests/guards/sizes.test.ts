import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sizeTable, tooLong } from './size-table.ts'
import { linesOf } from './sources.ts'

const KINDS = { 'code, tests included': '{ts,tsx}', 'style sheets': 'css' }

for (const [kind, extension] of Object.entries(KINDS)) {
  test(`${kind}: half of the files hold in 60 lines, nine in ten in 150, all in 300`, () => {
    const table = sizeTable(new Map(globSync(`src/**/*.${extension}`).map((path) => [path, linesOf(path)])))
    console.table({ [kind]: { ...table, longest: table.longest.join(': ') } })
    expect(table.files).toBeGreaterThan(1)
    expect(tooLong(table)).toEqual([])
  })
}

test('a planted long file, a planted long tenth and a planted long half are each said', () => {
  const files = (...lines: number[]) => new Map(lines.map((count, index) => [`src/${index}.ts`, count]))
  const said = (...lines: number[]) => tooLong(sizeTable(files(...lines)))
  expect(said(10, 60, 150)).toEqual([])
  expect(said(10, 20, 30, 40, 50, 60, 70, 80, 90, 301)).toEqual(['src/9.ts has 301 lines, over 300'])
  expect(said(10, 20, 30, 40, 50, 60, 70, 80, 151, 152)).toEqual(['nine files in ten reach 151 lines, over 150'])
  expect(said(61, 62, 63)).toEqual(['the median file has 62 lines, over 60'])
})
