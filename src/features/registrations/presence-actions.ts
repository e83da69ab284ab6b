import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { mayMarkPresence, type Presence } from './rules.ts'
import { lockList, setPresences } from './store.ts'

export type Marked = { kind: 'marked'; count: number } | Refused<'no-list' | 'too-early'>

export type PresenceMarks = { listId: number; presences: ReadonlyMap<number, Presence | null> }

/** Who came (REG-8), by number of registration; null takes a mark back. Whoever is not confirmed on this list is left out. */
export async function markPresencesIn(tx: Tx, marks: PresenceMarks, by: number, now: Instant): Promise<Marked> {
  const list = await lockList(tx, marks.listId)
  if (list === undefined) return refused('no-list')
  if (!mayMarkPresence(list, now)) return refused('too-early')
  const count = await setPresences(tx, list.id, marks.presences)
  await audit(tx, { actorId: by, verb: 'presences-marked', object: `list:${list.id}`, details: { count }, now })
  return { kind: 'marked', count }
}

export const markPresences = (database: Database, marks: PresenceMarks, by: number, now: Instant): Promise<Marked> =>
  transact(database, (tx) => markPresencesIn(tx, marks, by, now))
