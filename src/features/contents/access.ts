// Who may read and change a content. `queries.ts` holds the SQL twin of `mayRead`; a test holds them together.
import { isAdministrator, isProfessional, mayContribute, mayJudge } from '#features/accounts/access.ts'
import type { Reader, Role } from '#features/accounts/actor.ts'

export type ContentState =
  | 'draft'
  | 'submitted'
  | 'to-correct'
  | 'published'
  | 'refused'
  | 'unpublished'
  | 'archived'
  | 'trashed'

/** What the rights of a content depend on. No département means the whole region. */
export type ContentRights = {
  state: ContentState
  access: 'public' | 'pro'
  /** Of a private resource: the roles that read it, none meaning every account. Null: `access` says. */
  readers?: readonly Role[] | null
  authors: readonly number[]
  structureId: number | null
  departements: readonly string[]
}

export type Reading = 'yes' | 'hidden' | 'reserved'

/**
 * `reserved`: published for professionals, the one refusal that tells of existence. `hidden`: the answer is that of an
 * unknown number. A draft is read by its authors, their structure and administrators; what was submitted, by the animator
 * of its territory too.
 */
export function mayRead(content: ContentRights, reader: Reader): Reading {
  if (isAdministrator(reader) || isAuthor(content, reader)) return 'yes'
  const otherwise = content.state === 'published' ? readPublished(content, reader) : 'hidden'
  if (content.state === 'trashed' || reader === undefined) return otherwise
  return sharesStructure(content, reader) || watches(content, reader) ? 'yes' : otherwise
}

/** A private resource that professionals read, and creators do not, says so; any other is not to be known of (RES-1). */
function readPublished({ access, readers }: ContentRights, reader: Reader): Reading {
  if (readers === undefined || readers === null) {
    return access === 'public' || isProfessional(reader) ? 'yes' : 'reserved'
  }
  if (reader !== undefined && (readers.length === 0 || readers.includes(reader.role))) return 'yes'
  const isForProfessionals = readers.includes('professional') && !readers.includes('creator')
  return isForProfessionals && !isProfessional(reader) ? 'reserved' : 'hidden'
}

export const mayEdit = (content: ContentRights, reader: Reader): boolean =>
  isAdministrator(reader) || (isAuthor(content, reader) && mayContribute(reader))

/** Decides what enters: administrators everything, an animator what was shown to him and concerns his départements. */
export const mayJudgeContent = (content: ContentRights, reader: Reader): boolean =>
  isAdministrator(reader) ||
  (content.state !== 'draft' && content.state !== 'trashed' && mayJudge(reader, content.departements))

/**
 * What this person is to this content, for the table of transitions. An author who lost the right to publish is none; what
 * only authors see is an administrator's too.
 */
export const partIn = (content: ContentRights, reader: Reader): { isAuthor: boolean; isJudge: boolean } => ({
  isAuthor:
    (isAuthor(content, reader) && mayContribute(reader)) ||
    (isAdministrator(reader) && ['draft', 'trashed'].includes(content.state)),
  isJudge: mayJudgeContent(content, reader),
})

/** Opens the queues: contents, structures. */
export const mayJudgeContents = (reader: Reader): boolean =>
  reader !== undefined && ['animator', 'administrator'].includes(reader.role)

export const isAuthor = (content: ContentRights, reader: Reader): boolean =>
  reader !== undefined && content.authors.includes(reader.id)

const sharesStructure = (content: ContentRights, reader: NonNullable<Reader>): boolean =>
  content.structureId !== null && mayContribute(reader) && reader.structures.includes(content.structureId)

const watches = (content: ContentRights, reader: NonNullable<Reader>): boolean =>
  reader.role === 'animator' &&
  content.state !== 'draft' &&
  content.departements.some((code) => reader.departements.includes(code))
