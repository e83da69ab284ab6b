import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { contents } from '#features/contents/tables.ts'
import { sourceColumns } from '#features/structures/source-tables.ts'
import { RESOURCE_KINDS } from './rules.ts'

/** A file or a link of the « base ressource ». Its file is in `content_files`; its readers are in `contents`. */
export const resources = pgTable(
  'resources',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .primaryKey()
      .references(() => contents.id, { onDelete: 'cascade' }),
    kind: text({ enum: RESOURCE_KINDS }).notNull(),
    /** « Lien web / vidéo »; empty for a file. */
    link: text().notNull().default(''),
    ...sourceColumns(),
  },
  (table) => [
    unique('resources_source').on(table.source, table.sourceId),
    index('resources_kind').on(table.kind),
    check('resources_link', sql`${table.link} = '' or ${table.link} ~ '^https?://'`),
    check('resources_whole_source', sql`(${table.source} is null) = (${table.sourceId} is null)`),
  ],
)
