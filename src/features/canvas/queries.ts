import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { canvases, canvasNotes, canvasVersions } from './tables.ts'

/** The canvases of a project, in order. One statement. */
export function listCanvases(reader: Reader, projectId: number) {
  const { id, number, name, rev, updatedAt } = canvases
  return reader
    .select({ id, number, name, rev, updatedAt })
    .from(canvases)
    .where(eq(canvases.projectId, projectId))
    .orderBy(asc(number))
}

export type CanvasRow = Awaited<ReturnType<typeof listCanvases>>[number]

/** Whether a canvas is still there: its open pages ask, once they may have missed that it was deleted. */
export const hasCanvas = async (reader: Reader, id: number): Promise<boolean> =>
  (await reader.$count(canvases, eq(canvases.id, id))) > 0

export const countCanvases = (reader: Reader, projectId: number): Promise<number> =>
  reader.$count(canvases, eq(canvases.projectId, projectId))

const noteColumns = {
  id: canvasNotes.id,
  block: canvasNotes.block,
  position: canvasNotes.position,
  body: canvasNotes.body,
  colour: canvasNotes.colour,
  rev: canvasNotes.rev,
  version: canvasNotes.version,
}

/** The post-its of a canvas. One statement. */
export const listNotes = (reader: Reader, canvasId: number) =>
  reader
    .select(noteColumns)
    .from(canvasNotes)
    .where(and(eq(canvasNotes.canvasId, canvasId), isNull(canvasNotes.deletedAt)))
    .orderBy(sql`${canvasNotes.position} collate "C"`, asc(canvasNotes.id))

/** What changed since a page was made, taken away included. One statement. */
export const listChanged = (reader: Reader, canvasId: number, since: number) =>
  reader
    .select({ ...noteColumns, isGone: sql<boolean>`${canvasNotes.deletedAt} is not null` })
    .from(canvasNotes)
    .where(and(eq(canvasNotes.canvasId, canvasId), gt(canvasNotes.rev, since)))

export async function findNote(reader: Reader, canvasId: number, id: number) {
  const [row] = await reader
    .select({ ...noteColumns, isGone: sql<boolean>`${canvasNotes.deletedAt} is not null` })
    .from(canvasNotes)
    .where(and(eq(canvasNotes.canvasId, canvasId), eq(canvasNotes.id, id)))
  return row
}

/** Where a post-it of a project is; undefined when it was taken away. */
export async function findPlaceOfNote(reader: Reader, projectId: number, id: number) {
  const [row] = await reader
    .select({ canvasId: canvases.id, canvas: canvases.number, body: canvasNotes.body })
    .from(canvasNotes)
    .innerJoin(canvases, eq(canvases.id, canvasNotes.canvasId))
    .where(and(eq(canvases.projectId, projectId), eq(canvasNotes.id, id), isNull(canvasNotes.deletedAt)))
  return row
}

/** How many canvases and post-its a project holds. One statement. */
export async function countHeld(reader: Reader, projectId: number) {
  const notes = sql<number>`(select count(*) from ${canvasNotes} join canvases held on held.id = ${canvasNotes.canvasId}
    where held.project_id = ${projectId} and ${canvasNotes.deletedAt} is null)`.mapWith(Number)
  const [row] = await reader
    .select({ canvases: sql<number>`count(*)`.mapWith(Number), notes })
    .from(canvases)
    .where(eq(canvases.projectId, projectId))
  return row ?? { canvases: 0, notes: 0 }
}

/** The versions of a canvas, the last first, with how many post-its each holds: all of them would be a book. One statement. */
export function listVersions(reader: Reader, canvasId: number) {
  const { number, label, reason, madeAt, notes } = canvasVersions
  const count = sql<number>`jsonb_array_length(${notes})`.mapWith(Number)
  return reader
    .select({ number, label, reason, madeAt, count, author: people.name })
    .from(canvasVersions)
    .leftJoin(people, eq(people.id, canvasVersions.madeBy))
    .where(eq(canvasVersions.canvasId, canvasId))
    .orderBy(desc(number))
}

export type Version = Awaited<ReturnType<typeof listVersions>>[number]

/** The post-its of one version. */
export async function notesOfVersion(reader: Reader, canvasId: number, number: number) {
  const [row] = await reader
    .select({ notes: canvasVersions.notes })
    .from(canvasVersions)
    .where(and(eq(canvasVersions.canvasId, canvasId), eq(canvasVersions.number, number)))
  return row?.notes ?? []
}

/** When canvases of a project were begun, and what was kept of them by hand, the last first. One statement. */
export function listCanvasTurns(reader: Reader, projectId: number, most: number) {
  return reader
    .select({
      number: canvases.number,
      name: canvases.name,
      begunAt: canvases.createdAt,
      version: canvasVersions.number,
      label: canvasVersions.label,
      keptAt: canvasVersions.madeAt,
    })
    .from(canvases)
    .leftJoin(canvasVersions, and(eq(canvasVersions.canvasId, canvases.id), eq(canvasVersions.reason, 'kept')))
    .where(eq(canvases.projectId, projectId))
    .orderBy(desc(sql`coalesce(${canvasVersions.madeAt}, ${canvases.createdAt})`))
    .limit(most)
}

/** The canvases of these post-its, those taken away left out. One statement. */
export async function placesOfNotes(reader: Reader, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, { canvas: number }>()
  const rows = await reader
    .select({ id: canvasNotes.id, canvas: canvases.number })
    .from(canvasNotes)
    .innerJoin(canvases, eq(canvases.id, canvasNotes.canvasId))
    .where(and(inArray(canvasNotes.id, [...ids]), isNull(canvasNotes.deletedAt)))
  return new Map(rows.map(({ id, canvas }) => [id, { canvas }]))
}
