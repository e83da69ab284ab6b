import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { contentAuthors, contentDepartements, contents } from './tables.ts'

export async function insertContent(tx: Tx, row: typeof contents.$inferInsert): Promise<{ id: number; slug: string }> {
  const [inserted] = await tx.insert(contents).values(row).returning({ id: contents.id, slug: contents.slug })
  if (inserted === undefined) throw new Error('no row')
  return inserted
}

export async function insertAuthor(tx: Tx, contentId: number, personId: number, since: Instant): Promise<void> {
  await tx.insert(contentAuthors).values({ contentId, personId, since })
}

type Text = Pick<
  typeof contents.$inferInsert,
  'title' | 'summary' | 'presentation' | 'presentationFormat' | 'access' | 'readers' | 'state' | 'structureId'
> & { slug: string }

/** Writes a text over the one at `version`; undefined when somebody saved in between. */
export async function updateContent(
  tx: Tx,
  content: { id: number; version: number; now: Instant },
  text: Text,
): Promise<{ slug: string } | undefined> {
  const { id, version, now } = content
  const first = (column: typeof contents.publishedAt | typeof contents.submittedAt) =>
    sql`coalesce(${column}, ${now.toString()}::timestamptz)`
  const [row] = await tx
    .update(contents)
    .set({
      ...text,
      version: version + 1,
      updatedAt: now,
      submittedAt: text.state === 'submitted' ? first(contents.submittedAt) : null,
      ...(text.state === 'published' ? { publishedAt: first(contents.publishedAt) } : {}),
    })
    .where(and(eq(contents.id, id), eq(contents.version, version)))
    .returning({ slug: contents.slug })
  return row
}

export async function replaceDepartements(tx: Tx, contentId: number, departements: readonly string[]): Promise<void> {
  await tx.delete(contentDepartements).where(eq(contentDepartements.contentId, contentId))
  if (departements.length === 0) return
  await tx.insert(contentDepartements).values(departements.map((departement) => ({ contentId, departement })))
}

export async function updateStructureOf(tx: Tx, ids: readonly number[], structureId: number): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(contents)
    .set({ structureId, version: sql`${contents.version} + 1` })
    .where(inArray(contents.id, [...ids]))
}
