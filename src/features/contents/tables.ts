import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { ROLES } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import { files } from '#features/files/tables.ts'
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

export const PRESENTATION_FORMATS = ['plain', 'html'] as const

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
    /** Of a private resource: the roles that read it, none meaning every account. Null: `access` says. */
    readers: text({ enum: ROLES }).array(),
    title: text().notNull(),
    slug: text().notNull(),
    /** « Présentation synthétique » */
    summary: text().notNull().default(''),
    /** « Présentation complète »: paragraphs of plain text, or HTML that was cleaned, as `presentationFormat` says. */
    presentation: text().notNull().default(''),
    presentationFormat: text('presentation_format', { enum: PRESENTATION_FORMATS }).notNull().default('plain'),
    /** The structure that publishes it. */
    structureId: bigint('structure_id', { mode: 'number' }),
    /** Grows at each change: two editors are told apart by it. */
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    publishedAt: instant('published_at'),
    /** Since when it waits for a judge: the age of the queue. */
    submittedAt: instant('submitted_at'),
    /** Why it was sent back, refused or taken offline: what its authors read. */
    reason: text(),
  },
  (table) => [
    index('contents_kind_state').on(table.kind, table.state),
    index('contents_structure').on(table.structureId),
    index('contents_newest')
      .on(table.kind, table.publishedAt.desc(), table.id.desc())
      .where(sql`${table.state} = 'published'`),
    check('contents_readers', sql`${table.readers} is null or ${table.access} = 'pro'`),
    index('contents_waiting').on(table.submittedAt).where(sql`${table.state} = 'submitted'`),
    check('contents_submitted', sql`${table.state} <> 'submitted' or ${table.submittedAt} is not null`),
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

/** The sectors of activity that a content concerns (`#features/territory/sectors.ts`); none means all of them. */
export const contentSectors = pgTable(
  'content_sectors',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    sector: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contentId, table.sector] }),
    index('content_sectors_sector').on(table.sector),
  ],
)

export const FILE_ROLES = ['image', 'attached', 'media'] as const

/** The files that a content shows now; those of a text that waits are in its revision. */
export const contentFiles = pgTable(
  'content_files',
  {
    contentId: bigint('content_id', { mode: 'number' })
      .notNull()
      .references(() => contents.id, { onDelete: 'cascade' }),
    fileId: bigint('file_id', { mode: 'number' })
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    role: text({ enum: FILE_ROLES }).notNull(),
    position: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.contentId, table.fileId] }), index('content_files_file').on(table.fileId)],
)
