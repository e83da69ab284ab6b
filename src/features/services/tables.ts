import { sql } from 'drizzle-orm'
import { bigint, boolean, check, doublePrecision, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { contents } from '#features/contents/tables.ts'
import { sourceColumns } from '#features/structures/source-tables.ts'
import { structures } from '#features/structures/tables.ts'
import { communes } from '#features/territory/tables.ts'
import { SERVICE_COSTS, STAGES } from './rules.ts'

/** What a service has beside its content. Lists hold codes of data.inclusion v1, whose words are in texts.ts. */
export const services = pgTable(
  'services',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .primaryKey()
      .references(() => contents.id, { onDelete: 'cascade' }),
    structureId: bigint('structure_id', { mode: 'number' })
      .notNull()
      .references(() => structures.contentId, { onDelete: 'cascade' }),
    /** The order in « Nos services ». */
    rank: integer().notNull().default(0),
    /** Whether « Nos services » shows it; it keeps its structure either way, so that none is orphan. */
    listed: boolean().notNull().default(true),
    links: text().array().notNull().default([]),
    kinds: text().array().notNull().default([]),
    thematiques: text().array().notNull().default([]),
    stages: text({ enum: STAGES }).array().notNull().default([]),
    audiences: text().array().notNull().default([]),
    audienceNote: text('audience_note').notNull().default(''),
    conditions: text().notNull().default(''),
    cost: text({ enum: SERVICE_COSTS }),
    costNote: text('cost_note').notNull().default(''),
    /** `en-presentiel`, `a-distance` */
    modes: text().array().notNull().default([]),
    /** Codes of communes, EPCI, départements, regions, or `france`. */
    zone: text().array().notNull().default([]),
    hoursPerWeek: doublePrecision('hours_per_week'),
    weeks: integer(),
    /** How to get it: ways, who may ask (`usagers`, `professionnels`), how, and where online. */
    mobilisationModes: text('mobilisation_modes').array().notNull().default([]),
    mobilisationBy: text('mobilisation_by').array().notNull().default([]),
    mobilisationNote: text('mobilisation_note').notNull().default(''),
    mobilisationUrl: text('mobilisation_url').notNull().default(''),
    phone: text().notNull().default(''),
    email: text().notNull().default(''),
    openingHours: text('opening_hours').notNull().default(''),
    street: text().notNull().default(''),
    addressNote: text('address_note').notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    city: text().notNull().default(''),
    communeCode: text('commune_code').references(() => communes.code),
    departementCode: text('departement_code'),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    ...sourceColumns(),
  },
  (table) => [
    unique('services_source').on(table.source, table.sourceId),
    index('services_structure').on(table.structureId, table.rank),
    index('services_name').on(table.searchName, table.contentId),
    index('services_departement').on(table.departementCode, table.searchName),
    index('services_commune').on(table.communeCode),
    index('services_kinds').using('gin', table.kinds),
    index('services_thematiques').using('gin', table.thematiques),
    index('services_stages').using('gin', table.stages),
    check('services_place', sql`(${table.latitude} is null) = (${table.longitude} is null)`),
    check('services_whole_source', sql`(${table.source} is null) = (${table.sourceId} is null)`),
  ],
)
