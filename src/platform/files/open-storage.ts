import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import { diskStorage, sweepDrafts } from './disk-storage.ts'
import { s3Storage } from './s3-storage.ts'
import type { Storage } from './storage.ts'

export type FilePlace = Pick<Settings, 'FILES_URL' | 'DATA_DIR'>

/** The storage that the settings name. It holds nothing open: each caller may have its own. */
export function openStorage(settings: FilePlace, fetch: typeof globalThis.fetch): Storage {
  const url = settings.FILES_URL
  return url?.startsWith('s3:') ? s3Storage(url, fetch) : diskStorage(folderOf(settings))
}

/** What killed processes left half written. A bucket keeps no half. */
export const sweepDraftsOf = (settings: FilePlace, before: Date): Promise<number> =>
  settings.FILES_URL?.startsWith('s3:') ? Promise.resolve(0) : sweepDrafts(folderOf(settings), before)

const folderOf = ({ FILES_URL, DATA_DIR }: FilePlace): string =>
  FILES_URL === undefined ? join(DATA_DIR, 'files') : FILES_URL.replace(/^file:(\/\/)?/, '')
