import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { instant } from '#platform/database/instant-column.ts'

/** What a professional recommended to somebody. */
export const recommendations = pgTable(
  'recommendations',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    /** Null: the account is gone. */
    senderId: bigint('sender_id', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    /** The account of that address, from the beginning or since it was made. */
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id, { onDelete: 'cascade' }),
    /** As the sender typed it, shown to him and to no other for thirty days. */
    email: text(),
    emailKey: text('email_key'),
    /** Its pseudonym, for caps: `addressHash`. */
    emailHash: text('email_hash').notNull(),
    word: text().notNull().default(''),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('recommendations_person').on(table.personId, table.createdAt),
    index('recommendations_sender').on(table.senderId, table.createdAt),
    index('recommendations_email').on(table.emailKey).where(sql`${table.personId} is null`),
    index('recommendations_same').on(table.emailHash, table.contentId),
    index('recommendations_content').on(table.contentId),
    check('recommendations_email', sql`(${table.email} is null) = (${table.emailKey} is null)`),
  ],
)
