import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UnreadableFile } from './source-row.ts'

export type SourceText = { encoding: 'utf-8' | 'windows-1252' | 'utf-16le'; chunks: AsyncIterable<string> }

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(`le fichier ne s’ouvre pas (${error.code})`)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function bytesOf(path: string, zipped: boolean): Readable {
  const file = createReadStream(path)
  if (!zipped) return file
  const plain = createGunzip()
  file.on('error', (error) => plain.destroy(error))
  return file.pipe(plain)
}

async function* decoded(bytes: Readable, encoding: string, fatal: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal })
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true })
  } catch (error) {
    const isZip = String((error as { code?: unknown }).code).startsWith('Z_')
    throw isZip ? new UnreadableFile('le fichier compressé est abîmé, ou il a été coupé') : error
  }
  yield decoder.decode()
}

async function isUtf8(path: string, zipped: boolean): Promise<boolean> {
  try {
    for await (const _ of decoded(bytesOf(path, zipped), 'utf-8', true));
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/**
 * A text file, gzipped or not, as text, a piece at a time. A byte order mark is believed and dropped; else what is not
 * UTF-8 from one end to the other is read as windows-1252, as Excel saves it. Throws when the file cannot be read or is cut.
 */
export async function openSourceText(path: string): Promise<SourceText> {
  const start = await firstBytes(path)
  const zipped = start[0] === 0x1f && start[1] === 0x8b
  const wide = start[0] === 0xff && start[1] === 0xfe
  const narrow = async () => ((await isUtf8(path, zipped)) ? 'utf-8' : 'windows-1252') as 'utf-8' | 'windows-1252'
  const encoding = wide ? 'utf-16le' : await narrow()
  return { encoding, chunks: decoded(bytesOf(path, zipped), encoding, false) }
}
