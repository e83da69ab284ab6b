import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../database/instant-column.ts'

/** Counters of tries, shared by all processes; keys are keyed hashes, never addresses in clear. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  count: integer().notNull(),
  startedAt: instant('started_at').notNull(),
  endsAt: instant('ends_at').notNull(),
})
