import type { Actor } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { isReadable } from './queries.ts'
import { deleteFavourite, insertFavourite } from './store.ts'

type Wish = { contentId: number; keep: boolean; now: Instant }

/** Keeps a content for this person, or gives it up. False: there is none of that number that he may read. */
export function keep(database: Database, person: Actor, { contentId, keep: wanted, now }: Wish): Promise<boolean> {
  const favourite = { personId: person.id, contentId }
  return transact(database, async (tx) => {
    if (!wanted) {
      await deleteFavourite(tx, favourite)
      return true
    }
    if (!(await isReadable(tx, person, contentId))) return false
    await insertFavourite(tx, favourite, now)
    return true
  })
}
