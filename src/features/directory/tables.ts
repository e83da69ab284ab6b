import { bigint, boolean, pgTable } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { instant } from '#platform/database/instant-column.ts'

/** What a professional lets the others see (DIR-1). Without a row: name, function and structure, nothing to call or write to. */
export const directoryChoices = pgTable('directory_choices', {
  personId: bigint('person_id', { mode: 'number' })
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  listed: boolean().notNull(),
  showsPhone: boolean('shows_phone').notNull(),
  showsEmail: boolean('shows_email').notNull(),
  changedAt: instant('changed_at').notNull(),
})
