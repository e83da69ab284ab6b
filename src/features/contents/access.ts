// Who may read and change a content. `queries.ts` holds the SQL twin of `mayRead`; a test holds them together.
import { isAdministrator, isProfessional, mayContribute, mayJudge } from '#features/accounts/access.ts'
import type { Reader } from '#features/accounts/actor.ts'

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
  if (content.state === 'published') {
    return content.access === 'public' || isProfessional(reader) ? 'yes' : 'reserved'
  }
  if (content.state === 'trashed' || reader === undefined) return 'hidden'
  if (sharesStructure(content, reader)) return 'yes'
  return watches(content, reader) ? 'yes' : 'hidden'
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
