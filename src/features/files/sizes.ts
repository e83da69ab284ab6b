import type { FileKind } from './kinds.ts'

const MB = 1024 * 1024

/** The largest file of each kind, said beforehand on every form. */
export const MOST_BYTES: Record<FileKind, number> = {
  document: 30 * MB,
  image: 20 * MB,
  audio: 100 * MB,
  video: 500 * MB,
}

/** Whatever the kind: what is read of a file before its kind is known. */
export const MOST_BYTES_OF_ANY = Math.max(...Object.values(MOST_BYTES))

/** What is kept for somebody whose session ended while sending: enough for a document, until they sign in again. */
export const MOST_BYTES_SIGNED_OUT = MOST_BYTES.document

/** What an account sends in a day: who publishes, and who does not. */
export const MOST_BYTES_A_DAY = { contributor: 2048 * MB, other: 200 * MB } as const

/** A piece that is being received keeps the others away; one whose process died, no longer than this. */
export const PIECE_SECONDS = 60

/** Widths of the copies of an image, and of the preview of a document. */
export const RENDITION_SIZES = [320, 640, 1280] as const
export const PREVIEW_SIZES = [320, 640] as const
export const RENDITION_FORMATS = ['avif', 'webp', 'jpeg'] as const

export const MOST_FILES = 20

/** How long the bytes that nothing shows are kept: a draft may wait, a stranger’s file may not. */
export const KEPT = {
  unusedDays: 30,
  ownerlessDays: 2,
  quarantinedDays: 30,
  idleUploadDays: 2,
  /** Nothing younger is swept: it may be about to get its row. */
  orphanMinutes: 60,
} as const
