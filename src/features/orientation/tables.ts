import { sql } from 'drizzle-orm'
import { bigint, boolean, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { instant } from '#platform/database/instant-column.ts'

/** An orientation kept in « Mon espace » (ORI-2), and watched or not. */
export const savedOrientations = pgTable(
  'saved_orientations',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The query of the address of its results: `besoin=financer&commune=Roanne+(42300)`. */
    criteria: text().notNull(),
    createdAt: instant('created_at').notNull(),
    /** Whether the person is told of what is new. */
    watched: boolean().notNull(),
    /** What was published until then, and dates up to that number, are not new. */
    seenUntil: instant('seen_until').notNull(),
    seenDate: bigint('seen_date', { mode: 'number' }).notNull(),
    /** The key of « ne plus me prévenir » is made again from `seed`; only its hash is looked up. */
    seed: text().notNull(),
    keyHash: text('key_hash').notNull().unique('saved_orientations_key_hash'),
  },
  (table) => [
    unique('saved_orientations_once').on(table.personId, table.criteria),
    index('saved_orientations_watched').on(table.seenUntil, table.id).where(sql`${table.watched}`),
  ],
)
