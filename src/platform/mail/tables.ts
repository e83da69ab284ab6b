import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { instant } from '../database/instant-column.ts'
import { BOUNCE_KINDS } from './bounce-kinds.ts'

/** The outbox: one row per (cause, recipient), born in the transaction that causes it. */
export const mails = pgTable(
  'mails',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** What happened, unique for a recipient: `registration-confirmed:123`. */
    cause: text().notNull(),
    /** Which renderer writes it, `registration-confirmed`. */
    kind: text().notNull(),
    recipient: text().notNull(),
    /** The account it goes to, when there is one: its preferences are asked. */
    personId: bigint('person_id', { mode: 'number' }),
    /** Identifiers that the renderer reads again when the mail is sent; never a text. */
    about: jsonb().$type<Record<string, string | number>>().notNull(),
    /** Digests and reminders: they leave after what someone waits for. */
    bulk: boolean().notNull().default(false),
    state: text({ enum: ['waiting', 'sent', 'failed', 'dropped'] })
      .notNull()
      .default('waiting'),
    /** Answers had so far, a refusal or a silence included. */
    attempts: integer().notNull().default(0),
    /** What the relay said last, or why nothing was sent. */
    lastAnswer: text('last_answer'),
    createdAt: instant('created_at').notNull(),
    nextTryAt: instant('next_try_at').notNull(),
    settledAt: instant('settled_at'),
    /** How it came back: refused by the relay, or returned later. The worst that was heard stays. */
    bounce: text({ enum: BOUNCE_KINDS }),
    bouncedAt: instant('bounced_at'),
    /** The words of the server that returned it, cut short. */
    bounceDetail: text('bounce_detail'),
  },
  (table) => [
    unique('mails_cause_recipient').on(table.cause, table.recipient),
    index('mails_waiting').on(table.nextTryAt).where(sql`${table.state} = 'waiting'`),
    index('mails_settled').on(table.settledAt),
    index('mails_recipient').on(sql`lower(${table.recipient})`, table.settledAt),
    check('mails_state', sql`${table.state} in ('waiting', 'sent', 'failed', 'dropped')`),
    check(
      'mails_bounce',
      sql`${table.bounce} in ('auto-reply', 'delayed', 'complaint', 'soft', 'full', 'hard')
        and (${table.bounce} is null) = (${table.bouncedAt} is null)`,
    ),
    check('mails_settled_once', sql`(${table.state} = 'waiting') = (${table.settledAt} is null)`),
  ],
)
