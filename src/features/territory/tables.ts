import { doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/instant-column.ts'

// INSEE codes are texts: « 01 » and « 2A » are not numbers.

export const regions = pgTable('regions', { code: text().primaryKey(), name: text().notNull() })

export const departements = pgTable(
  'departements',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    regionCode: text('region_code')
      .notNull()
      .references(() => regions.code),
  },
  (table) => [index('departements_region').on(table.regionCode)],
)

/** Intercommunalités. */
export const epcis = pgTable('epcis', {
  code: text().primaryKey(),
  name: text().notNull(),
  population: integer().notNull(),
})

/** The communes of the region, with the nine arrondissements of Lyon. */
export const communes = pgTable(
  'communes',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    departementCode: text('departement_code')
      .notNull()
      .references(() => departements.code),
    epciCode: text('epci_code').references(() => epcis.code),
    postalCodes: text('postal_codes').array().notNull(),
    population: integer().notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    /** « saint etienne »: the name without accents, hyphens or capitals. */
    searchName: text('search_name').notNull(),
    /** « saint etienne 42000 42100 », with a space before: a word or a postal code is looked for by its beginning. */
    searchText: text('search_text').notNull(),
  },
  (table) => [
    index('communes_search_name').on(table.searchName.op('text_pattern_ops')),
    index('communes_departement').on(table.departementCode),
  ],
)

/** Which version of each file is loaded, so that a start does not load it again. */
export const territoryFiles = pgTable('territory_files', {
  name: text().primaryKey(),
  hash: text().notNull(),
  loadedAt: instant('loaded_at').notNull(),
})
