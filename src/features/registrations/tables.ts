import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import { instant } from '#platform/database/instant-column.ts'
import { literals } from '#platform/database/literals.ts'
import { ACTIVE_STATES, KEPT_STATES, LIST_KINDS, PRESENCES, REGISTRATION_STATES } from './rules.ts'

/** A list of a date. `taken` and `waiting` are kept by a trigger on `registrations`; the CHECK forbids overbooking. */
export const registrationLists = pgTable(
  'registration_lists',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    dateId: bigint('date_id', { mode: 'number' })
      .notNull()
      .references(() => eventDates.id, { onDelete: 'cascade' }),
    kind: text({ enum: LIST_KINDS }).notNull(),
    /** Null: « sans limite ». */
    places: integer(),
    open: boolean().notNull().default(true),
    /** The beginning of the date, and whether it was cancelled: kept here so that one locked row holds every fact. */
    closesAt: instant('closes_at').notNull(),
    cancelled: boolean().notNull().default(false),
    taken: integer().notNull().default(0),
    waiting: integer().notNull().default(0),
    /** Null: whoever waits moves up at once; otherwise the place is offered, to be accepted within so many hours. */
    offerHours: integer('offer_hours'),
    /** The beginning for which reminders were queued; a date that moves is reminded anew. */
    remindedFor: instant('reminded_for'),
    thankedAt: instant('thanked_at'),
  },
  (table) => [
    unique('registration_lists_date_kind').on(table.dateId, table.kind),
    check('registration_lists_places', sql`${table.places} is null or ${table.places} > 0`),
    check('registration_lists_not_overbooked', sql`${table.places} is null or ${table.taken} <= ${table.places}`),
    /** Lists about to begin (reminders), lists long past (retention). */
    index('registration_lists_closes').on(table.closesAt),
    check('registration_lists_offer_hours', sql`${table.offerHours} between 1 and 240`),
    check('registration_lists_counts', sql`${table.taken} >= 0 and ${table.waiting} >= 0`),
  ],
)

export const registrations = pgTable(
  'registrations',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** 128 random bits each: what only the person holds, to confirm and cancel; and what the sender of the form sees. */
    key: text().notNull(),
    receipt: text().notNull(),
    listId: bigint('list_id', { mode: 'number' })
      .notNull()
      .references(() => registrationLists.id, { onDelete: 'cascade' }),
    /** Grows in the order of arrival; taken anew by whoever comes back after a hold ran out, behind those who wait. */
    arrival: bigserial({ mode: 'number' }).notNull(),
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    name: text().notNull(),
    email: text().notNull(),
    emailKey: text('email_key').notNull(),
    phone: text().notNull().default(''),
    state: text({ enum: REGISTRATION_STATES }).notNull(),
    /** Until when a seat is kept, or said to be: for an address not yet confirmed, or for an offer not yet accepted. */
    heldUntil: instant('held_until'),
    /** When the link of a mail was used, or when the professional who prescribes vouched for the address. */
    verifiedAt: instant('verified_at'),
    createdAt: instant('created_at').notNull(),
    settledAt: instant('settled_at'),
    /** The professional who enrolled this person (REG-6). */
    prescriberId: bigint('prescriber_id', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    presence: text({ enum: PRESENCES }),
    /** Added to the SEQUENCE of the date, so that whoever moves to another date keeps one calendar entry that grows. */
    sequence: integer().notNull().default(0),
    anonymisedAt: instant('anonymised_at'),
  },
  (table) => [
    unique('registrations_key').on(table.key),
    unique('registrations_receipt').on(table.receipt),
    uniqueIndex('registrations_one_each')
      .on(table.listId, table.emailKey)
      .where(sql`${table.state} in (${literals(ACTIVE_STATES)})`),
    index('registrations_waiting').on(table.listId, table.arrival).where(sql`${table.state} = 'waiting'`),
    index('registrations_held')
      .on(table.heldUntil)
      .where(sql`${table.state} in (${literals(KEPT_STATES)})`),
    index('registrations_list').on(table.listId, table.id),
    index('registrations_person').on(table.personId),
    /** What somebody holds under an address, before an account was opened with it. */
    index('registrations_address').on(table.emailKey).where(sql`${table.personId} is null`),
    index('registrations_prescriber').on(table.prescriberId).where(sql`${table.prescriberId} is not null`),
    check(
      'registrations_held_until',
      sql`${table.state} not in (${literals(KEPT_STATES)}) or ${table.heldUntil} is not null`,
    ),
    check(
      'registrations_confirmed',
      sql`${table.state} not in ('confirmed', 'offered') or ${table.verifiedAt} is not null`,
    ),
    check('registrations_presence', sql`${table.presence} is null or ${table.state} = 'confirmed'`),
  ],
)

/** What an organiser wrote to those who come (REG-8). */
export const registrantMessages = pgTable(
  'registrant_messages',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    dateId: bigint('date_id', { mode: 'number' })
      .notNull()
      .references(() => eventDates.id, { onDelete: 'cascade' }),
    authorId: bigint('author_id', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: instant('created_at').notNull(),
    recipients: integer().notNull(),
  },
  (table) => [index('registrant_messages_date').on(table.dateId, table.id)],
)

/** Addresses that nobody may prescribe any more, as keyed hashes: the addresses themselves are not kept (art. 21). */
export const prescriptionObjections = pgTable('prescription_objections', {
  emailHash: text('email_hash').primaryKey(),
  createdAt: instant('created_at').notNull(),
})

/** When old registrations were last made anonymous: a clock that jumped since must not erase. */
export const retentionRuns = pgTable('registration_retention_runs', {
  name: text().primaryKey(),
  ranAt: instant('ran_at').notNull(),
})
