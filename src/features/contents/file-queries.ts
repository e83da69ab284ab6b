import { and, eq, inArray, sql } from 'drizzle-orm'
import type { FileParents } from '#features/files/slots.ts'
import type { Reader } from '#platform/database/database.ts'
import { type ContentRights, mayRead } from './access.ts'
import { type ProposalState, readAs } from './moderation.ts'
import { rightsColumns } from './queries.ts'
import { contentRevisions } from './revision-tables.ts'
import { contentFiles, contents } from './tables.ts'

const FILES_OF_DATA = sql`(${contentRevisions.data} -> 'content' -> 'files')`

/** The contents that show a file now, and those whose proposed text does: each with the rights of its readers (RES-5). */
async function parentsOf(reader: Reader, fileId: number): Promise<readonly ContentRights[]> {
  const now = await reader
    .select(rightsColumns)
    .from(contents)
    .innerJoin(contentFiles, eq(contentFiles.contentId, contents.id))
    .where(eq(contentFiles.fileId, fileId))
  const shows = sql`${FILES_OF_DATA} @> ${JSON.stringify([{ fileId }])}::jsonb`
  const proposed = await reader
    .select({ rights: rightsColumns, as: contentRevisions.state })
    .from(contentRevisions)
    .innerJoin(contents, eq(contents.id, contentRevisions.contentId))
    .where(and(shows, inArray(contentRevisions.state, ['draft', 'pending', 'to-correct'])))
  return [...now, ...proposed.map(({ rights, as }) => ({ ...rights, state: readAs(as as ProposalState) }))]
}

/** A file is read by those who read a content that shows it now, or a proposed text that does. */
export const fileParents: FileParents = {
  async mayReadOne(reader, fileId, person) {
    const parents = await parentsOf(reader, fileId)
    return parents.some((rights) => mayRead(rights, person) === 'yes')
  },
  async pagesOf(reader, fileId) {
    const rows = await reader
      .select({ id: contents.id, kind: contents.kind })
      .from(contents)
      .innerJoin(contentFiles, eq(contentFiles.contentId, contents.id))
      .where(eq(contentFiles.fileId, fileId))
    // Its own page, and the lists of its kind: « events », « articles ».
    return rows.flatMap(({ id, kind }) => [`content:${id}`, `${kind}s`])
  },
  async used(reader, fileIds) {
    if (fileIds.length === 0) return new Set()
    const { fileId } = contentFiles
    const now = await reader
      .select({ fileId })
      .from(contentFiles)
      .where(inArray(fileId, [...fileIds]))
    const { rows } = await reader.execute<{ id: string }>(sql`
      select asked.id from unnest(${sql.param([...fileIds])}::bigint[]) asked(id)
      where exists (select 1 from ${contentRevisions}
        where ${FILES_OF_DATA} @> jsonb_build_array(jsonb_build_object('fileId', asked.id)))`)
    return new Set([...now.map((row) => row.fileId), ...rows.map((row) => Number(row.id))])
  },
}
