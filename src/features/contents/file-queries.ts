import { and, eq, inArray, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { FileParents } from '#features/files/slots.ts'
import type { Reader } from '#platform/database/database.ts'
import { type ContentRights, mayRead } from './access.ts'
import { type ProposalState, readAs } from './moderation.ts'
import { rightsColumns } from './queries.ts'
import { contentRevisions } from './revision-tables.ts'
import { contentFiles, contents } from './tables.ts'

const FILES_OF_DATA = sql`(${contentRevisions.data} -> 'content' -> 'files')`

/** One statement: the contents that show a file now, and those whose proposed text does: each with the rights of its readers (RES-5). */
async function parentsOf(reader: Reader, fileId: number): Promise<readonly ContentRights[]> {
  const { contentId } = contentFiles
  const now = reader
    .select({ contentId, proposal: sql<ProposalState | null>`null::text`.as('proposal') })
    .from(contentFiles)
    .where(eq(contentFiles.fileId, fileId))
  const shows = sql`${FILES_OF_DATA} @> ${JSON.stringify([{ fileId }])}::jsonb`
  const proposed = reader
    .select({
      contentId: contentRevisions.contentId,
      proposal: sql<ProposalState | null>`${contentRevisions.state}`.as('proposal'),
    })
    .from(contentRevisions)
    .where(and(shows, inArray(contentRevisions.state, ['draft', 'pending', 'to-correct'])))
  const showing = unionAll(now, proposed).as('showing')
  const rows = await reader
    .select({ rights: rightsColumns, proposal: showing.proposal })
    .from(showing)
    .innerJoin(contents, eq(contents.id, showing.contentId))
  return rows.map(({ rights, proposal }) => {
    // In the bin, a text that was proposed is there with its content.
    const isProposed = proposal !== null && rights.state !== 'trashed'
    return isProposed ? { ...rights, state: readAs(proposal) } : rights
  })
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
