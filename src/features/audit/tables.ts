import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/instant-column.ts'

/** Who did what to what, kept twelve months; a trigger refuses to change or delete a line before (extra.sql). */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    /** A number, not a reference: the line outlives the account. Null: the site itself, or someone without an account. */
    actorId: bigint('actor_id', { mode: 'number' }),
    /** `account-validated` */
    verb: text().notNull(),
    /** `person:12` */
    object: text().notNull(),
    /** Numbers and codes, never a name or an address. */
    details: jsonb().$type<Record<string, string | number>>().notNull().default({}),
  },
  (table) => [
    index('audit_log_at').on(table.at),
    index('audit_log_object').on(table.object),
    index('audit_log_actor').on(table.actorId),
  ],
)
