import type { Instant } from '#kernel/time'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { cleanImage } from '#platform/files/images.ts'
import { inspectFile } from '#platform/files/inspect.ts'
import { newStorageKey, readLocal, sha256Of } from '#platform/files/local-files.ts'
import { openStorage } from '#platform/files/open-storage.ts'
import { type Storage, StorageFailure } from '#platform/files/storage.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { openVirusScan, type VirusScan } from '#platform/virus/clamav.ts'
import { type FileKind, MEDIA } from './kinds.ts'
import { cleanName, extensionOf, hidesAnother, withExtension } from './names.ts'
import type { Refusal } from './refusals.ts'
import { MOST_BYTES } from './sizes.ts'
import { insertFile, type NewFile, queueRenditions } from './store.ts'

/** A file on this machine’s disk, as it was sent. */
export type Sent = { name: string; path: string; bytes: number; sha256: string; trouble?: 'too-large' | 'no-room' }

export type Sender = { ownerId: number | null; now: Instant; only?: FileKind }

export type Received =
  | { ok: true; id: number; key: string; name: string }
  | { ok: false; name: string; because: Refusal }

export type FileDesk = { database: Database; storage: Storage; scan: VirusScan }

export const fileDesk = ({ database, settings, fetch }: Pick<Parts, 'database' | 'settings' | 'fetch'>): FileDesk => ({
  database,
  storage: openStorage(settings, fetch),
  scan: openVirusScan(settings.CLAMAV_URL),
})

type Ready = Pick<NewFile, 'name' | 'mediaType' | 'kind' | 'bytes' | 'sha256' | 'width' | 'height'> & { made?: Buffer }

/**
 * Takes one file in: looked at, scanned, made again when it is an image, stored, and only then written in the database, so
 * that a row never stands without its bytes (R11). `more` runs in the transaction of the row.
 */
export async function receiveFile(
  desk: FileDesk,
  sent: Sent,
  sender: Sender,
  more: (tx: Tx, key: string) => Promise<void> = async () => {},
): Promise<Received> {
  const name = cleanName(sent.name)
  const refused = (because: Refusal): Received => ({ ok: false, name, because })
  if (sent.trouble !== undefined) return refused(sent.trouble)
  const identity = await identify({ ...sent, name }, sender)
  if ('because' in identity) return refused(identity.because)
  const scan = await desk.scan(sent.path)
  if (scan.kind === 'away') return refused('scanner-away')
  if (scan.kind === 'too-large' && identity.kind === 'document') return refused('too-large-to-scan')
  const isVirus = scan.kind === 'virus'
  const ready = isVirus ? { ...sent, ...identity, name } : await made(sent, { ...identity, name })
  if ('because' in ready) return refused(ready.because)
  try {
    const kept = await keep(desk, { ...ready, path: sent.path, state: isVirus ? 'quarantined' : 'ready' }, sender, more)
    return isVirus ? refused('virus') : { ok: true, name: ready.name, ...kept }
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    return refused(error.trouble === 'full' ? 'no-room' : 'storage-away')
  }
}

type Identity = { mediaType: string; kind: FileKind }

/** Signature, extension and list must agree (B5). */
async function identify({ path, name, bytes }: Sent, { only }: Sender): Promise<Identity | { because: Refusal }> {
  const inspection = await inspectFile(path, bytes)
  if (!inspection.ok) return { because: inspection.because }
  const { mediaType } = inspection
  const line = MEDIA[mediaType]
  if (line === undefined) return { because: 'archive' }
  if (!line.extensions.includes(extensionOf(name))) return { because: 'wrong-extension' }
  if (hidesAnother(name)) return { because: 'double-extension' }
  if (only !== undefined && line.kind !== only) return { because: 'wrong-kind' }
  return bytes > MOST_BYTES[line.kind] ? { because: 'too-large' } : { mediaType, kind: line.kind }
}

async function made(sent: Sent, identity: Identity & { name: string }): Promise<Ready | { because: Refusal }> {
  const { bytes, sha256 } = sent
  if (identity.kind !== 'image') return { ...identity, bytes, sha256 }
  const reading = await cleanImage(sent.path)
  if (!reading.ok) return { because: reading.because }
  const { image } = reading
  const extension = MEDIA[image.mediaType]?.extensions[0] ?? 'png'
  return {
    ...image,
    name: image.mediaType === identity.mediaType ? identity.name : withExtension(identity.name, extension),
    kind: 'image',
    bytes: image.bytes.length,
    sha256: sha256Of(image.bytes),
    made: image.bytes,
  }
}

type ToKeep = Ready & { path: string; state: 'ready' | 'quarantined' }

async function keep(desk: FileDesk, file: ToKeep, sender: Sender, more: (tx: Tx, key: string) => Promise<void>) {
  const { made: image, path, ...columns } = file
  const storageKey = newStorageKey('files')
  await desk.storage.put(storageKey, image ?? readLocal(path), file.bytes)
  const key = newKey()
  return transact(desk.database, async (tx) => {
    const { name, mediaType, kind, bytes, sha256, width, height, state } = columns
    const row = { name, mediaType, kind, bytes, sha256, width, height, state, storageKey, key }
    const inserted = await insertFile(tx, { ...row, ownerId: sender.ownerId, createdAt: sender.now })
    if (state === 'ready') await more(tx, key)
    if (state === 'ready' && hasCopies(file)) await queueRenditions(tx, inserted.id)
    return inserted
  })
}

const hasCopies = ({ kind, mediaType }: Identity): boolean => kind === 'image' || mediaType === 'application/pdf'
