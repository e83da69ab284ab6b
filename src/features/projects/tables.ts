import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { files } from '#features/files/tables.ts'
import { instant } from '#platform/database/instant-column.ts'
import { literals } from '#platform/database/literals.ts'
import { ADVISER_STATES, PARTS, PROJECT_STATES } from './access.ts'

/** « Fiche projet »: what somebody wants to create, in his own words. */
export const projects = pgTable(
  'projects',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ownerId: bigint('owner_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    idea: text().notNull().default(''),
    activity: text().notNull().default(''),
    /** Code of a sector of activity; null: not said. */
    sector: text(),
    /** INSEE code of the commune; null: not said. */
    communeCode: text('commune_code'),
    stage: text(),
    needs: text().notNull().default(''),
    calendar: text().notNull().default(''),
    team: text().notNull().default(''),
    budget: text().notNull().default(''),
    state: text({ enum: PROJECT_STATES }).notNull().default('active'),
    /** Grows with each saved sheet: a form opened before is told. */
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    index('projects_owner').on(table.ownerId),
    check('projects_state', sql`${table.state} in (${literals(PROJECT_STATES)})`),
    check('projects_archived', sql`(${table.state} = 'archived') = (${table.archivedAt} is not null)`),
  ],
)

export const projectFiles = pgTable(
  'project_files',
  {
    projectId: bigint('project_id', { mode: 'number' })
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    fileId: bigint('file_id', { mode: 'number' })
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.projectId, table.fileId] }), index('project_files_file').on(table.fileId)],
)

/** Who was authorised to interact with a project, by the address that its creator typed. */
export const projectAdvisers = pgTable(
  'project_advisers',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    projectId: bigint('project_id', { mode: 'number' })
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    emailKey: text('email_key').notNull(),
    /** The account of that address, once it is a professional’s. */
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id, { onDelete: 'cascade' }),
    state: text({ enum: ADVISER_STATES }).notNull(),
    askedFrom: text('asked_from', { enum: ['sheet', 'canvas'] }).notNull(),
    invitedAt: instant('invited_at').notNull(),
    activeAt: instant('active_at'),
    /** When he first opened the project: from then on its creator sees his name. */
    openedAt: instant('opened_at'),
    /** When he last opened it: what others said since is new to him. */
    seenAt: instant('seen_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('project_advisers_current')
      .on(table.projectId, table.emailKey)
      .where(sql`${table.state} in ('pending', 'active')`),
    index('project_advisers_person').on(table.personId),
    index('project_advisers_pending').on(table.emailKey).where(sql`${table.state} = 'pending'`),
    check('project_advisers_state', sql`${table.state} in (${literals(ADVISER_STATES)})`),
    check('project_advisers_active', sql`${table.state} <> 'active' or ${table.personId} is not null`),
    check('project_advisers_ended', sql`(${table.state} in ('pending', 'active')) = (${table.endedAt} is null)`),
  ],
)

/** Every comment: on the sheet, or on a post-it of a canvas. */
export const projectComments = pgTable(
  'project_comments',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    projectId: bigint('project_id', { mode: 'number' })
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    /** The number of a post-it; null: on the sheet. Canvases stand a storey above: no reference. */
    noteId: bigint('note_id', { mode: 'number' }),
    /** The comment that opened the thread; null for that one. */
    threadId: bigint('thread_id', { mode: 'number' }).references((): AnyPgColumn => projectComments.id, {
      onDelete: 'cascade',
    }),
    /** Null: somebody whose account is gone. */
    authorId: bigint('author_id', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    authorPart: text('author_part', { enum: PARTS }).notNull(),
    /** « Objet »; empty under a post-it and for an answer. */
    subject: text().notNull().default(''),
    body: text().notNull(),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
    closedBy: bigint('closed_by', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('project_comments_project').on(table.projectId, table.createdAt),
    index('project_comments_note').on(table.noteId),
    index('project_comments_thread').on(table.threadId),
    index('project_comments_author').on(table.authorId),
    check('project_comments_part', sql`${table.authorPart} in (${literals(PARTS)})`),
    check('project_comments_closed', sql`${table.closedAt} is null or ${table.threadId} is null`),
  ],
)

/** « Bris de glace »: an administrator reads a project for an hour, for a reason that its creator is told. */
export const glassOpenings = pgTable(
  'glass_openings',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    projectId: bigint('project_id', { mode: 'number' })
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    administratorId: bigint('administrator_id', { mode: 'number' }).references(() => people.id, {
      onDelete: 'set null',
    }),
    reason: text().notNull(),
    openedAt: instant('opened_at').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (table) => [index('glass_openings_project').on(table.projectId, table.endsAt)],
)
