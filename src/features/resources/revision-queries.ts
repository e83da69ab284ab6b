import { eq } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'
import type { ResourceKind } from './rules.ts'
import { resources } from './tables.ts'

/** What a resource adds to the text of every content. */
export type ResourceOwn = { kind: ResourceKind; link: string }

export async function findResourceOwn(reader: Reader, contentId: number): Promise<ResourceOwn | undefined> {
  const [found] = await reader
    .select({ kind: resources.kind, link: resources.link })
    .from(resources)
    .where(eq(resources.contentId, contentId))
  return found
}
