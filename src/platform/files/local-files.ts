import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Storage, StorageFailure } from './storage.ts'

/** A key that nothing bears yet: `files/UUID`. */
export const newStorageKey = (folder: string): string => `${folder}/${randomUUID()}`

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url')

export const readLocal = (path: string): Readable => createReadStream(path)

export const wholeOf = (stream: Readable): Promise<Buffer> => buffer(stream)

/** Gives a path of one’s own on this machine, gone once `work` has ended. */
export async function withLocalFile<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'jcdmr-file-'))
  try {
    return await work(join(folder, 'file'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const CUT = ['ECONNRESET', 'ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE']

/** Writes what comes until the end or a cut of the line; how many bytes came, undefined when there were more than `most`. */
export async function writeUntilCut(source: Readable, path: string, most: number): Promise<number | undefined> {
  const file = await open(path, 'wx')
  let bytes = 0
  try {
    for await (const part of source) {
      bytes += part.length
      if (bytes > most) return undefined
      await file.writeFile(part)
    }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new StorageFailure('full', error)
    if (!CUT.includes(code)) throw error
  } finally {
    await file.close()
  }
  return bytes
}

/** Brings stored pieces together on this machine, in order. */
export async function joinPieces(storage: Storage, keys: readonly string[], path: string) {
  const hash = createHash('sha256')
  const whole = await open(path, 'wx')
  let bytes = 0
  try {
    for (const key of keys) {
      for await (const part of await storage.get(key)) {
        hash.update(part)
        bytes += part.length
        await whole.writeFile(part)
      }
    }
  } finally {
    await whole.close()
  }
  return { bytes, sha256: hash.digest('base64url') }
}
