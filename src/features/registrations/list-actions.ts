import { audit, auditEach } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import {
  decideMovePlaces,
  decidePlaces,
  type MovePlacesVerdict,
  type PlacesVerdict,
  type WantedPlaces,
} from './places.ts'
import { pageTags } from './queries.ts'
import { decidePromoted, decidePromotions, freePlaces, type ListKind } from './rules.ts'
import {
  deleteList,
  everRegistered,
  expireHolds,
  firstWaiting,
  insertList,
  type LockedList,
  lockList,
  lockListsOfDate,
  setStates,
  updateList,
} from './store.ts'
import { lifeOf, tellIn } from './tell-actions.ts'

/**
 * Gives the free places of a locked list to those who wait, in order (REG-4). Must be called by whatever frees a place, in
 * the same transaction; `list` is read again since the counts have changed.
 */
export async function promoteIn(tx: Tx, listId: number, now: Instant): Promise<number> {
  const list = await lockList(tx, listId)
  if (list === undefined) return 0
  const count = decidePromotions(list, now)
  if (count === 0) return 0
  const promoted = await firstWaiting(tx, listId, count)
  for (const verified of [true, false]) {
    const registrations = promoted.filter(({ verifiedAt }) => (verifiedAt !== null) === verified)
    const next = decidePromoted(list, { verified }, now)
    const verb = next.state === 'offered' ? 'registration-offered' : 'registration-promoted'
    const ids = registrations.map(({ id }) => id)
    await setStates(tx, ids, { ...next, settledAt: now })
    await auditEach(
      tx,
      ids.map((id) => ({ actorId: null, verb, object: `registration:${id}`, now })),
    )
    await tellIn(tx, verb, { registrations, now, round: lifeOf })
  }
  return promoted.length
}

/** Ends the holds and offers that ran out and gives their places on; a job calls it each minute for every list that has some. */
export function releaseHolds(database: Database, listId: number, now: Instant): Promise<number> {
  return transact(database, async (tx) => {
    const list = await lockList(tx, listId)
    return list === undefined ? 0 : releaseHoldsIn(tx, list, now)
  })
}

async function releaseHoldsIn(tx: Tx, list: LockedList, now: Instant): Promise<number> {
  // Its people are kept as they are, to take another date in one step (EVT-4).
  if (list.cancelled) return 0
  const expired = await expireHolds(tx, list.id, now)
  if (expired.length === 0) return 0
  // Only a known address is made an offer.
  const holds = expired.filter(({ verifiedAt }) => verifiedAt === null)
  const offers = expired.filter(({ verifiedAt }) => verifiedAt !== null)
  await tellIn(tx, 'registration-expired', { registrations: holds, now, round: lifeOf })
  await tellIn(tx, 'registration-offer-expired', { registrations: offers, now, round: lifeOf })
  await promoteIn(tx, list.id, now)
  await dropPages(tx, await pageTags(tx, list.dateId))
  return expired.length
}

/** A full list may hold seats whose time ran out since the last sweep: a newcomer must not wait for nothing. */
export async function withFreedHolds(tx: Tx, list: LockedList, now: Instant): Promise<LockedList> {
  if (freePlaces(list) > 0 || (await releaseHoldsIn(tx, list, now)) === 0) return list
  return (await lockList(tx, list.id)) ?? list
}

export type ListChange = {
  dateId: number
  kind: ListKind
  wanted: WantedPlaces
  open: boolean
  closesAt: Instant
  /** How a freed place is given: null at once, else offered for so many hours. Left out: as it was. */
  offerHours?: number | null
}

/** What the organiser asked for a list of a date (REG-2, REG-3): refused with the figures, or done and the queue moved up. */
export async function changeListIn(tx: Tx, change: ListChange, by: number, now: Instant): Promise<PlacesVerdict> {
  const present = (await lockListsOfDate(tx, change.dateId)).find((list) => list.kind === change.kind)
  const ever = present !== undefined && (await everRegistered(tx, present.id))
  const verdict = decidePlaces(present && { ...present, everRegistered: ever }, change.wanted, change.open)
  if (verdict.kind === 'refused') return verdict
  if (verdict.kind === 'no-list') {
    if (present !== undefined) await deleteList(tx, present.id)
    return verdict
  }
  const { places, open } = verdict
  const offerHours = change.offerHours === undefined ? (present?.offerHours ?? null) : change.offerHours
  if (present === undefined) {
    const { dateId, kind, closesAt } = change
    await insertList(tx, { dateId, kind, places, open, closesAt, offerHours })
    return verdict
  }
  if (present.places === places && present.open === open && present.offerHours === offerHours) return verdict
  await updateList(tx, present.id, { places, open, offerHours })
  const details = { places: places ?? 'unlimited', open: String(open), 'offer-hours': offerHours ?? 'none' }
  await audit(tx, { actorId: by, verb: 'places-changed', object: `list:${present.id}`, details, now })
  await promoteIn(tx, present.id, now)
  return verdict
}

export type PlacesMove = { dateId: number; from: ListKind; count: number }

/** Places leave one list of a date for the other, and whoever waits there moves up (REG-4). */
export async function movePlacesIn(tx: Tx, move: PlacesMove, by: number, now: Instant): Promise<MovePlacesVerdict> {
  const lists = await lockListsOfDate(tx, move.dateId)
  const from = lists.find(({ kind }) => kind === move.from)
  const to = lists.find(({ kind }) => kind !== move.from)
  const verdict = decideMovePlaces(from, to, move.count)
  if (verdict.kind === 'refused' || from === undefined || to === undefined) return verdict
  await updateList(tx, from.id, { places: verdict.from })
  await updateList(tx, to.id, { places: verdict.to })
  const details = { from: from.id, count: move.count }
  await audit(tx, { actorId: by, verb: 'places-moved', object: `list:${to.id}`, details, now })
  await promoteIn(tx, to.id, now)
  await dropPages(tx, await pageTags(tx, move.dateId))
  return verdict
}

export const movePlaces = (
  database: Database,
  move: PlacesMove,
  by: number,
  now: Instant,
): Promise<MovePlacesVerdict> => transact(database, (tx) => movePlacesIn(tx, move, by, now))
