import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { inTurn } from '#platform/database/turns.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { hasMoved, type Surprise } from './expectation.ts'
import { promoteIn, withFreedHolds } from './list-actions.ts'
import { turnOf } from './locked-actions.ts'
import { datesToMoveBetween, tagsOfEvent } from './queries.ts'
import { type Closing, decideMove, takesSeat } from './rules.ts'
import { findByAddress, findByKey, type LockedList, lockLists, moveToList, type Registration } from './store.ts'
import { tellIn } from './tell-actions.ts'

/**
 * `mayWait`: a seat that stands may be given up for a place in the queue of the other date; otherwise refused as `full`.
 * `startsAt`: when the other date began as it was read (F13).
 */
export type MoveWish = { toListId: number; mayWait?: boolean; startsAt?: Instant | undefined }

export type Moved =
  | { kind: 'confirmed' | 'waiting' }
  | Refused<Closing | 'no-list' | 'unknown' | 'not-registered' | 'own-date-begun' | 'full' | 'already-there'>
  | Extract<Surprise, { because: 'date-moved' }>

/**
 * To another date of the same event, on the list of the same kind (EVT-4): one step, one mail, one calendar entry. Whoever
 * holds the link of the mail has proved the address. The seat left behind goes to the first who waits there.
 */
export async function moveRegistration(
  database: Database,
  key: string,
  wish: MoveWish,
  by: { actorId: number | null; now: Instant },
): Promise<Moved> {
  const found = await findByKey(database, key)
  if (found === undefined || found.state === 'repeated') return refused('unknown')
  if (found.listId === wish.toListId) return refused('already-there')
  const done = await inTurn(database, turnOf(wish.toListId), () =>
    transact(database, async (tx): Promise<Moved | undefined> => {
      const lists = await lockLists(tx, [found.listId, wish.toListId])
      const from = lists.find(({ id }) => id === found.listId)
      const to = lists.find(({ id }) => id === wish.toListId)
      const registration = await findByKey(tx, key)
      if (from === undefined || to === undefined || registration === undefined) return refused('no-list')
      if (registration.listId !== from.id) return undefined
      return moveIn(tx, { registration, from, to, wish }, by)
    }),
  )
  // It moved elsewhere in between: that list is the one to leave.
  return done ?? moveRegistration(database, key, wish, by)
}

type Moving = { registration: Registration; from: LockedList; to: LockedList; wish: MoveWish }

async function moveIn(tx: Tx, moving: Moving, by: { actorId: number | null; now: Instant }): Promise<Moved> {
  const { registration, from, wish } = moving
  const { actorId, now } = by
  const dates = await datesToMoveBetween(tx, { from: from.dateId, to: moving.to.dateId })
  if (dates === undefined || from.kind !== moving.to.kind) return refused('no-list')
  const to = await withFreedHolds(tx, moving.to, now)
  const verdict = decideMove({ list: from, state: registration.state }, to, { mayWait: wish.mayWait ?? false, now })
  if (verdict.kind === 'refused') return verdict
  if (wish.startsAt && hasMoved(to, wish.startsAt)) return { ...refused('date-moved'), startsAt: to.closesAt }
  if ((await findByAddress(tx, to.id, registration.emailKey)) !== undefined) return refused('already-there')
  const reached = dates.from.sequence + registration.sequence
  // To a queue, two steps: one takes the entry out of the calendar, the other is for the seat that may come (RFC 5546).
  const steps = verdict.kind === 'waiting' ? 2 : 1
  const sequence = Math.max(0, reached + steps - dates.to.sequence)
  const verifiedAt = registration.verifiedAt ?? now
  await moveToList(tx, registration.id, { listId: to.id, state: verdict.kind, sequence, verifiedAt, settledAt: now })
  const details = { from: from.id, to: to.id, state: verdict.kind }
  await audit(tx, { actorId, verb: 'registration-rebooked', object: `registration:${registration.id}`, details, now })
  await tellIn(tx, 'registration-rebooked', {
    registrations: [registration],
    now,
    round: () => `:${reached}`,
  })
  if (takesSeat(registration.state)) await promoteIn(tx, from.id, now)
  await dropPages(tx, tagsOfEvent(dates.eventId))
  return { kind: verdict.kind }
}
