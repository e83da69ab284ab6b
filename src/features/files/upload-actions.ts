// Resumable uploads: the server’s side of tus 1.0 (https://tus.io/protocols/resumable-upload). Each piece is stored on its
// own, whatever process takes it; what arrived before a cut is kept.
import type { Readable } from 'node:stream'
import type { Instant } from '#kernel/time'
import { joinPieces, newStorageKey, readLocal, withLocalFile, writeUntilCut } from '#platform/files/local-files.ts'
import type { Storage } from '#platform/files/storage.ts'
import { newKey } from '#platform/keys.ts'
import type { findUpload } from './queries.ts'
import { type FileDesk, receiveFile } from './receive-actions.ts'
import type { Refusal } from './refusals.ts'
import { PIECE_SECONDS } from './sizes.ts'
import { advanceUpload, deleteUpload, endUpload, insertUpload, leaveUpload, takeUpload } from './store.ts'
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

/** `busy`: another piece is being received. */
export type PieceVerdict =
  | { kind: 'received'; to: number }
  | { kind: 'conflict' }
  | { kind: 'too-long' }
  | { kind: 'busy' }

/** Stores what arrives until the end or the cut, then moves the end of the upload: never before the bytes are kept. */
export async function receivePiece(
  desk: FileDesk,
  upload: Upload,
  piece: { from: number; body: Readable },
  now: Instant,
): Promise<PieceVerdict> {
  if (piece.from !== upload.received) return { kind: 'conflict' }
  const until = now.add({ seconds: PIECE_SECONDS })
  if (!(await takeUpload(desk.database, upload.key, until, now))) return { kind: 'busy' }
  let isOver = false
  try {
    const verdict = await storePiece(desk, upload, piece, now)
    // Whoever moved the end of the upload has left it by the same statement: it may be another’s already.
    isOver = verdict.kind === 'received' && verdict.to > piece.from
    return verdict
  } finally {
    if (!isOver) await leaveUpload(desk.database, upload.key, until)
  }
}

function storePiece(
  desk: FileDesk,
  upload: Upload,
  piece: { from: number; body: Readable },
  now: Instant,
): Promise<PieceVerdict> {
  return withLocalFile(async (path) => {
    const bytes = await writeUntilCut(piece.body, path, upload.length - piece.from)
    if (bytes === undefined) return { kind: 'too-long' }
    const to = piece.from + bytes
    if (bytes === 0) return { kind: 'received', to }
    const stored = newStorageKey(`uploads/${upload.key}`)
    await desk.storage.put(stored, readLocal(path), bytes)
    const { key } = upload
    const moved = await advanceUpload(desk.database, { key, from: piece.from, to, piece: stored }, now)
    if (moved) return { kind: 'received', to }
    await desk.storage.delete(stored)
    return { kind: 'conflict' }
  })
}

/** Makes the file once all pieces are there; called again, finds what the first call made of it. */
export async function finishUpload(desk: FileDesk, upload: Upload, now: Instant): Promise<void> {
  if (upload.received !== upload.length || upload.fileKey !== null || upload.refusal !== null) return
  await withLocalFile(async (path) => {
    const whole = await joinPieces(desk.storage, upload.pieces, path)
    if (whole.bytes !== upload.length) throw new Error('a piece of an upload is not whole')
    const sent = { name: upload.name, path, ...whole }
    const received = await receiveFile(desk, sent, { ownerId: upload.ownerId, now }, (tx, fileKey) =>
      endUpload(tx, upload.key, { fileKey }, now),
    )
    if (!received.ok && PASSING.includes(received.because)) return
    if (!received.ok) {
      const refusal = refusalText(received.name, received.because)
      await endUpload(desk.database, upload.key, { refusal }, now)
    }
    await forgetPieces(desk.storage, upload.key).catch(() => {})
  })
}

/** Nothing is wrong with the file: whoever asks again may have it taken. */
const PASSING: readonly Refusal[] = ['no-room', 'storage-away', 'scanner-away']

async function forgetPieces(storage: Storage, key: string): Promise<void> {
  for await (const { key: piece } of storage.list(`uploads/${key}`)) await storage.delete(piece)
}

/** Given up by its sender, or by time; false when it was already. */
export async function abandonUpload(desk: FileDesk, key: string): Promise<boolean> {
  await forgetPieces(desk.storage, key)
  return deleteUpload(desk.database, key)
}
