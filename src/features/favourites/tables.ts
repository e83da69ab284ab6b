import { bigint, index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { instant } from '#platform/database/instant-column.ts'

/** Who keeps what for later. */
export const favourites = pgTable(
  'favourites',
  {
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.contentId] }),
    index('favourites_content').on(table.contentId),
  ],
)
