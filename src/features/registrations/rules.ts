// REG-1 to REG-5, REG-10. A date has at most two lists: direct (anyone registers) and by prescription (professionals
// enrol those they support). Each has its own places and its own waiting list.
// - The first come are confirmed; when no place is free the others wait in order; nobody passes someone already waiting.
// - Who has no account keeps a seat for a stated time, until the address is confirmed by the link in the mail.
// - A freed place goes at once to the first who waits, be the list open or closed: closing only stops newcomers.
// - When the organiser wants offers, a freed place is offered to whoever waits and has a known address: it is theirs once
//   they accept, within the stated hours; otherwise it goes to the next, and they may come back behind all who wait.
// - Places may change at any time, never under those taken; 0 closes the list and keeps its people and its number.
// - Someone without an account who types an address already on the list is told the same as anybody (`repeated`: it takes
//   nothing); only the mail says that the place is already theirs.
// - A professional vouches for the address of whom he enrols: nothing is left to confirm. Whoever enrolled alone on the
//   direct list may be prescribed on the other one, and the other way round: a prescriber never learns who came alone.
// - Who holds or awaits a seat may take another date of the same event, on the list of the same kind, by the rules for
//   newcomers there. A seat that stands is only given up for a place in a queue when that was asked for.
// - Registrations stop when the date begins, and when it is cancelled; a cancelled date keeps its people as they are, whatever
//   was kept for them until an hour included: another date stays one step away.
import { hours, type Instant, isBefore } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'

export const LIST_KINDS = ['direct', 'prescription'] as const
export type ListKind = (typeof LIST_KINDS)[number]

export const REGISTRATION_STATES = [
  'held',
  'offered',
  'confirmed',
  'waiting',
  'cancelled',
  'expired',
  'repeated',
] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]

/** A seat kept until an hour: for an address to confirm, or for an offer to accept. */
export const KEPT_STATES = ['held', 'offered'] as const satisfies RegistrationState[]
/** An address is on the list. */
export const ACTIVE_STATES = ['held', 'offered', 'confirmed', 'waiting'] as const satisfies RegistrationState[]

const isKept = (state: RegistrationState): boolean => state === 'held' || state === 'offered'
export const takesSeat = (state: RegistrationState): boolean => isKept(state) || state === 'confirmed'
export const isActive = (state: RegistrationState): boolean => takesSeat(state) || state === 'waiting'

export const PRESENCES = ['present', 'absent'] as const
export type Presence = (typeof PRESENCES)[number]

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
  /** Hours to accept a freed place; null: it is given without asking. */
  offerHours: number | null
}

/** Most hours that an offer may stand. */
export const MOST_OFFER_HOURS = 240

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
export function holdUntil(list: Pick<ListFacts, 'closesAt'>, now: Instant, count = HOLD_HOURS): Instant {
  const end = now.add(hours(count))
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

/** What someone who waited gets: an address not yet confirmed a hold, like any newcomer; another the seat, or its offer. */
export function decidePromoted(
  list: Pick<ListFacts, 'closesAt' | 'offerHours'>,
  person: { verified: boolean },
  now: Instant,
): { state: 'confirmed' | 'held' | 'offered'; heldUntil: Instant | null } {
  if (!person.verified) return { state: 'held', heldUntil: holdUntil(list, now) }
  if (list.offerHours === null) return { state: 'confirmed', heldUntil: null }
  return { state: 'offered', heldUntil: holdUntil(list, now, list.offerHours) }
}

export type ConfirmationVerdict =
  | { kind: 'confirmed' }
  | { kind: 'waiting'; rank: number | undefined }
  | Refused<Closing | 'cancelled'>

/**
 * The link in the mail was used. A hold or an offer that still stands becomes a seat, even late: nobody else has it yet. One
 * that ran out goes back to the rules for newcomers, behind all who wait.
 */
export function decideConfirmation(list: ListFacts, state: RegistrationState, now: Instant): ConfirmationVerdict {
  if (state === 'cancelled') return refused('cancelled')
  if (list.cancelled) return refused('date-cancelled')
  if (state === 'confirmed') return { kind: 'confirmed' }
  if (!isBefore(now, list.closesAt)) return refused('date-begun')
  if (isKept(state)) return { kind: 'confirmed' }
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

/** Refused: `full` means that a seat that stands would be lost for a place in the queue, which was not asked for. */
export type MoveVerdict =
  | { kind: 'confirmed' }
  | { kind: 'waiting'; rank: number }
  | Refused<Closing | 'not-registered' | 'own-date-begun' | 'full'>

/** From one date to another of the same event. A cancelled date is left at any time; one that has begun is not left. */
export function decideMove(
  from: { list: ListFacts; state: RegistrationState },
  to: ListFacts,
  wants: { mayWait: boolean; now: Instant },
): MoveVerdict {
  if (!isActive(from.state)) return refused('not-registered')
  if (!from.list.cancelled && !isBefore(wants.now, from.list.closesAt)) return refused('own-date-begun')
  const verdict = decideRegistration(to, { verified: true }, wants.now)
  if (verdict.kind === 'refused' || verdict.kind === 'confirmed') return verdict
  const losesSeat = takesSeat(from.state) && !from.list.cancelled
  if (losesSeat && !wants.mayWait) return refused('full')
  return { kind: 'waiting', rank: to.waiting + 1 }
}

/** People sign the sheet as they arrive, before the hour (REG-8). */
const PRESENCE_HOURS_BEFORE = 2

export const mayMarkPresence = (list: Pick<ListFacts, 'closesAt' | 'cancelled'>, now: Instant): boolean =>
  !list.cancelled && !isBefore(now, list.closesAt.subtract(hours(PRESENCE_HOURS_BEFORE)))
