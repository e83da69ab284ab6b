import { open } from 'node:fs/promises'
import { readZipEntries, type ZipEntry } from './zip-entries.ts'
import { tellTheTruth } from './zip-truth.ts'

export type OfficeReading = { ok: true; mediaType: string } | { ok: false; because: 'bomb' | 'macros' | 'archive' }

/** No document that people write comes near. */
const MOST = { entries: 5000, unpacked: 400 * 1024 * 1024, ratio: 300 }

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const MARKS: readonly [string, string][] = [
  ['word/document.xml', `${OPEN_XML}.wordprocessingml.document`],
  ['xl/workbook.xml', `${OPEN_XML}.spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${OPEN_XML}.presentationml.presentation`],
]

/** Which office document an archive is; nothing of it is kept, and its entries are opened last, to be measured (B6). An OpenDocument says its type in its first entry. */
export async function readOffice(path: string, bytes: number): Promise<OfficeReading> {
  const read = await readZipEntries(path, bytes)
  if (!read.ok) return { ok: false, because: 'archive' }
  const { entries } = read
  if (isBomb(entries, bytes)) return { ok: false, because: 'bomb' }
  if (entries.some(({ name }) => leavesItsFolder(name))) return { ok: false, because: 'archive' }
  const names = new Set(entries.map(({ name }) => name))
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$|^Basic\/(?!script-lc)/i.test(name)))
    return { ok: false, because: 'macros' }
  const openXml = names.has('[Content_Types].xml') ? MARKS.find(([mark]) => names.has(mark))?.[1] : undefined
  const mediaType = openXml ?? (names.has('content.xml') ? await declaredType(path, entries) : undefined)
  if (mediaType === undefined) return { ok: false, because: 'archive' }
  return (await tellTheTruth(path, entries)) ? { ok: true, mediaType } : { ok: false, because: 'bomb' }
}

const leavesItsFolder = (name: string): boolean => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(name)

/** Entries that overlap (one packed text read a thousand times) weigh more packed than the file itself. */
function isBomb(entries: readonly ZipEntry[], bytes: number): boolean {
  const packed = sum(entries, 'packed')
  const unpacked = sum(entries, 'unpacked')
  const isDense = unpacked > 50 * 1024 * 1024 && unpacked > packed * MOST.ratio
  return entries.length > MOST.entries || unpacked > MOST.unpacked || packed > bytes || isDense
}

const sum = (entries: readonly ZipEntry[], field: 'packed' | 'unpacked') =>
  entries.reduce((total, entry) => total + entry[field], 0)

async function declaredType(path: string, entries: readonly ZipEntry[]): Promise<string | undefined> {
  const first = entries.find(({ name, stored, packed }) => name === 'mimetype' && stored && packed < 200)
  if (first === undefined) return undefined
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(30)
    await file.read(head, 0, 30, first.start)
    const begins = first.start + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
    const text = Buffer.alloc(first.packed)
    await file.read(text, 0, first.packed, begins)
    return text.toString('latin1')
  } finally {
    await file.close()
  }
}
