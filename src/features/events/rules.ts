// EVT-1. An event has one or several dates; it leaves the agenda by itself once its last date is over. A date that people
// registered for is never deleted: it is cancelled, and they are told (EVT-4).
import { hours, type Instant, isBefore } from '#kernel/time'

export const EVENT_KINDS = [
  'workshop',
  'talk',
  'appointment',
  'training',
  'information',
  'drop-in',
  'meeting',
  'fair',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const PROJECT_SIZES = ['alone', 'larger'] as const
export type ProjectSize = (typeof PROJECT_SIZES)[number]

/** Most dates of one event, said beforehand. */
export const MOST_DATES = 60

/** When a date is over: its end, or two hours after its start when none is given. */
export const overAt = (startsAt: Instant, endsAt: Instant | undefined): Instant => endsAt ?? startsAt.add(hours(2))

export type DateFacts = { startsAt: Instant; overAt: Instant; cancelledAt: Instant | null }

export type DateStatus = 'coming' | 'running' | 'over' | 'cancelled'

export function dateStatus(date: DateFacts, now: Instant): DateStatus {
  if (date.cancelledAt !== null) return 'cancelled'
  if (!isBefore(now, date.overAt)) return 'over'
  return isBefore(now, date.startsAt) ? 'coming' : 'running'
}

export type DateRemoval = { kind: 'deleted' } | { kind: 'cancelled'; people: number } | { kind: 'nothing' }

/** « Retirer » a date: it is deleted when nobody ever registered, else cancelled with its people kept (EVT-4, P8). */
export function decideRemoval(date: DateFacts, facts: { everRegistered: boolean; active: number }): DateRemoval {
  if (!facts.everRegistered) return { kind: 'deleted' }
  return date.cancelledAt === null ? { kind: 'cancelled', people: facts.active } : { kind: 'nothing' }
}
