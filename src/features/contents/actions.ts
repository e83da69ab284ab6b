import type { Role } from '#features/accounts/actor.ts'
import { slugOf } from '#kernel/slug'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { ContentState } from './access.ts'
import { insertAuthor, insertContent, replaceDepartements, updateContent, updateStructureOf } from './store.ts'

export type ContentText = {
  title: string
  summary: string
  presentation: string
  /** Plain text, unless said otherwise. */
  presentationFormat?: 'plain' | 'html'
  access: 'public' | 'pro'
  /** Of a private resource: the roles that read it; null elsewhere. */
  readers?: Role[] | null
  state: ContentState
  departements: readonly string[]
}

export type NewContent = ContentText & {
  kind: 'structure' | 'service' | 'article' | 'resource' | 'event' | 'page'
  structureId: number | null
  authorId: number | null
  now: Instant
}

/** Creates a content with its author and départements; returns its number and slug. */
export async function createContentIn(tx: Tx, content: NewContent): Promise<{ id: number; slug: string }> {
  const { departements, authorId, now, ...columns } = content
  const publishedAt = content.state === 'published' ? now : null
  const row = await insertContent(tx, {
    ...columns,
    slug: slugOf(content.title),
    createdAt: now,
    updatedAt: now,
    publishedAt,
    submittedAt: content.state === 'submitted' ? now : null,
  })
  if (authorId !== null) await insertAuthor(tx, row.id, authorId, now)
  await replaceDepartements(tx, row.id, departements)
  return row
}

/** Changes the text of a content, if it is still at `version`; undefined when somebody saved in between. */
export async function changeContentIn(
  tx: Tx,
  content: { id: number; version: number; now: Instant },
  text: ContentText,
): Promise<{ slug: string } | undefined> {
  const { departements, ...columns } = text
  const row = await updateContent(tx, content, { ...columns, slug: slugOf(text.title) })
  if (row !== undefined) await replaceDepartements(tx, content.id, departements)
  return row
}

/** Gives contents to another structure, whose authors become theirs. */
export const moveContentsIn = (tx: Tx, ids: readonly number[], structureId: number): Promise<void> =>
  updateStructureOf(tx, ids, structureId)
