import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { instant } from '#platform/database/instant-column.ts'
import type { RevisionData } from './kinds.ts'
import { REVISION_STATES, VERBS } from './moderation.ts'
import { contents } from './tables.ts'

/**
 * Each text that was saved, whole. `current`: what its content holds. `draft`, `pending`, `to-correct`: a text proposed for
 * a published content, at most one at a time, which the public does not see (ART-3).
 */
export const contentRevisions = pgTable(
  'content_revisions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    state: text({ enum: REVISION_STATES }).notNull(),
    data: jsonb().$type<RevisionData>().notNull(),
    /** Null: the text that the site already had (an import), or of a person who was erased. */
    authorId: bigint('author_id', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    /** Why it was sent back or refused. */
    reason: text(),
  },
  (table) => [
    unique('content_revisions_number').on(table.contentId, table.number),
    uniqueIndex('content_revisions_current').on(table.contentId).where(sql`${table.state} = 'current'`),
    uniqueIndex('content_revisions_proposed')
      .on(table.contentId)
      .where(sql`${table.state} in ('draft', 'pending', 'to-correct')`),
    index('content_revisions_waiting').on(table.createdAt).where(sql`${table.state} = 'pending'`),
    // Which texts show a file: the readers of a proposed one are the file's, and no text of the history loses its files.
    index('content_revisions_files').using('gin', sql`(${table.data} -> 'content' -> 'files') jsonb_path_ops`),
    check('content_revisions_refused', sql`${table.state} <> 'refused' or ${table.reason} is not null`),
  ],
)

/** What was decided of a content, by whom, on which text and why: read by its authors and by the next judge (ADM-1). */
export const contentJudgements = pgTable(
  'content_judgements',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    /** Null: the sheet of an import that nobody had changed. */
    revisionId: bigint('revision_id', { mode: 'number' }).references(() => contentRevisions.id, {
      onDelete: 'cascade',
    }),
    verb: text({ enum: VERBS }).notNull(),
    reason: text(),
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    at: instant().notNull(),
  },
  (table) => [index('content_judgements_content').on(table.contentId, table.at)],
)
