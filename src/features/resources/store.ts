import { eq } from 'drizzle-orm'
import { fold } from '#kernel/fold'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { ResourceOwn } from './revision-queries.ts'
import { resources } from './tables.ts'

export type ResourceText = ResourceOwn & { title: string; summary: string }

/** What the list looks in. */
export const searchNameOf = ({ title, summary }: Pick<ResourceText, 'title' | 'summary'>): string =>
  fold(`${title} ${summary}`)

export async function insertResource(tx: Tx, contentId: number, text: ResourceText): Promise<void> {
  const { kind, link } = text
  await tx.insert(resources).values({ contentId, kind, link, searchName: searchNameOf(text) })
}

/** Writes a resource whose content is locked; `editedAt` when a member did, so that no import touches it any more. */
export async function updateResource(
  tx: Tx,
  contentId: number,
  text: ResourceText & { editedAt: Instant | undefined },
): Promise<void> {
  const { kind, link, editedAt } = text
  await tx
    .update(resources)
    .set({ kind, link, searchName: searchNameOf(text), ...(editedAt && { editedByMembersAt: editedAt }) })
    .where(eq(resources.contentId, contentId))
}
