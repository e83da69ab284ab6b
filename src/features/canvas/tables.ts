import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { people } from '#features/accounts/tables.ts'
import { projects } from '#features/projects/tables.ts'
import { instant } from '#platform/database/instant-column.ts'
import { literals } from '#platform/database/literals.ts'
import { BLOCKS, COLOURS } from './board.ts'
import type { KeptNote } from './versions.ts'

/** « Projet 360 »: a business model canvas. Locking its row is locking all its post-its. */
export const canvases = pgTable(
  'canvases',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    projectId: bigint('project_id', { mode: 'number' })
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    /** Within its project, as in its address. */
    number: integer().notNull(),
    name: text().notNull(),
    /** Grows with each change: what a page that is open has not seen yet is what has a greater one. */
    rev: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [unique('canvases_number').on(table.projectId, table.number)],
)

/** A post-it. One that was taken away stays, so that it can come back with its comments. */
export const canvasNotes = pgTable(
  'canvas_notes',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    canvasId: bigint('canvas_id', { mode: 'number' })
      .notNull()
      .references(() => canvases.id, { onDelete: 'cascade' }),
    block: text({ enum: BLOCKS }).notNull(),
    /** See `order.ts`: compared by code units. */
    position: text().notNull(),
    body: text().notNull(),
    colour: text({ enum: COLOURS }).notNull(),
    /** That of the canvas when it was last touched. */
    rev: bigint({ mode: 'number' }).notNull(),
    /** Grows when its words or colour change. */
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [
    index('canvas_notes_rev').on(table.canvasId, table.rev),
    check('canvas_notes_block', sql`${table.block} in (${literals(BLOCKS)})`),
    check('canvas_notes_colour', sql`${table.colour} in (${literals(COLOURS)})`),
  ],
)

/** A canvas as it was. */
export const canvasVersions = pgTable(
  'canvas_versions',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    canvasId: bigint('canvas_id', { mode: 'number' })
      .notNull()
      .references(() => canvases.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    label: text().notNull().default(''),
    reason: text({ enum: ['kept', 'before-restore', 'pause'] }).notNull(),
    madeBy: bigint('made_by', { mode: 'number' }).references(() => people.id, { onDelete: 'set null' }),
    madeAt: instant('made_at').notNull(),
    notes: jsonb().$type<KeptNote[]>().notNull(),
  },
  (table) => [
    unique('canvas_versions_number').on(table.canvasId, table.number),
    check('canvas_versions_reason', sql`${table.reason} in ('kept', 'before-restore', 'pause')`),
  ],
)
