// Resumable uploads: the server’s side of tus 1.0 (https://tus.io/protocols/resumable-upload). Each piece is stored on its
// own, whatever process takes it; what arrived before a cut is kept.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Instant } from '#kernel/time'
import { type Storage, StorageFailure } from '#platform/files/storage.ts'
import { newKey } from '#platform/keys.ts'
import type { findUpload } from './queries.ts'
import { type FileDesk, receiveFile } from './receive-actions.ts'
import { MOST_BYTES_OF_ANY } from './sizes.ts'
import { advanceUpload, deleteUpload, endUpload, insertUpload } from './store.ts'
import { refusalText } from './texts.ts'

export type Upload = NonNullable<Awaited<ReturnType<typeof findUpload>>>

/** An empty upload of that length; returns its key. */
export async function beginUpload(
  desk: FileDesk,
  upload: { ownerId: number; name: string; length: number },
  now: Instant,
): Promise<string> {
  const key = newKey()
  await insertUpload(desk.database, { ...upload, key, createdAt: now, updatedAt: now })
  return key
}

export type PieceVerdict = { kind: 'received'; to: number } | { kind: 'conflict' } | { kind: 'too-long' }

/** Stores what arrives until the end or the cut, then moves the end of the upload: never before the bytes are kept. */
export async function receivePiece(
  desk: FileDesk,
  upload: Upload,
  piece: { from: number; body: Readable },
  now: Instant,
): Promise<PieceVerdict> {
  if (piece.from !== upload.received) return { kind: 'conflict' }
  const folder = await mkdtemp(join(tmpdir(), 'jcdmr-piece-'))
  try {
    const path = join(folder, 'piece')
    const bytes = await writePiece(piece.body, path, upload.length - piece.from)
    if (bytes === undefined) return { kind: 'too-long' }
    if (bytes === 0) return { kind: 'received', to: piece.from }
    const to = piece.from + bytes
    const stored = `uploads/${upload.key}/${randomUUID()}`
    await desk.storage.put(stored, createReadStream(path), bytes)
    const { key } = upload
    if (await advanceUpload(desk.database, { key, from: piece.from, to, piece: stored }, now))
      return { kind: 'received', to }
    await desk.storage.delete(stored)
    return { kind: 'conflict' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** How many bytes came; undefined when there were more than announced. */
async function writePiece(body: Readable, path: string, most: number): Promise<number | undefined> {
  const file = await open(path, 'wx')
  let bytes = 0
  try {
    for await (const part of body) {
      bytes += part.length
      if (bytes > most) return undefined
      await file.writeFile(part)
    }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new StorageFailure('full', error)
    // The line was cut: what came before is good.
    if (!CUT.includes(code)) throw error
  } finally {
    await file.close()
  }
  return bytes
}

const CUT = ['ECONNRESET', 'ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE']

/** Makes the file once all pieces are there; called again, finds what the first call made of it. */
export async function finishUpload(desk: FileDesk, upload: Upload, now: Instant): Promise<void> {
  if (upload.received !== upload.length || upload.fileKey !== null || upload.refusal !== null) return
  const folder = await mkdtemp(join(tmpdir(), 'jcdmr-upload-'))
  try {
    const path = join(folder, 'whole')
    const sent = { name: upload.name, path, ...(await assemble(desk.storage, upload, path)) }
    const received = await receiveFile(desk, sent, { ownerId: upload.ownerId, now }, (tx, fileKey) =>
      endUpload(tx, upload.key, { fileKey }, now),
    )
    if (!received.ok) {
      if (received.because === 'no-room' || received.because === 'storage-away' || received.because === 'scanner-away')
        return
      await endUpload(desk.database, upload.key, { refusal: refusalText(received.name, received.because) }, now)
    }
    await forgetPieces(desk.storage, upload.key).catch(() => {})
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function assemble(storage: Storage, upload: Upload, path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  const whole = await open(path, 'wx')
  let bytes = 0
  try {
    for (const piece of upload.pieces) {
      for await (const part of await storage.get(piece)) {
        hash.update(part)
        bytes += part.length
        await whole.writeFile(part)
      }
    }
  } finally {
    await whole.close()
  }
  if (bytes !== upload.length) throw new Error('a piece of an upload is not whole')
  return { bytes, sha256: hash.digest('base64url') }
}

async function forgetPieces(storage: Storage, key: string): Promise<void> {
  for await (const { key: piece } of storage.list(`uploads/${key}`)) await storage.delete(piece)
}

/** Given up by its sender, or by time. */
export async function abandonUpload(desk: FileDesk, key: string): Promise<void> {
  await forgetPieces(desk.storage, key)
  await deleteUpload(desk.database, key)
}

export const mayBeSent = (length: number): boolean =>
  Number.isSafeInteger(length) && length > 0 && length <= MOST_BYTES_OF_ANY
