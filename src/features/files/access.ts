// A file is read when its own rule passes AND (a content that shows it now may be read, OR one is its owner, or an
// administrator and the file is not a project’s). The same question for its copies, at every download (RES-2, RES-5).
import { isAdministrator } from '#features/accounts/access.ts'
import { type Reader, ROLES, type Role } from '#features/accounts/actor.ts'

export const VISIBILITIES = ['visible', 'private'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** The roles that a private file may be kept to. */
export const FILE_ROLES = ROLES

export type FileRights = {
  ownerId: number | null
  state: 'ready' | 'quarantined'
  visibility: Visibility
  /** Of a private file: who may read it; none means any confirmed account. */
  roles: readonly Role[]
  /** The document of a project: administrators have no right of their own to it (N9). */
  confidential: boolean
}

/** The file’s own rule: visible to all, or private to the community, or to some of its roles. */
export function passesOwnRule(file: Pick<FileRights, 'state' | 'visibility' | 'roles'>, reader: Reader): boolean {
  if (file.state !== 'ready') return false
  if (file.visibility === 'visible') return true
  return reader !== undefined && (file.roles.length === 0 || file.roles.includes(reader.role))
}

/** `parentReadable`: whether one content that shows the file now may be read by this person. */
export const mayDownload = (file: FileRights, reader: Reader, parentReadable: boolean): boolean =>
  passesOwnRule(file, reader) &&
  (parentReadable || isOwner(file, reader) || (isAdministrator(reader) && !file.confidential))

const isOwner = (file: FileRights, reader: Reader): boolean => reader !== undefined && file.ownerId === reader.id
