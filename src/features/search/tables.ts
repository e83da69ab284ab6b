import { bigint, customType, doublePrecision, index, integer, pgTable, real, text } from 'drizzle-orm/pg-core'
import { CONTENT_KINDS, contents } from '#features/contents/tables.ts'
import { instant } from '#platform/database/instant-column.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * What is looked for, one row per published content, written by the triggers of extra.sql in the transaction that writes
 * the content. Who may know of a row is said by its content alone: read it joined to `contents` under `listedFor`.
 */
export const searchEntries = pgTable(
  'search_entries',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .primaryKey()
      .references(() => contents.id, { onDelete: 'cascade' }),
    kind: text({ enum: CONTENT_KINDS }).notNull(),
    /** The title without accents, capitals or signs. */
    titleKey: text('title_key').notNull(),
    titleVector: tsvector('title_vector').notNull(),
    /** A: title, acronym. B: summary and kinds in words. C: full text. D: places, structure’s name. */
    vector: tsvector().notNull(),
    /** `kind:event`, `departement:42` or `departement:*`, `sector:commerce`, `cell:184:16` (a quarter of a degree). */
    facets: text().array().notNull(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    /** How much it is about creating a business, before anything is typed. */
    prior: real().notNull(),
    /** When the last date of an event is over; null for what has no date. */
    lastAt: instant('last_at'),
  },
  (table) => [
    index('search_entries_words').using('gin', table.vector, table.facets),
    index('search_entries_title_words').using('gin', table.titleVector, table.facets),
    index('search_entries_title_start').on(table.titleKey.op('text_pattern_ops')),
  ],
)

/** The words of what anybody may read, to mend what was mistyped. Written anew by a periodic job. */
export const searchWords = pgTable('search_words', {
  word: text().primaryKey(),
  count: integer().notNull(),
})
