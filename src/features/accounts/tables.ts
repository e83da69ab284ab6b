import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/instant-column.ts'
import { CONTACT_SUBJECTS } from './contact.ts'

/**
 * Everyone who signed up. Until the address is confirmed the same address may stand in several rows, one per attempt:
 * the link in each mail confirms its own attempt, so nobody can slip a password under someone else's sign-up.
 */
export const people = pgTable(
  'people',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** As it is written to; `emailKey` is what is compared. */
    email: text().notNull(),
    emailKey: text('email_key').notNull(),
    /** Grows when the address changes: links sent to the former one stop working. */
    emailVersion: integer('email_version').notNull().default(1),
    name: text().notNull(),
    /** What holds now: a professional who waits for validation is a creator. */
    role: text({ enum: ['creator', 'professional', 'reader', 'animator', 'administrator'] })
      .notNull()
      .default('creator'),
    state: text({ enum: ['unconfirmed', 'active', 'suspended'] }).notNull(),
    professionalState: text('professional_state', { enum: ['none', 'pending', 'validated', 'refused'] })
      .notNull()
      .default('none'),
    refusalReason: text('refusal_reason'),
    judgedBy: bigint('judged_by', { mode: 'number' }).references((): AnyPgColumn => people.id, {
      onDelete: 'set null',
    }),
    judgedAt: instant('judged_at'),
    phone: text(),
    /** « Fonction » */
    job: text(),
    /** Where a professional works; who may validate the account depends on it. */
    departement: text(),
    wantsToPublish: boolean('wants_to_publish').notNull().default(false),
    /** The structure chosen in the directory (number of its content), if it was there. */
    structureId: bigint('structure_id', { mode: 'number' }),
    /** Its name as it was chosen or typed. */
    structureName: text('structure_name'),
    createdAt: instant('created_at').notNull(),
    confirmedAt: instant('confirmed_at'),
    lastSignInAt: instant('last_sign_in_at'),
  },
  (table) => [
    uniqueIndex('people_email_key').on(table.emailKey).where(sql`${table.state} <> 'unconfirmed'`),
    index('people_unconfirmed').on(table.emailKey).where(sql`${table.state} = 'unconfirmed'`),
    index('people_pending').on(table.createdAt).where(sql`${table.professionalState} = 'pending'`),
    index('people_judges').on(table.role).where(sql`${table.role} in ('animator', 'administrator')`),
    check('people_role', sql`${table.role} in ('creator', 'professional', 'reader', 'animator', 'administrator')`),
    check('people_state', sql`${table.state} in ('unconfirmed', 'active', 'suspended')`),
    check('people_professional_state', sql`${table.professionalState} in ('none', 'pending', 'validated', 'refused')`),
    check('people_confirmed', sql`(${table.state} = 'unconfirmed') = (${table.confirmedAt} is null)`),
    check(
      'people_validated',
      sql`${table.role} not in ('professional', 'reader') or ${table.professionalState} = 'validated'`,
    ),
    check('people_refused', sql`${table.professionalState} <> 'refused' or ${table.refusalReason} is not null`),
  ],
)

/** Hashed passwords (scrypt), apart from people so that no screen reads them by mistake. */
export const credentials = pgTable('credentials', {
  personId: bigint('person_id', { mode: 'number' })
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  passwordHash: text('password_hash').notNull(),
  changedAt: instant('changed_at').notNull(),
})

/** One row per browser signed in; the cookie holds the key, the table only its hash. */
export const sessions = pgTable(
  'sessions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    keyHash: text('key_hash').notNull().unique('sessions_key_hash'),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    agent: text().notNull().default(''),
    createdAt: instant('created_at').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [index('sessions_person').on(table.personId), index('sessions_seen').on(table.seenAt)],
)

/**
 * Links sent by mail: one purpose, one account, one version of its address, one use. The key is made again from `seed`
 * and the site's secret when the mail is written; here only its hash. Without a person: asked for an unknown address.
 */
export const accountTokens = pgTable(
  'account_tokens',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    purpose: text({ enum: ['confirm', 'link', 'reset'] }).notNull(),
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id, { onDelete: 'cascade' }),
    emailVersion: integer('email_version').notNull(),
    seed: text().notNull(),
    keyHash: text('key_hash').notNull().unique('account_tokens_key_hash'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    index('account_tokens_person').on(table.personId),
    index('account_tokens_expiry').on(table.expiresAt),
    check('account_tokens_purpose', sql`${table.purpose} in ('confirm', 'link', 'reset')`),
  ],
)

/** The territory of an animator: codes of départements. */
export const personDepartements = pgTable(
  'person_departements',
  {
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    departement: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.departement] })],
)

/** The structures a person belongs to, by the number of their content. */
export const affiliations = pgTable(
  'affiliations',
  {
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    structureId: bigint('structure_id', { mode: 'number' }).notNull(),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.structureId] }),
    index('affiliations_structure').on(table.structureId),
  ],
)

/** What was written on `/contact`, kept until the mail has left and for the time an answer may take. */
export const contactMessages = pgTable('contact_messages', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  personId: bigint('person_id', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
  name: text().notNull(),
  email: text().notNull(),
  subject: text({ enum: CONTACT_SUBJECTS }).notNull(),
  message: text().notNull(),
  createdAt: instant('created_at').notNull(),
})
