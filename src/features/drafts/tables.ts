import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { instant } from '#platform/database/instant-column.ts'

/**
 * What somebody typed in a form and has not saved. One row per page that was opened: two windows never write over each
 * other. `fields` is the form as a browser sends it: unlike JSON columns, it holds every character that can be typed.
 */
export const formDrafts = pgTable(
  'form_drafts',
  {
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    form: text().notNull(),
    /** The number of the form of that page. */
    page: text().notNull(),
    fields: text().notNull(),
    startedAt: instant('started_at').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.form, table.page] }),
    index('form_drafts_saved').on(table.savedAt),
  ],
)
