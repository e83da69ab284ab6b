import { sql } from 'drizzle-orm'
import { bigint, check, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { contents } from '#features/contents/tables.ts'
import { sourceColumns } from '#features/structures/source-tables.ts'

/** News, press releases, information on schemes; what all contents share is in `contents`. */
export const articles = pgTable(
  'articles',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .primaryKey()
      .references(() => contents.id, { onDelete: 'cascade' }),
    /** « Intertitre » */
    subtitle: text().notNull().default(''),
    ...sourceColumns(),
  },
  (table) => [
    unique('articles_source').on(table.source, table.sourceId),
    check('articles_whole_source', sql`(${table.source} is null) = (${table.sourceId} is null)`),
  ],
)
