import { type Refused, refused } from '#kernel/verdict'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { inTurn } from '#platform/database/turns.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { pageTags } from './queries.ts'
import { findByKey, type LockedList, lockList, type Registration } from './store.ts'

/** Those who want the same list take turns (docs/how/locking.md). */
export const turnOf = (listId: number): string => `list:${listId}`

export type Locked = { list: LockedList; registration: Registration }

/** Finds a registration by its key, locks its list, reads it again, works, and drops the pages that show the places. */
export async function withLocked<T extends { kind: string }>(
  database: Database,
  key: string,
  work: (tx: Tx, locked: Locked) => Promise<T>,
): Promise<T | Refused<'unknown'>> {
  const found = await findByKey(database, key)
  if (found === undefined || found.state === 'repeated') return refused('unknown')
  const done = await inTurn(database, turnOf(found.listId), () =>
    transact(database, async (tx): Promise<T | Refused<'unknown'> | undefined> => {
      const list = await lockList(tx, found.listId)
      const registration = await findByKey(tx, key)
      if (list === undefined || registration === undefined) return refused('unknown')
      if (registration.listId !== list.id) return undefined
      const done = await work(tx, { list, registration })
      if (done.kind !== 'refused') await dropPages(tx, await pageTags(tx, list.dateId))
      return done
    }),
  )
  // It moved to another date in between: the list that was locked is not its own any more.
  return done ?? withLocked(database, key, work)
}
