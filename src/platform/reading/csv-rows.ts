import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type SourceRow, UnreadableFile } from './source-row.ts'

const LONGEST_RECORD = 200_000
const OUTER_QUOTED = /"[^"]*"/g

/** The sign between cells: the commonest of `;` `,` and tab in the header, outside quotes. */
export function separatorOf(header: string): string {
  const bare = header.replace(OUTER_QUOTED, '')
  const count = (sign: string) => bare.split(sign).length
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

type Parsed = { record: string[]; info: { lines: number } }

/**
 * The rows of a CSV file by the names of its header, as they come. A row with too many or too few cells is broken; a quote
 * that never closes throws `UnreadableFile`.
 */
export async function* csvRows(chunks: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  const { header, text } = await withHeader(chunks)
  const parser = Readable.from(text).pipe(
    parse({
      delimiter: separatorOf(header),
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      bom: true,
      max_record_size: LONGEST_RECORD,
    }),
  )
  let names: string[] | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (names === undefined) names = record.map((name) => name.trim().toLowerCase())
      else if (record.some((cell) => cell !== '')) yield rowOf(names, record, info.lines)
    }
  } catch (error) {
    if (error instanceof CsvError)
      throw new UnreadableFile(`ligne ${error.lines ?? '?'} : guillemets ouverts et jamais fermés`)
    throw error
  }
}

function rowOf(names: readonly string[], cells: readonly string[], line: number): SourceRow {
  const extra = cells.slice(names.length).some((cell) => cell !== '')
  if (extra || cells.length < names.length - 1) {
    return { line, broken: `${cells.length} cases au lieu de ${names.length}` }
  }
  return { line, values: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) }
}

async function withHeader(chunks: AsyncIterable<string>): Promise<{ header: string; text: AsyncIterable<string> }> {
  const rest = chunks[Symbol.asyncIterator]()
  let start = ''
  while (!start.includes('\n')) {
    const next = await rest.next()
    if (next.done) break
    start += next.value
  }
  async function* text() {
    yield start
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  }
  return { header: start.split('\n', 1)[0] ?? '', text: text() }
}
