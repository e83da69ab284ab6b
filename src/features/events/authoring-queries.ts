import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#features/accounts/actor.ts'
import type { ContentRights } from '#features/contents/access.ts'
import type { FileOfContent } from '#features/contents/kinds.ts'
import { filesOfContent, rightsColumns } from '#features/contents/queries.ts'
import { contentRevisions } from '#features/contents/revision-tables.ts'
import { contentSectors, contents } from '#features/contents/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { type AuthoredDate, authoredDatesColumn } from './date-queries.ts'
import { events } from './tables.ts'

export type AuthoredEvent = {
  rights: ContentRights
  content: Pick<
    typeof contents.$inferSelect,
    | 'id'
    | 'slug'
    | 'title'
    | 'summary'
    | 'presentation'
    | 'presentationFormat'
    | 'structureId'
    | 'version'
    | 'reason'
    | 'submittedAt'
  > & {
    sectors: string[]
    files: FileOfContent[]
    /** The number of the text that it holds; 0 when it never changed here. */
    revision: number
  }
  event: typeof events.$inferSelect
  dates: AuthoredDate[]
}

const addedColumns = {
  sectors: sql<string[]>`array(select ${contentSectors.sector} from ${contentSectors}
    where ${eq(contentSectors.contentId, contents.id)} order by 1)`,
  files: filesOfContent,
  revision: sql<number>`coalesce((select ${contentRevisions.id} from ${contentRevisions}
    where ${eq(contentRevisions.contentId, contents.id)} and ${contentRevisions.state} = 'current'), 0)`.mapWith(
    Number,
  ),
}

/** All that the form of an event shows, whoever asks: access is decided on `rights`. One statement. */
export async function findAuthoredEvent(reader: Reader, id: number): Promise<AuthoredEvent | undefined> {
  const { slug, title, summary, presentation, presentationFormat, structureId, version, reason, submittedAt } = contents
  const [row] = await reader
    .select({
      rights: rightsColumns,
      content: {
        ...{ id: contents.id, slug, title, summary, presentation, presentationFormat, structureId, version },
        ...{ reason, submittedAt, ...addedColumns },
      },
      event: events,
      dates: authoredDatesColumn,
    })
    .from(contents)
    .innerJoin(events, eq(events.contentId, contents.id))
    .where(eq(contents.id, id))
  return row
}

/** The structures that this person may publish for, by name. */
export function structuresOf(reader: Reader, actor: Actor): Promise<{ id: number; title: string }[]> {
  if (actor.structures.length === 0) return Promise.resolve([])
  return reader
    .select({ id: contents.id, title: contents.title })
    .from(contents)
    .where(and(eq(contents.kind, 'structure'), inArray(contents.id, [...actor.structures])))
    .orderBy(asc(contents.title))
}
