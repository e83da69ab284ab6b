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
import { LIST_KINDS, REGISTRATION_STATES } from './rules.ts'

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
  },
  (table) => [
    unique('registration_lists_date_kind').on(table.dateId, table.kind),
    check('registration_lists_places', sql`${table.places} is null or ${table.places} > 0`),
    check('registration_lists_not_overbooked', sql`${table.places} is null or ${table.taken} <= ${table.places}`),
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
    /** Until when a seat is kept, or said to be, for an address not yet confirmed. */
    heldUntil: instant('held_until'),
    verifiedAt: instant('verified_at'),
    createdAt: instant('created_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (table) => [
    unique('registrations_key').on(table.key),
    unique('registrations_receipt').on(table.receipt),
    uniqueIndex('registrations_one_each')
      .on(table.listId, table.emailKey)
      .where(sql`${table.state} in ('held', 'confirmed', 'waiting')`),
    index('registrations_waiting').on(table.listId, table.arrival).where(sql`${table.state} = 'waiting'`),
    index('registrations_held').on(table.heldUntil).where(sql`${table.state} = 'held'`),
    index('registrations_list').on(table.listId, table.id),
    index('registrations_person').on(table.personId),
    check('registrations_held_until', sql`${table.state} <> 'held' or ${table.heldUntil} is not null`),
    check('registrations_confirmed', sql`${table.state} <> 'confirmed' or ${table.verifiedAt} is not null`),
  ],
)
