import { csvRows } from './csv-rows.ts'
import { jsonRows } from './json-rows.ts'
import type { SourceRow } from './source-row.ts'
import { openSourceText } from './source-text.ts'

/** The records of a JSON or CSV file, gzipped or not: which one is told by its first sign. */
export async function openSourceRows(path: string): Promise<{ encoding: string; rows: AsyncIterable<SourceRow> }> {
  const { encoding, chunks } = await openSourceText(path)
  const iterator = chunks[Symbol.asyncIterator]()
  let start = ''
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    start += next.value
    if (start.trim() !== '') break
  }
  async function* text() {
    try {
      yield start
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  const isJson = /^[\s\uFEFF]*[[{]/.test(start)
  return { encoding, rows: isJson ? jsonRows(text()) : csvRows(text()) }
}

/** The names in the first record of a file: what tells one format from another. Empty when there is none to read. */
export async function firstNames(path: string): Promise<string[]> {
  const { rows } = await openSourceRows(path)
  for await (const row of rows) return 'broken' in row ? [] : Object.keys(row.values)
  return []
}
