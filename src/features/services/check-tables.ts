import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { instant } from '#platform/database/instant-column.ts'

/** « Toujours exact ? », asked of an author about a structure and its services (STR-5). The key is made again from `seed`. */
export const sheetChecks = pgTable(
  'sheet_checks',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    structureId: bigint('structure_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    seed: text().notNull(),
    keyHash: text('key_hash').notNull().unique('sheet_checks_key_hash'),
    sentAt: instant('sent_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (table) => [index('sheet_checks_structure').on(table.structureId, table.personId, table.sentAt)],
)
