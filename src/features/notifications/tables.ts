import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'

/** What a person answered about a subject of mail; without a line, the subject's default holds. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    topic: text().notNull(),
    choice: text({ enum: ['at-once', 'none'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.topic] })],
)
