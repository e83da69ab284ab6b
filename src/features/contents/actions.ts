import { and, eq, sql } from 'drizzle-orm'
import { slugOf } from '#kernel/slug'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { contentAuthors, contentDepartements, contents } from './tables.ts'

type Kind = (typeof contents.$inferSelect)['kind']
type State = (typeof contents.$inferSelect)['state']

export type ContentText = {
  title: string
  summary: string
  presentation: string
  access: 'public' | 'pro'
  state: State
  departements: readonly string[]
}

export type NewContent = ContentText & { kind: Kind; structureId: number | null; authorId: number | null; now: Instant }

/** Creates a content with its author and départements; returns its number and slug. */
export async function createContentIn(tx: Tx, content: NewContent): Promise<{ id: number; slug: string }> {
  const { departements, authorId, now, ...columns } = content
  const [row] = await tx
    .insert(contents)
    .values({
      ...columns,
      slug: slugOf(content.title),
      createdAt: now,
      updatedAt: now,
      publishedAt: content.state === 'published' ? now : null,
    })
    .returning({ id: contents.id, slug: contents.slug })
  if (row === undefined) throw new Error('no row')
  if (authorId !== null) await tx.insert(contentAuthors).values({ contentId: row.id, personId: authorId, since: now })
  await insertDepartements(tx, row.id, departements)
  return row
}

/** Changes the text of a content, if it is still at `version`; undefined when somebody saved in between. */
export async function changeContentIn(
  tx: Tx,
  content: { id: number; version: number; now: Instant },
  text: ContentText,
): Promise<{ slug: string } | undefined> {
  const { departements, ...columns } = text
  const { id, version, now } = content
  const [row] = await tx
    .update(contents)
    .set({
      ...columns,
      slug: slugOf(text.title),
      version: version + 1,
      updatedAt: now,
      publishedAt:
        text.state === 'published'
          ? sql`coalesce(${contents.publishedAt}, ${now.toString()}::timestamptz)`
          : contents.publishedAt,
    })
    .where(and(eq(contents.id, id), eq(contents.version, version)))
    .returning({ slug: contents.slug })
  if (row === undefined) return undefined
  await tx.delete(contentDepartements).where(eq(contentDepartements.contentId, id))
  await insertDepartements(tx, id, departements)
  return row
}

async function insertDepartements(tx: Tx, contentId: number, departements: readonly string[]): Promise<void> {
  if (departements.length === 0) return
  await tx.insert(contentDepartements).values(departements.map((departement) => ({ contentId, departement })))
}
