// What may be sent: one line per type, with the extensions that its name may bear (RES-4, B5).

export const FILE_KINDS = ['document', 'image', 'audio', 'video'] as const
export type FileKind = (typeof FILE_KINDS)[number]

type MediaLine = { kind: FileKind; extensions: readonly [string, ...string[]] }

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

export const MEDIA: Readonly<Record<string, MediaLine>> = {
  'application/pdf': { kind: 'document', extensions: ['pdf'] },
  [`${OFFICE}.wordprocessingml.document`]: { kind: 'document', extensions: ['docx'] },
  [`${OFFICE}.spreadsheetml.sheet`]: { kind: 'document', extensions: ['xlsx'] },
  [`${OFFICE}.presentationml.presentation`]: { kind: 'document', extensions: ['pptx'] },
  [`${OPEN_DOCUMENT}.text`]: { kind: 'document', extensions: ['odt'] },
  [`${OPEN_DOCUMENT}.spreadsheet`]: { kind: 'document', extensions: ['ods'] },
  [`${OPEN_DOCUMENT}.presentation`]: { kind: 'document', extensions: ['odp'] },
  'text/plain': { kind: 'document', extensions: ['txt', 'csv'] },
  'image/jpeg': { kind: 'image', extensions: ['jpg', 'jpeg'] },
  'image/png': { kind: 'image', extensions: ['png'] },
  'image/webp': { kind: 'image', extensions: ['webp'] },
  'image/gif': { kind: 'image', extensions: ['gif'] },
  'image/avif': { kind: 'image', extensions: ['avif'] },
  'audio/mpeg': { kind: 'audio', extensions: ['mp3'] },
  'audio/mp4': { kind: 'audio', extensions: ['m4a'] },
  'audio/ogg': { kind: 'audio', extensions: ['ogg', 'oga', 'opus'] },
  'audio/wav': { kind: 'audio', extensions: ['wav'] },
  'video/mp4': { kind: 'video', extensions: ['mp4', 'm4v'] },
  'video/webm': { kind: 'video', extensions: ['webm'] },
}

/** What the browser’s file picker offers. */
export function pickedExtensions(kinds: readonly FileKind[]): string {
  const lines = Object.values(MEDIA).filter(({ kind }) => kinds.includes(kind))
  return lines.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(',')
}
