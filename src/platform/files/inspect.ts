import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { readOffice } from './office.ts'
import { type Signature, signatureOf } from './signatures.ts'

export type Unfit =
  | Extract<Signature, { kind: 'refused' }>['what']
  | 'bomb'
  | 'macros'
  | 'archive'
  | 'too-many-pages'
  | 'unknown'
  | 'empty'

export type Inspection = { ok: true; mediaType: string } | { ok: false; because: Unfit }

const MOST_PAGES = 3000

/** What a file is, from its bytes alone. Nothing is unpacked, run or decoded. */
export async function inspectFile(path: string, bytes: number): Promise<Inspection> {
  if (bytes === 0) return { ok: false, because: 'empty' }
  const signature = signatureOf(await headOf(path))
  if (signature.kind === 'refused') return { ok: false, because: signature.what }
  if (signature.kind === 'zip') return readOffice(path, bytes)
  if (signature.kind === 'unknown') return (await isText(path)) ? plainText : { ok: false, because: 'unknown' }
  if (signature.mediaType === 'application/pdf' && (await hasTooManyPages(path))) {
    return { ok: false, because: 'too-many-pages' }
  }
  return { ok: true, mediaType: signature.mediaType }
}

const plainText: Inspection = { ok: true, mediaType: 'text/plain' }

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(4096)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** A text in any encoding of one byte, or UTF-8: no control character but those of lines and tabulations. */
async function isText(path: string): Promise<boolean> {
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    for (const byte of piece) {
      if ((byte < 32 && (byte < 9 || byte > 13) && byte !== 27) || byte === 127) return false
    }
  }
  return true
}

/** The count that the document declares, or its pages one by one where they are not packed. */
async function hasTooManyPages(path: string): Promise<boolean> {
  let pages = 0
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    const text = piece.toString('latin1')
    pages += text.match(/\/Type\s{0,4}\/Page\b/g)?.length ?? 0
    for (const [, count] of text.matchAll(/\/Count\s{1,4}(\d{1,9})/g)) pages = Math.max(pages, Number(count))
    if (pages > MOST_PAGES) return true
  }
  return false
}
