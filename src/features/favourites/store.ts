import { and, eq } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { favourites } from './tables.ts'

type Favourite = { personId: number; contentId: number }

export async function insertFavourite(tx: Tx, favourite: Favourite, now: Instant): Promise<void> {
  await tx
    .insert(favourites)
    .values({ ...favourite, since: now })
    .onConflictDoNothing()
}

export async function deleteFavourite(tx: Tx, { personId, contentId }: Favourite): Promise<void> {
  await tx.delete(favourites).where(and(eq(favourites.personId, personId), eq(favourites.contentId, contentId)))
}
