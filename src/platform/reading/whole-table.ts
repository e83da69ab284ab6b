import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { openSourceText } from './source-text.ts'

/** A small CSV file of our own, held whole: its text, and its rows by the names of its header. */
export async function readTable(path: string): Promise<{ text: string; rows: Record<string, string>[] }> {
  let text = ''
  for await (const chunk of (await openSourceText(path)).chunks) text += chunk
  return { text, rows: parse(text, { columns: true, bom: true }) }
}

/** A text of our own, held whole. */
export const readText = (path: string): Promise<string> => readFile(path, 'utf8')
