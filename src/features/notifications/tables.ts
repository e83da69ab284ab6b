import { sql } from 'drizzle-orm'
import { bigint, check, index, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { instant } from '#platform/database/instant-column.ts'
import { CHOICES } from './rules.ts'

/** What a person answered about a subject of mail; without a line, the subject's default holds. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    topic: text().notNull(),
    choice: text({ enum: CHOICES }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.topic] }),
    check('notification_preferences_choice', sql`${table.choice} in ('at-once', 'daily', 'none')`),
  ],
)

/** What a person was told: one line per person and cause. Numbers only: its words are made when it is read. */
export const notifications = pgTable(
  'notifications',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** What happened, the same as its mail’s: `project-commented:12`. */
    cause: text().notNull(),
    /** Which words: `project-commented`. */
    kind: text().notNull(),
    topic: text().notNull(),
    about: jsonb().$type<Record<string, string | number>>().notNull(),
    createdAt: instant('created_at').notNull(),
    readAt: instant('read_at'),
    /** When a mail of the day told it. */
    digestedAt: instant('digested_at'),
  },
  (table) => [
    unique('notifications_person_cause').on(table.personId, table.cause),
    index('notifications_person').on(table.personId, table.createdAt),
    index('notifications_undigested')
      .on(table.createdAt)
      .where(sql`${table.digestedAt} is null and ${table.readAt} is null`),
  ],
)

/** Addresses without account that asked for no more mails: a keyed hash, never the address. */
export const addressStops = pgTable('address_stops', {
  emailHash: text('email_hash').primaryKey(),
  since: instant().notNull(),
})
