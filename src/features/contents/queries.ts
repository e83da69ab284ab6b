import { and, eq, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { isAdministrator, isProfessional, mayContribute } from '#features/accounts/access.ts'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { type StoredFile, shownFileJson } from '#features/files/queries.ts'
import { files } from '#features/files/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ContentRights } from './access.ts'
import type { FileOfContent } from './kinds.ts'
import { contentAuthors, contentDepartements, contentFiles, contents } from './tables.ts'

/**
 * What lists, counts, feeds and suggestions show this person: published, and public, or read by professionals, or by the
 * roles that a private resource names.
 */
export function listedFor(person: Person): SQL {
  const published = eq(contents.state, 'published')
  if (isAdministrator(person)) return published
  if (person === undefined) return and(published, eq(contents.access, 'public')) as SQL
  const named = sql`(${contents.readers} = '{}' or ${person.role} = any(${contents.readers}))`
  const isOpen = isProfessional(person) ? isNull(contents.readers) : eq(contents.access, 'public')
  return and(published, or(isOpen, named)) as SQL
}

/** The SQL twin of `mayRead(…) === 'yes'`. */
export function visibleTo(person: Person): SQL {
  if (isAdministrator(person)) return sql`true`
  if (person === undefined) return listedFor(person)
  const ways: (SQL | undefined)[] = [listedFor(person), authoredBy(person.id)]
  if (mayContribute(person) && person.structures.length > 0) {
    ways.push(and(ne(contents.state, 'trashed'), inArray(contents.structureId, [...person.structures])))
  }
  if (person.role === 'animator' && person.departements.length > 0) {
    ways.push(watchedBy(person.departements))
  }
  return or(...ways) as SQL
}

/** What was shown to the animators of these départements. */
function watchedBy(departements: readonly string[]): SQL {
  const concerns = sql`select 1 from ${contentDepartements} where ${contentDepartements.contentId} = ${contents.id}
    and ${inArray(contentDepartements.departement, [...departements])}`
  return and(sql`${contents.state} not in ('draft', 'trashed')`, sql`exists (${concerns})`) as SQL
}

/** The SQL twin of `mayJudgeContent`. */
export function judgedBy(person: Person): SQL {
  if (isAdministrator(person)) return sql`true`
  if (person?.role !== 'animator' || person.departements.length === 0) return sql`false`
  return watchedBy(person.departements)
}

/** The authors of a structure are those of its services (STR-2). */
const authorsOf = () =>
  sql`select distinct ${contentAuthors.personId} from ${contentAuthors} where ${contentAuthors.contentId} = ${contents.id}
    or (${contents.kind} = 'service' and ${contentAuthors.contentId} = ${contents.structureId})`

/** The contents that this person keeps true. */
export const authoredBy = (personId: number): SQL => sql`${personId} in (${authorsOf()})`

/** The columns that the rights of a content depend on, to be selected with the rest of a page in one statement. */
export const rightsColumns = {
  state: contents.state,
  access: contents.access,
  readers: contents.readers,
  structureId: contents.structureId,
  authors: sql<number[]>`array(${authorsOf()} order by 1)`.mapWith((ids: unknown) => numbers(ids)),
  departements: sql<string[]>`array(select ${contentDepartements.departement} from ${contentDepartements}
    where ${eq(contentDepartements.contentId, contents.id)} order by 1)`,
}

/**
 * The files that a content shows now, in order, with what is said of them. By `eq`, columns keep the name of their table
 * where `contents` is read alone: a bare `id` would be that of a file.
 */
export const filesOfContent = sql<FileOfContent[]>`coalesce((select json_agg(json_build_object('fileId',
  ${contentFiles.fileId}, 'role', ${contentFiles.role}, 'said', json_build_object('visibility', ${files.visibility},
  'roles', ${files.roles}, 'description', ${files.description}, 'alternative', ${files.alternative},
  'departements', ${files.departements}, 'sectors', ${files.sectors})) order by ${contentFiles.position})
  from ${contentFiles} join ${files} on ${eq(files.id, contentFiles.fileId)}
  where ${eq(contentFiles.contentId, contents.id)}), '[]'::json)`

/** The files that a content shows now, whole: what a page shows of them is decided for each reader. */
export const shownFilesOfContent = sql<{ role: FileOfContent['role']; file: StoredFile }[]>`coalesce((
  select json_agg(json_build_object('role', ${contentFiles.role}, 'file', ${shownFileJson})
    order by ${contentFiles.position})
  from ${contentFiles} join ${files} on ${eq(files.id, contentFiles.fileId)}
  where ${eq(contentFiles.contentId, contents.id)}), '[]'::json)`

/** The row that a kind adds to a content, in one column: select it from `contents`, in the statement of the rest. */
export function ownColumn<Own extends object>(
  table: PgTable & { contentId: PgColumn },
  columns: { [Name in keyof Own]: PgColumn | SQL<Own[Name]> },
): SQL<Own | null> {
  const pairs = Object.entries<PgColumn | SQL>(columns).map(([name, column]) => sql`${name}::text, ${column}`)
  return sql`(select json_build_object(${sql.join(pairs, sql`, `)}) from ${table}
    where ${eq(table.contentId, contents.id)})`
}

const numbers = (ids: unknown): number[] => (Array.isArray(ids) ? ids.map(Number) : [])

export type ContentHeading = ContentRights & { id: number; slug: string; title: string; kind: string }

/** A content's rights and address; undefined when there is no such number of that kind. */
export async function findContent(reader: Reader, id: number, kind: string): Promise<ContentHeading | undefined> {
  const [found] = await reader
    .select({ id: contents.id, slug: contents.slug, title: contents.title, kind: contents.kind, ...rightsColumns })
    .from(contents)
    .where(and(eq(contents.id, id), sql`${contents.kind} = ${kind}`))
  return found
}
