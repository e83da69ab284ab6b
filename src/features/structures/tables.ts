import { sql } from 'drizzle-orm'
import { bigint, check, doublePrecision, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { contents } from '#features/contents/tables.ts'
import { communes } from '#features/territory/tables.ts'
import { sourceColumns } from './source-tables.ts'

/** What a structure has beside its content. Texts are empty rather than null: an empty field is not shown. */
export const structures = pgTable(
  'structures',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .primaryKey()
      .references(() => contents.id, { onDelete: 'cascade' }),
    acronym: text().notNull().default(''),
    siret: text(),
    /** « Réseaux porteurs » and kinds of place: codes whose words are in texts.ts, unknown ones shown as they are. */
    networks: text().array().notNull().default([]),
    kinds: text().array().notNull().default([]),
    audiences: text().array().notNull().default([]),
    phone: text().notNull().default(''),
    email: text().notNull().default(''),
    website: text().notNull().default(''),
    /** Its pages on social networks. */
    socialLinks: text('social_links').array().notNull().default([]),
    /** Whom to ask for, one a line, as the structure publishes it. */
    contacts: text().notNull().default(''),
    openingHours: text('opening_hours').notNull().default(''),
    accessibilityUrl: text('accessibility_url').notNull().default(''),
    street: text().notNull().default(''),
    addressNote: text('address_note').notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    city: text().notNull().default(''),
    communeCode: text('commune_code').references(() => communes.code),
    /** Of the commune, or of the postal code elsewhere in France. */
    departementCode: text('departement_code'),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    /** The phone and the address as they are compared when doubles are looked for; null when there is nothing to compare. */
    phoneKey: text('phone_key'),
    addressKey: text('address_key'),
    ...sourceColumns(),
  },
  (table) => [
    unique('structures_source').on(table.source, table.sourceId),
    index('structures_name').on(table.searchName, table.contentId),
    index('structures_departement').on(table.departementCode, table.searchName),
    index('structures_commune').on(table.communeCode),
    index('structures_networks').using('gin', table.networks),
    index('structures_kinds').using('gin', table.kinds),
    index('structures_phone').on(table.phoneKey).where(sql`${table.phoneKey} is not null`),
    index('structures_address').on(table.addressKey).where(sql`${table.addressKey} is not null`),
    check('structures_place', sql`(${table.latitude} is null) = (${table.longitude} is null)`),
    check('structures_siret', sql`${table.siret} ~ '^[0-9]{14}$'`),
    check('structures_whole_source', sql`(${table.source} is null) = (${table.sourceId} is null)`),
  ],
)
