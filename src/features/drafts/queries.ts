import { and, desc, eq } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { formDrafts } from './tables.ts'

export type Draft = { page: string; fields: string; startedAt: Instant; savedAt: Instant }

/** What this person has under way in this form, newest first. */
export function listDrafts(reader: Reader, personId: number, form: string): Promise<Draft[]> {
  const { page, fields, startedAt, savedAt } = formDrafts
  return reader
    .select({ page, fields, startedAt, savedAt })
    .from(formDrafts)
    .where(and(eq(formDrafts.personId, personId), eq(formDrafts.form, form)))
    .orderBy(desc(savedAt), page)
}

/** Everything that this person has under way, newest first. */
export function listDraftsOf(reader: Reader, personId: number): Promise<(Draft & { form: string })[]> {
  const { form, page, fields, startedAt, savedAt } = formDrafts
  return reader
    .select({ form, page, fields, startedAt, savedAt })
    .from(formDrafts)
    .where(eq(formDrafts.personId, personId))
    .orderBy(desc(savedAt), page)
}
