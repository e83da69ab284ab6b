import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { instant } from '#platform/database/instant-column.ts'

export const CONTENT_KINDS = ['structure', 'service', 'article', 'resource', 'event', 'page'] as const
export const CONTENT_STATES = [
  'draft',
  'submitted',
  'to-correct',
  'published',
  'refused',
  'unpublished',
  'archived',
  'trashed',
] as const

/** What every kind shares; its number is the one of its address. */
export const contents = pgTable(
  'contents',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text({ enum: CONTENT_KINDS }).notNull(),
    state: text({ enum: CONTENT_STATES }).notNull(),
    access: text({ enum: ['public', 'pro'] })
      .notNull()
      .default('public'),
    title: text().notNull(),
    slug: text().notNull(),
    /** « Présentation synthétique » */
    summary: text().notNull().default(''),
    /** « Présentation complète »: paragraphs of plain text. */
    presentation: text().notNull().default(''),
    /** The structure that publishes it. */
    structureId: bigint('structure_id', { mode: 'number' }),
    /** Grows at each change: two editors are told apart by it. */
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    publishedAt: instant('published_at'),
  },
  (table) => [
    index('contents_kind_state').on(table.kind, table.state),
    index('contents_structure').on(table.structureId),
    check('contents_published', sql`${table.state} <> 'published' or ${table.publishedAt} is not null`),
  ],
)

/** Who keeps a content true: the authors of a structure are those of its services. */
export const contentAuthors = pgTable(
  'content_authors',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contentId, table.personId] }),
    index('content_authors_person').on(table.personId),
  ],
)

/** The départements that a content concerns; none means the whole region. */
export const contentDepartements = pgTable(
  'content_departements',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    departement: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contentId, table.departement] }),
    index('content_departements_code').on(table.departement),
  ],
)
