import { sql } from 'drizzle-orm'
import { people } from '#features/accounts/tables.ts'
import { files } from '#features/files/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { glassOpenings, projectAdvisers, projectComments, projectFiles } from './tables.ts'

export type Turn = {
  at: Instant
  kind: 'comment' | 'document' | 'adviser' | 'glass'
  /** Whose doing; null: the account is gone, or the creator’s own. */
  who: string | null
  part: 'creator' | 'adviser' | null
  /** « Objet » of a comment, name of a document, reason of an opening. */
  what: string
  /** The post-it that a comment is about. */
  noteId: number | null
}

type Row = Omit<Turn, 'at' | 'noteId'> & { at: Date | string; note: string | null }

/** What happened on a project itself, the last first. One statement. */
export async function listTurns(reader: Reader, projectId: number, most: number): Promise<Turn[]> {
  const { rows } = await reader.execute<Row>(sql`
    select c.created_at as at, 'comment' as kind, p.name as who, c.author_part as part, c.subject as what, c.note_id as note
      from ${projectComments} c left join ${people} p on p.id = c.author_id where c.project_id = ${projectId}
    union all select d.created_at, 'document', null, null, f.name, null
      from ${projectFiles} d join ${files} f on f.id = d.file_id where d.project_id = ${projectId}
    union all select a.opened_at, 'adviser', p.name, null, '', null
      from ${projectAdvisers} a join ${people} p on p.id = a.person_id
      where a.project_id = ${projectId} and a.opened_at is not null
    union all select g.opened_at, 'glass', p.name, null, g.reason, null
      from ${glassOpenings} g left join ${people} p on p.id = g.administrator_id where g.project_id = ${projectId}
    order by 1 desc limit ${most}`)
  return rows.map(({ at, note, ...row }) => ({
    ...row,
    at: Temporal.Instant.fromEpochMilliseconds(new Date(at).getTime()),
    noteId: note === null ? null : Number(note),
  }))
}
