import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { instant } from '#platform/database/instant-column.ts'
import { FILE_ROLES, VISIBILITIES } from './access.ts'
import { FILE_KINDS } from './kinds.ts'
import { RENDITION_FORMATS } from './sizes.ts'

/** A file sent by a person. Its bytes are stored under a key that says nothing; its name is but a column. */
export const files = pgTable(
  'files',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** 128 random bits: what its address holds. */
    key: text().notNull().unique('files_key'),
    /** Null for what was sent as a session ended, until the sender signs in again; or once the owner was erased. */
    ownerId: bigint('owner_id', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    name: text().notNull(),
    mediaType: text('media_type').notNull(),
    kind: text({ enum: FILE_KINDS }).notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    /** Pixels of an image. */
    width: integer(),
    height: integer(),
    visibility: text({ enum: VISIBILITIES }).notNull().default('visible'),
    roles: text({ enum: FILE_ROLES }).array().notNull().default([]),
    /** The document of a project: administrators have no right of their own to it. */
    confidential: boolean().notNull().default(false),
    description: text().notNull().default(''),
    /** What an image says, for those who do not see it. */
    alternative: text().notNull().default(''),
    departements: text().array().notNull().default([]),
    sectors: text().array().notNull().default([]),
    state: text({ enum: ['ready', 'quarantined'] }).notNull(),
    storageKey: text('storage_key').notNull().unique('files_storage_key'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('files_owner').on(table.ownerId),
    index('files_created').on(table.createdAt),
    check('files_visible_to_all', sql`${table.visibility} = 'private' or cardinality(${table.roles}) = 0`),
  ],
)

/** Smaller copies of an image, and the first page of a document. */
export const fileRenditions = pgTable(
  'file_renditions',
  {
    fileId: bigint('file_id', { mode: 'number' })
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    size: integer().notNull(),
    format: text({ enum: RENDITION_FORMATS }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    storageKey: text('storage_key').notNull().unique('file_renditions_storage_key'),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.size, table.format] })],
)

/** A resumable upload (tus 1.0), in pieces that are stored one by one. */
export const uploads = pgTable(
  'uploads',
  {
    key: text().primaryKey(),
    ownerId: bigint('owner_id', { mode: 'number' })
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    length: bigint({ mode: 'number' }).notNull(),
    received: bigint({ mode: 'number' }).notNull().default(0),
    /** Storage keys, in order. */
    pieces: text().array().notNull().default([]),
    /** The file that it became, or the sentence that refused it. */
    fileKey: text('file_key'),
    refusal: text(),
    /** A piece is being received until then: one at a time. */
    receivingUntil: instant('receiving_until'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('uploads_updated').on(table.updatedAt),
    check('uploads_received', sql`${table.received} between 0 and ${table.length}`),
  ],
)
