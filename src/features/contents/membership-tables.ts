import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { instant } from '#platform/database/instant-column.ts'
import { contents } from './tables.ts'

/** An author invites a colleague by e-mail (STR-2). The key is made again from `seed` and the site's secret. */
export const contentInvitations = pgTable(
  'content_invitations',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    emailKey: text('email_key').notNull(),
    invitedBy: bigint('invited_by', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    seed: text().notNull(),
    keyHash: text('key_hash').notNull().unique('content_invitations_key_hash'),
    /** `accepted`: the button was pressed by a person who waits for validation; `joined`: that person is an author. */
    state: text({ enum: ['sent', 'accepted', 'joined', 'withdrawn'] }).notNull(),
    acceptedBy: bigint('accepted_by', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('content_invitations_open').on(table.contentId, table.emailKey).where(sql`${table.state} = 'sent'`),
    index('content_invitations_accepted').on(table.acceptedBy).where(sql`${table.state} = 'accepted'`),
    check('content_invitations_state', sql`${table.state} in ('sent', 'accepted', 'joined', 'withdrawn')`),
  ],
)

/** « Je travaille ici : demander à gérer cette fiche » (STR-2). */
export const authorRequests = pgTable(
  'author_requests',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    message: text().notNull().default(''),
    state: text({ enum: ['pending', 'accepted', 'refused'] }).notNull(),
    reason: text(),
    createdAt: instant('created_at').notNull(),
    judgedBy: bigint('judged_by', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    judgedAt: instant('judged_at'),
  },
  (table) => [
    uniqueIndex('author_requests_open').on(table.contentId, table.personId).where(sql`${table.state} = 'pending'`),
    index('author_requests_waiting').on(table.createdAt).where(sql`${table.state} = 'pending'`),
    check('author_requests_state', sql`${table.state} in ('pending', 'accepted', 'refused')`),
    check('author_requests_refused', sql`${table.state} <> 'refused' or ${table.reason} is not null`),
  ],
)
