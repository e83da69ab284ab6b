// REG-1 to REG-5, REG-10. A date has at most two lists: direct (anyone registers) and by prescription (professionals
// enrol those they support). Each has its own places and its own waiting list.
// - The first come are confirmed; when no place is free the others wait in order; nobody passes someone already waiting.
// - Who has no account keeps a seat for a stated time, until the address is confirmed by the link in the mail.
// - A freed place goes at once to the first who waits, be the list open or closed: closing only stops newcomers.
// - Places may change at any time, never under those taken; 0 closes the list and keeps its people and its number.
// - Someone without an account who types an address already on the list is told the same as anybody (`repeated`: it takes
//   nothing); only the mail says that the place is already theirs.
// - Registrations stop when the date begins, and when it is cancelled.
import { hours, type Instant, isBefore } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'

export const LIST_KINDS = ['direct', 'prescription'] as const
export type ListKind = (typeof LIST_KINDS)[number]

export const REGISTRATION_STATES = ['held', 'confirmed', 'waiting', 'cancelled', 'expired', 'repeated'] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]

/** States that hold a seat, and states in which an address is on the list. */
const takesSeat = (state: RegistrationState): boolean => state === 'held' || state === 'confirmed'
export const isActive = (state: RegistrationState): boolean => takesSeat(state) || state === 'waiting'

/** How long a seat is kept for an address that is not confirmed. */
export const HOLD_HOURS = 4

export type ListFacts = {
  /** Null: « sans limite ». */
  places: number | null
  open: boolean
  taken: number
  waiting: number
  closesAt: Instant
  cancelled: boolean
}

export const freePlaces = (list: Pick<ListFacts, 'places' | 'taken'>): number =>
  list.places === null ? Number.POSITIVE_INFINITY : Math.max(0, list.places - list.taken)

export type Closing = 'date-cancelled' | 'date-begun' | 'list-closed'

/** Why nobody can register any more; undefined when the list takes people, be it on its waiting list. */
export function closingOf(list: ListFacts, now: Instant): Closing | undefined {
  if (list.cancelled) return 'date-cancelled'
  if (!isBefore(now, list.closesAt)) return 'date-begun'
  return list.open ? undefined : 'list-closed'
}

/** The end of a hold that begins now: never after the date has begun. */
export function holdUntil(list: Pick<ListFacts, 'closesAt'>, now: Instant): Instant {
  const end = now.add(hours(HOLD_HOURS))
  return isBefore(end, list.closesAt) ? end : list.closesAt
}

export type RegistrationVerdict =
  | { kind: 'confirmed' }
  | { kind: 'held'; until: Instant }
  | { kind: 'waiting'; rank: number }
  | Refused<Closing>

/** What a newcomer gets. `verified`: the address is known to be theirs (signed in, or confirmed by a link). */
export function decideRegistration(
  list: ListFacts,
  newcomer: { verified: boolean },
  now: Instant,
): RegistrationVerdict {
  const closing = closingOf(list, now)
  if (closing !== undefined) return refused(closing)
  return seatOrQueue(list, newcomer, now)
}

function seatOrQueue(list: ListFacts, newcomer: { verified: boolean }, now: Instant): RegistrationVerdict {
  if (list.waiting > 0 || freePlaces(list) < 1) return { kind: 'waiting', rank: list.waiting + 1 }
  return newcomer.verified ? { kind: 'confirmed' } : { kind: 'held', until: holdUntil(list, now) }
}

/** How many of those who wait move up: the list is closed or open alike, but the date must be to come. */
export function decidePromotions(list: ListFacts, now: Instant): number {
  if (list.cancelled || !isBefore(now, list.closesAt)) return 0
  return Math.min(freePlaces(list), list.waiting)
}

/** What someone who waited gets: an address not yet confirmed gets a hold, like any newcomer. */
export function decidePromoted(
  list: ListFacts,
  person: { verified: boolean },
  now: Instant,
): { state: 'confirmed' | 'held'; heldUntil: Instant | null } {
  return person.verified ? { state: 'confirmed', heldUntil: null } : { state: 'held', heldUntil: holdUntil(list, now) }
}

export type ConfirmationVerdict =
  | { kind: 'confirmed' }
  | { kind: 'waiting'; rank: number | undefined }
  | Refused<Closing | 'cancelled'>

/**
 * The link in the mail was used. A hold that still stands becomes a seat, even late: nobody else has it yet. One that ran
 * out goes back to the rules for newcomers, behind all who wait.
 */
export function decideConfirmation(list: ListFacts, state: RegistrationState, now: Instant): ConfirmationVerdict {
  if (state === 'cancelled') return refused('cancelled')
  if (list.cancelled) return refused('date-cancelled')
  if (state === 'confirmed') return { kind: 'confirmed' }
  if (!isBefore(now, list.closesAt)) return refused('date-begun')
  if (state === 'held') return { kind: 'confirmed' }
  if (state === 'waiting') return { kind: 'waiting', rank: undefined }
  const verdict = decideRegistration(list, { verified: true }, now)
  return verdict.kind === 'held' ? { kind: 'confirmed' } : verdict
}

export type CancellationVerdict = { kind: 'cancelled'; freesSeat: boolean } | Refused<'not-registered' | 'date-begun'>

export function decideCancellation(list: ListFacts, state: RegistrationState, now: Instant): CancellationVerdict {
  if (!isActive(state)) return refused('not-registered')
  if (!isBefore(now, list.closesAt) && !list.cancelled) return refused('date-begun')
  return { kind: 'cancelled', freesSeat: takesSeat(state) }
}
