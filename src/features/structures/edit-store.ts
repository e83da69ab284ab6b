import { eq, sql } from 'drizzle-orm'
import { fold } from '#kernel/fold'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { addressKeyOf, phoneKeyOf } from './import-rules-of-fields.ts'
import { structures } from './tables.ts'

export type StructureColumns = Pick<
  typeof structures.$inferSelect,
  | 'acronym'
  | 'siret'
  | 'networks'
  | 'kinds'
  | 'audiences'
  | 'phone'
  | 'email'
  | 'website'
  | 'socialLinks'
  | 'contacts'
  | 'openingHours'
  | 'accessibilityUrl'
  | 'street'
  | 'addressNote'
  | 'postalCode'
  | 'city'
  | 'communeCode'
  | 'departementCode'
  | 'latitude'
  | 'longitude'
>

export type Sheet = { title: string; columns: StructureColumns; edited: readonly string[]; by: Instant | undefined }

/** Writes the sheet of a structure whose content is locked; `by`: when a member saw to it, which makes it fresh. */
export async function writeStructure(tx: Tx, contentId: number, { title, columns, edited, by }: Sheet): Promise<void> {
  const derived = {
    phoneKey: phoneKeyOf(columns.phone),
    addressKey: addressKeyOf(columns.street, columns.communeCode ?? columns.postalCode),
    searchName: fold(`${title} ${columns.acronym}`),
  }
  const seen = by === undefined ? {} : { verifiedAt: by, editedByMembersAt: by }
  const row = { ...columns, ...derived, ...seen }
  const kept = sql`(select coalesce(array_agg(distinct field), '{}') from
    unnest(${structures.editedFields} || ${sql.param([...edited])}::text[]) field)`
  await tx
    .insert(structures)
    .values({ contentId, ...row, editedFields: [] })
    .onConflictDoUpdate({ target: structures.contentId, set: { ...row, editedFields: kept } })
}

/** « Toujours exact » (STR-5). */
export async function verifyStructure(tx: Tx, contentId: number, now: Instant): Promise<void> {
  await tx.update(structures).set({ verifiedAt: now }).where(eq(structures.contentId, contentId))
}
