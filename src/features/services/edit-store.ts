import { and, eq, inArray, sql } from 'drizzle-orm'
import { fold } from '#kernel/fold'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { services } from './tables.ts'

export type ServiceColumns = Pick<
  typeof services.$inferSelect,
  | 'kinds'
  | 'thematiques'
  | 'stages'
  | 'audiences'
  | 'audienceNote'
  | 'conditions'
  | 'cost'
  | 'costNote'
  | 'modes'
  | 'zone'
  | 'hoursPerWeek'
  | 'weeks'
  | 'mobilisationModes'
  | 'mobilisationBy'
  | 'mobilisationNote'
  | 'mobilisationUrl'
  | 'links'
  | 'phone'
  | 'email'
  | 'openingHours'
  | 'street'
  | 'addressNote'
  | 'postalCode'
  | 'city'
  | 'communeCode'
  | 'departementCode'
  | 'latitude'
  | 'longitude'
>

export type Sheet = {
  title: string
  structureId: number
  columns: ServiceColumns
  edited: readonly string[]
  /** When a member saw to it, which makes it fresh. */
  by: Instant | undefined
}

/** Writes the sheet of a service whose content is locked. A new one comes last in « Nos services ». */
export async function writeService(tx: Tx, contentId: number, sheet: Sheet): Promise<void> {
  const { title, structureId, columns, edited, by } = sheet
  const seen = by === undefined ? {} : { verifiedAt: by, editedByMembersAt: by }
  const row = { ...columns, structureId, searchName: fold(title), ...seen }
  const kept = sql`(select coalesce(array_agg(distinct field), '{}') from
    unnest(${services.editedFields} || ${sql.param([...edited])}::text[]) field)`
  const last = sql`(select coalesce(max(rank), -1) + 1 from services where structure_id = ${structureId})`
  await tx
    .insert(services)
    .values({ contentId, ...row, rank: last as unknown as number, editedFields: [] })
    .onConflictDoUpdate({ target: services.contentId, set: { ...row, editedFields: kept } })
}

/** Makes these the services that a structure shows, in this order. */
export async function orderServices(tx: Tx, structureId: number, ids: readonly number[]): Promise<void> {
  await tx.update(services).set({ listed: false }).where(eq(services.structureId, structureId))
  for (const [rank, id] of ids.entries()) {
    await tx
      .update(services)
      .set({ listed: true, rank })
      .where(and(eq(services.contentId, id), eq(services.structureId, structureId)))
  }
}

/** Gives services to another structure; returns the numbers of those that moved. */
export async function moveServices(tx: Tx, structureId: number, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const moved = await tx
    .update(services)
    .set({ structureId })
    .where(and(inArray(services.contentId, [...ids]), sql`${services.structureId} <> ${structureId}`))
    .returning({ id: services.contentId })
  return moved.map(({ id }) => id)
}
