import type { SQL } from 'drizzle-orm'
import type { VNode } from 'preact'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import type { Database, Reader, Tx } from '#platform/database/database.ts'
import type { Fields } from '#platform/http/fields.ts'
import type { Tone } from '#ui/chip.tsx'
import type { FormState } from '#ui/form-state.ts'
import type { PlaceOfEvent, PlaceOfOneDate } from './place-text.ts'

/** What is left on a date, said in words: « 3 places restantes sur 12 », « Liste d’attente », « Complet ». */
export type SeatsLeft = { tone: Exclude<Tone, 'lake'>; text: string }

/** What registrations show on the agenda and on the page of an event. */
export type RegistrationSlot = {
  /** The seats of these dates; a date without a list is absent. One statement. */
  seats(reader: Reader, dateIds: readonly number[], now: Instant): Promise<ReadonlyMap<number, SeatsLeft>>
  /** Whether a date has seats that this person may take now: a condition on `event_dates`, for the agenda to filter on. */
  freeSeats(person: Person, now: Instant): SQL
  /** The block « Inscription » of an event; null where no list exists (REG-1). At most two statements. */
  block(reader: Reader, event: EventShown, visit: BlockVisit): Promise<VNode | null>
}

export type EventShown = { id: number; slug: string; event: PlaceOfEvent; dates: readonly DateShown[] }
export type DateShown = {
  id: number
  startsAt: Instant
  endsAt: Instant | null
  overAt: Instant
  cancelledAt: Instant | null
} & PlaceOfOneDate

/** `form` is what a refused registration shows again; empty on a first reading. */
export type BlockVisit = { person: Person; now: Instant; form: FormState; submission: string }

/**
 * The places inside the event's form, one set of fields per date (REG-1 to REG-3). `prefix` begins the name of each
 * field: `date.0.`. A date is known by its number; a new one has none yet.
 */
export type PlacesSlot<Wanted = unknown> = {
  /** What a new date begins with: values by field name, without prefix. */
  blank: Readonly<Record<string, string>>
  /** What the form shows for dates that exist: values by field name, without prefix, and the people already there. */
  load(reader: Reader, dateIds: readonly number[]): Promise<ReadonlyMap<number, PlacesOfDate>>
  fields(state: FormState, prefix: string, people: PeopleOfDate | undefined): VNode
  /** What these fields say, in a few words, while they are folded. */
  summary(state: FormState, prefix: string): string
  /** The form shows the addresses of those who registered: who read them is noted. */
  noteReading(
    database: Database,
    shown: ReadonlyMap<number, PlacesOfDate>,
    by: { actorId: number; now: Instant },
  ): Promise<void>
  /** Takes the lists of these dates for a transaction that changes several, in the one order (docs/how/locking.md). */
  lock(tx: Tx, dateIds: readonly number[]): Promise<unknown>
  /** What enhances these fields in the browser. */
  islands: readonly string[]
  /** Reads what was typed; errors are by whole field name. */
  read(fields: Fields, prefix: string): { ok: true; value: Wanted } | { ok: false; errors: Record<string, string> }
  /** Writes the lists of a date in the event's transaction; errors are by field name without prefix. */
  save(
    tx: Tx,
    date: { id: number; startsAt: Instant },
    value: Wanted,
    by: { actorId: number; now: Instant },
  ): Promise<Record<string, string>>
}

export type PeopleOfDate = {
  everRegistered: boolean
  /** Of both lists together. */
  taken: number
  waiting: number
  lists: readonly PeopleOfList[]
}
export type PeopleOfList = {
  id: number
  kind: 'direct' | 'prescription'
  /** Null: without limit. */
  places: number | null
  open: boolean
  taken: number
  waiting: number
  everRegistered: boolean
  emails: readonly string[]
  /** Those of the addresses whose last mail came back. */
  failing: ReadonlySet<string>
}
export type PlacesOfDate = { values: Readonly<Record<string, string>>; people: PeopleOfDate }

type Change = { dateId: number; actorId: number; now: Instant }

/** Run inside the transaction that changes a date. */
export type WhenDateMoved = (tx: Tx, change: Change & { startsAt: Instant }) => Promise<void>
export type WhenDateCancelled = (tx: Tx, change: Change) => Promise<void>
export type DateAnnouncements = { moved: readonly WhenDateMoved[]; cancelled: readonly WhenDateCancelled[] }
