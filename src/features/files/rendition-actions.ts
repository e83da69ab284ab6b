import type { Database } from '#platform/database/database.ts'
import { renditionsOf } from '#platform/files/images.ts'
import { newStorageKey, wholeOf } from '#platform/files/local-files.ts'
import { firstPage } from '#platform/files/pdf-preview.ts'
import type { Storage } from '#platform/files/storage.ts'
import { findFileById, findRendition } from './queries.ts'
import { PREVIEW_SIZES, RENDITION_FORMATS, RENDITION_SIZES } from './sizes.ts'
import { insertRendition } from './store.ts'

type Desk = { database: Database; storage: Storage }

/** Makes the copies of an image, or the preview of a PDF; done again, makes only those that are missing. */
export async function makeRenditions({ database, storage }: Desk, fileId: number): Promise<void> {
  const file = await findFileById(database, fileId)
  if (file === undefined || file.state !== 'ready') return
  const isImage = file.kind === 'image'
  const original = await wholeOf(await storage.get(file.storageKey))
  const source = isImage ? original : await firstPage(original)
  if (source === undefined) return
  const wanted = isImage
    ? { sizes: RENDITION_SIZES, formats: RENDITION_FORMATS }
    : { sizes: PREVIEW_SIZES, formats: ['webp', 'jpeg'] as const }
  for await (const { size, format, width, height, bytes } of renditionsOf(source, wanted)) {
    if ((await findRendition(database, fileId, { size, format })) !== undefined) continue
    const storageKey = newStorageKey('files')
    await storage.put(storageKey, bytes, bytes.length)
    const kept = await insertRendition(database, {
      ...{ fileId, size, format, width, height, storageKey },
      bytes: bytes.length,
    })
    if (!kept) await storage.delete(storageKey)
  }
}
