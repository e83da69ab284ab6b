import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../database/instant-column.ts'

/** One row per form sent with success: what makes a second click, a replay or a reload show the first result (R5). */
export const submissions = pgTable('submissions', {
  key: text().primaryKey(),
  location: text(),
  createdAt: instant('created_at').notNull(),
})
