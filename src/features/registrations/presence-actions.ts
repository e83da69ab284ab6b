import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import { type Database, transact } from '#platform/database/database.ts'
import { mayMarkPresence, type Presence } from './rules.ts'
import { lockList, setPresences } from './store.ts'

export type Marked = { kind: 'marked'; count: number } | Refused<'no-list' | 'too-early'>

/** Who came (REG-8), by number of registration; null takes a mark back. Whoever is not confirmed on this list is left out. */
export function markPresences(
  database: Database,
  marks: { listId: number; presences: ReadonlyMap<number, Presence | null> },
  by: number,
  now: Instant,
): Promise<Marked> {
  return transact(database, async (tx): Promise<Marked> => {
    const list = await lockList(tx, marks.listId)
    if (list === undefined) return refused('no-list')
    if (!mayMarkPresence(list, now)) return refused('too-early')
    const count = await setPresences(tx, list.id, marks.presences)
    await audit(tx, { actorId: by, verb: 'presences-marked', object: `list:${list.id}`, details: { count }, now })
    return { kind: 'marked', count }
  })
}
