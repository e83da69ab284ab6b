import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { sendMails } from '#platform/mail/outbox.ts'
import { mailTo } from './announcements.ts'
import { decidePlaces, type PlacesVerdict, type WantedPlaces } from './places.ts'
import { pageTags } from './queries.ts'
import { decidePromoted, decidePromotions, type ListKind } from './rules.ts'
import {
  deleteList,
  everRegistered,
  expireHolds,
  firstWaiting,
  insertList,
  type LockedList,
  lockList,
  lockListsOfDate,
  setState,
  updateList,
} from './store.ts'

/**
 * Gives the free places of a locked list to those who wait, in order (REG-4). Must be called by whatever frees a place, in
 * the same transaction; `list` is read again since the counts have changed.
 */
export async function promoteIn(tx: Tx, listId: number, now: Instant): Promise<number> {
  const list = await lockList(tx, listId)
  if (list === undefined) return 0
  const promoted = await firstWaiting(tx, listId, decidePromotions(list, now))
  for (const registration of promoted) {
    const next = decidePromoted(list, { verified: registration.verifiedAt !== null }, now)
    await setState(tx, registration.id, { ...next, settledAt: now })
    await audit(tx, { actorId: null, verb: 'registration-promoted', object: `registration:${registration.id}`, now })
  }
  await sendMails(
    tx,
    promoted.map((registration) => mailTo('registration-promoted', registration, now)),
  )
  return promoted.length
}

/** Ends the holds that ran out and gives their places on; a job calls it each minute for every list that has some. */
export function releaseHolds(database: Database, listId: number, now: Instant): Promise<number> {
  return transact(database, async (tx) => {
    const list = await lockList(tx, listId)
    return list === undefined ? 0 : releaseHoldsIn(tx, list, now)
  })
}

export async function releaseHoldsIn(tx: Tx, list: LockedList, now: Instant): Promise<number> {
  const expired = await expireHolds(tx, list.id, now)
  if (expired.length === 0) return 0
  await sendMails(
    tx,
    expired.map((registration) => mailTo('registration-expired', registration, now)),
  )
  await promoteIn(tx, list.id, now)
  await dropPages(tx, await pageTags(tx, list.dateId))
  return expired.length
}

export type ListChange = { dateId: number; kind: ListKind; wanted: WantedPlaces; open: boolean; closesAt: Instant }

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
  if (present === undefined) {
    const { dateId, kind, closesAt } = change
    await insertList(tx, { dateId, kind, places, open, closesAt })
    return verdict
  }
  if (present.places === places && present.open === open) return verdict
  await updateList(tx, present.id, { places, open })
  const details = { places: places ?? 'unlimited', open: String(open) }
  await audit(tx, { actorId: by, verb: 'places-changed', object: `list:${present.id}`, details, now })
  await promoteIn(tx, present.id, now)
  return verdict
}
