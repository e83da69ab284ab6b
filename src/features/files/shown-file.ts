import type { Role } from '#features/accounts/actor.ts'
import type { Visibility } from './access.ts'
import type { FileKind } from './kinds.ts'

/** A file as pages show it. */
export type ShownFile = {
  id: number
  key: string
  name: string
  kind: FileKind
  mediaType: string
  bytes: number
  width: number | null
  height: number | null
  description: string
  alternative: string
  visibility: Visibility
  roles: readonly Role[]
  departements: readonly string[]
  sectors: readonly string[]
  /** The smaller copies there are by now. */
  copies: readonly Copy[]
}

/** Who reads a file, and what is said of it: typed with the content that shows it, true when that text is. */
export type FileWords = Pick<
  ShownFile,
  'visibility' | 'roles' | 'description' | 'alternative' | 'departements' | 'sectors'
>

export type Copy = { size: number; format: 'avif' | 'webp' | 'jpeg'; width: number; height: number }
