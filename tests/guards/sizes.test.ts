import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sizeTable, tooLong, tooLongAlone } from './size-table.ts'
import { linesOf } from './sources.ts'

function tableOf(pattern: string) {
  const table = sizeTable(new Map(globSync(pattern).map((path) => [path, linesOf(path)])))
  console.table({ [pattern]: { ...table, longest: table.longest.join(': ') } })
  expect(table.files).toBeGreaterThan(5)
  return table
}

test('half of the files of code, tests included, hold in 60 lines, nine in ten in 150, all in 300', () => {
  expect(tooLong(tableOf('src/**/*.{ts,tsx}'))).toEqual([])
})

test('no style sheet is over 300 lines', () => {
  expect(tooLongAlone(tableOf('src/**/*.css').longest)).toEqual([])
})

test('a planted long file, a planted long tenth and a planted long half are each said', () => {
  const files = (...lines: number[]) => new Map(lines.map((count, index) => [`src/${index}.ts`, count]))
  const said = (...lines: number[]) => tooLong(sizeTable(files(...lines)))
  expect(said(10, 60, 150)).toEqual([])
  expect(said(10, 20, 30, 40, 50, 60, 70, 80, 90, 301)).toEqual(['src/9.ts has 301 lines, over 300'])
  expect(said(10, 20, 30, 40, 50, 60, 70, 80, 151, 152)).toEqual(['nine files in ten reach 151 lines, over 150'])
  expect(said(61, 62, 63)).toEqual(['the median file has 62 lines, over 60'])
})
