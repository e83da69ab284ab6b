import { sql } from 'drizzle-orm'
import { bigint, boolean, check, doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { contents } from '#features/contents/tables.ts'
import { instant } from '#platform/database/instant-column.ts'
import { EVENT_KINDS, PROJECT_SIZES } from './rules.ts'

/** What an event has beside its content. */
export const events = pgTable(
  'events',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .primaryKey()
      .references(() => contents.id, { onDelete: 'cascade' }),
    kind: text({ enum: EVENT_KINDS }).notNull(),
    paying: boolean().notNull(),
    priceNote: text('price_note').notNull().default(''),
    projectSizes: text('project_sizes', { enum: PROJECT_SIZES }).array().notNull().default([]),
    forSocialEconomy: boolean('for_social_economy').notNull().default(false),
    forInnovation: boolean('for_innovation').notNull().default(false),
    placeName: text('place_name').notNull().default(''),
    street: text().notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    city: text().notNull().default(''),
    communeCode: text('commune_code'),
    /** From the commune; what the agenda filters on. */
    departementCode: text('departement_code'),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    contactName: text('contact_name').notNull().default(''),
    contactPhone: text('contact_phone').notNull().default(''),
    contactEmail: text('contact_email').notNull().default(''),
    facebook: text().notNull().default(''),
    website: text().notNull().default(''),
  },
  (table) => [
    index('events_departement').on(table.departementCode),
    check('events_place', sql`(${table.latitude} is null) = (${table.longitude} is null)`),
  ],
)

export const eventDates = pgTable(
  'event_dates',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    eventId: bigint('event_id', { mode: 'number' })
      .notNull()
      .references(() => events.contentId, { onDelete: 'cascade' }),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    /** When the date leaves the agenda: its end, or two hours after its start. */
    overAt: instant('over_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    /** SEQUENCE of its calendar entry (RFC 5546): grows when hour or place change, and at its cancellation. */
    sequence: integer().notNull().default(0),
    /** The address of a date that takes place elsewhere than its event (EVT-2); empty for the others. */
    ownPlace: boolean('own_place').notNull().default(false),
    /** Online: no place at all. The link is for those whose seat is confirmed, never public. */
    online: boolean().notNull().default(false),
    onlineUrl: text('online_url').notNull().default(''),
    placeName: text('place_name').notNull().default(''),
    street: text().notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    city: text().notNull().default(''),
    /** Where it takes place, be it at the place of its event (copied by a trigger) or elsewhere; null when online. */
    communeCode: text('commune_code'),
    departementCode: text('departement_code'),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    /** What the agenda filters on, `kind:workshop`, `departement:42`…: written by a trigger, from the event and the date. */
    facets: text().array().notNull().default([]),
  },
  (table) => [
    index('event_dates_event').on(table.eventId, table.startsAt),
    index('event_dates_agenda').on(table.startsAt, table.id, table.overAt).where(sql`${table.cancelledAt} is null`),
    index('event_dates_facets').using('gin', table.facets).where(sql`${table.cancelledAt} is null`),
    index('event_dates_around').on(table.latitude, table.longitude).where(sql`${table.cancelledAt} is null`),
    check('event_dates_order', sql`${table.endsAt} is null or ${table.endsAt} > ${table.startsAt}`),
    check('event_dates_place', sql`(${table.latitude} is null) = (${table.longitude} is null)`),
    check('event_dates_one_place', sql`not (${table.ownPlace} and ${table.online})`),
    check('event_dates_online_url', sql`${table.online} or ${table.onlineUrl} = ''`),
  ],
)
