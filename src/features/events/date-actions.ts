import { audit } from '#features/audit/actions.ts'
import { type Instant, isBefore } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { cancelDate, type DateRow, deleteDate, insertDate, locateDate, lockDates, moveDate } from './authoring-store.ts'
import { rowField } from './date-fields.ts'
import { type DatePlace, isMoved, isSamePoint } from './date-place.ts'
import type { PlaceOfEvent } from './place-text.ts'
import { decideRemoval } from './rules.ts'
import type { DateAnnouncements, PlacesSlot } from './slots.ts'

/** A date as its form wants it; `places` is what the places slot read in the same row. */
export type WantedDate = {
  row: number
  id?: number
  startsAt: Instant
  endsAt: Instant | null
  place: DatePlace
  places: unknown
}

export type DatesToSave = {
  eventId: number
  wanted: readonly WantedDate[]
  removed: readonly number[]
  /** Where the event took place before this save, and where it does now: whoever registered for a date there is told. */
  from: PlaceOfEvent
  to: PlaceOfEvent
}

export type DateSlots = { places: PlacesSlot; announcements: DateAnnouncements }
export type SavingDates = { slots: DateSlots; actorId: number; now: Instant }

/**
 * Brings the dates of a locked event to what its form wants, lowest number first (docs/how/locking.md). A date that the
 * form does not name stays as it is. Returns what the places refused, by field name: then nothing may be committed.
 */
export async function saveDatesIn(tx: Tx, saving: SavingDates, dates: DatesToSave): Promise<Record<string, string>> {
  const errors: Record<string, string> = {}
  for (const present of await lockToComeIn(tx, saving, dates.eventId)) {
    if (dates.removed.includes(present.id)) await removeDateIn(tx, saving, present)
    else Object.assign(errors, await keepDateIn(tx, saving, { present, dates }))
  }
  for (const wanted of dates.wanted.filter(({ id }) => id === undefined)) {
    const id = await insertDate(tx, dates.eventId, wanted)
    Object.assign(errors, await savePlacesIn(tx, saving, { ...wanted, id }))
  }
  return errors
}

/** The dates to come of a locked event with all their lists, since people move between them. */
async function lockToComeIn(tx: Tx, { slots, now }: SavingDates, eventId: number): Promise<DateRow[]> {
  const dates = await lockDates(tx, eventId)
  const toCome = dates.filter(({ cancelledAt, overAt }) => cancelledAt === null && isBefore(now, overAt))
  if (toCome.length > 0) {
    const ids = toCome.map(({ id }) => id)
    await slots.places.lock(tx, ids)
  }
  return toCome
}

async function keepDateIn(
  tx: Tx,
  saving: SavingDates,
  { present, dates }: { present: DateRow; dates: DatesToSave },
): Promise<Record<string, string>> {
  const wanted = dates.wanted.find(({ id }) => id === present.id)
  const hours = wanted ?? present
  const place = wanted?.place ?? present
  const before = { event: dates.from, date: present }
  if (isMoved(before, { event: dates.to, date: place }) || !sameHours(present, hours)) {
    await moveDate(tx, present.id, { ...hours, place })
    await audit(tx, { actorId: saving.actorId, verb: 'date-moved', object: `date:${present.id}`, now: saving.now })
    for (const announce of saving.slots.announcements.moved) {
      await announce(tx, { dateId: present.id, startsAt: hours.startsAt, ...by(saving) })
    }
  } else if (!isSamePoint(present, place)) await locateDate(tx, present.id, place)
  return wanted === undefined ? {} : savePlacesIn(tx, saving, { ...wanted, id: present.id })
}

const by = ({ actorId, now }: SavingDates) => ({ actorId, now })

function sameHours(a: Pick<DateRow, 'startsAt' | 'endsAt'>, b: Pick<DateRow, 'startsAt' | 'endsAt'>): boolean {
  const sameEnd = a.endsAt === null || b.endsAt === null ? a.endsAt === b.endsAt : a.endsAt.equals(b.endsAt)
  return sameEnd && a.startsAt.equals(b.startsAt)
}

async function savePlacesIn(
  tx: Tx,
  saving: SavingDates,
  date: WantedDate & { id: number },
): Promise<Record<string, string>> {
  const errors = await saving.slots.places.save(tx, date, date.places, by(saving))
  return Object.fromEntries(Object.entries(errors).map(([name, text]) => [rowField(date.row, name), text]))
}

/** The cancellation is announced first: it locks the lists of the date, so that nobody registers while one looks. */
async function removeDateIn(tx: Tx, saving: SavingDates, present: DateRow): Promise<void> {
  const { actorId, now, slots } = saving
  await cancelDate(tx, present.id, now)
  for (const announce of slots.announcements.cancelled) await announce(tx, { dateId: present.id, actorId, now })
  const people = (await slots.places.load(tx, [present.id])).get(present.id)?.people
  const facts = { everRegistered: people?.everRegistered ?? false, active: 0 }
  const removal = decideRemoval({ ...present, cancelledAt: null }, facts)
  if (removal.kind === 'deleted') await deleteDate(tx, present.id)
  const verb = removal.kind === 'deleted' ? 'date-deleted' : 'date-cancelled'
  await audit(tx, { actorId, verb, object: `date:${present.id}`, now })
}

/** Cancels every date to come of a locked event: it is no longer shown, whoever registered is told (EVT-4). */
export async function cancelDatesToComeIn(tx: Tx, saving: SavingDates, eventId: number): Promise<void> {
  const { actorId, now, slots } = saving
  for (const present of await lockToComeIn(tx, saving, eventId)) {
    await cancelDate(tx, present.id, now)
    for (const announce of slots.announcements.cancelled) await announce(tx, { dateId: present.id, actorId, now })
    await audit(tx, { actorId, verb: 'date-cancelled', object: `date:${present.id}`, now })
  }
}
