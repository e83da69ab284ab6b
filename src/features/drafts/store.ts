import { and, count, eq, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { formDrafts } from './tables.ts'

/** A form open in front of somebody. */
export type DraftPlace = { personId: number; form: string; page: string }

const atPlace = ({ personId, form, page }: DraftPlace) =>
  and(eq(formDrafts.personId, personId), eq(formDrafts.form, form), eq(formDrafts.page, page))

/** The draft that a page took up becomes its own, unless another page took it first. */
export async function takeOver(tx: Tx, place: DraftPlace, from: string): Promise<void> {
  const { personId, form, page } = place
  const taken = sql`exists (select 1 from form_drafts own where own.person_id = ${personId} and own.form = ${form}
    and own.page = ${page})`
  await tx
    .update(formDrafts)
    .set({ page })
    .where(and(atPlace({ ...place, page: from }), sql`not ${taken}`))
}

export async function writeDraft(tx: Tx, place: DraftPlace, typed: { fields: string; now: Instant }): Promise<void> {
  const { fields, now } = typed
  await tx
    .insert(formDrafts)
    .values({ ...place, fields, startedAt: now, savedAt: now })
    .onConflictDoUpdate({
      target: [formDrafts.personId, formDrafts.form, formDrafts.page],
      set: { fields, savedAt: now },
    })
}

/** How many drafts this person has beside that one, and how much they weigh. */
export async function weighOthers(tx: Tx, { personId, page }: DraftPlace): Promise<{ count: number; bytes: number }> {
  const bytes = sql`coalesce(sum(octet_length(${formDrafts.fields})), 0)`.mapWith(Number)
  const [others] = await tx
    .select({ count: count(), bytes })
    .from(formDrafts)
    .where(and(eq(formDrafts.personId, personId), ne(formDrafts.page, page)))
  return others ?? { count: 0, bytes: 0 }
}

export async function deleteDrafts(
  tx: Tx,
  { personId, form, pages }: { personId: number; form: string; pages: readonly string[] },
): Promise<void> {
  await tx
    .delete(formDrafts)
    .where(and(eq(formDrafts.personId, personId), eq(formDrafts.form, form), inArray(formDrafts.page, [...pages])))
}

export async function deleteDraftsBefore(tx: Tx, limit: Instant): Promise<void> {
  await tx.delete(formDrafts).where(lt(formDrafts.savedAt, limit))
}
