import { and, eq, sql } from 'drizzle-orm'
import { contentFiles, contents } from '#features/contents/tables.ts'
import { fileRenditions, files } from '#features/files/tables.ts'

export type CardImage = { key: string; name: string; sizes: { size: number; width: number }[] }

const small = sql`(select json_agg(json_build_object('size', ${fileRenditions.size}, 'width', ${fileRenditions.width})
  order by ${fileRenditions.size}) from ${fileRenditions}
  where ${and(eq(fileRenditions.fileId, files.id), eq(fileRenditions.format, 'webp'))} and ${fileRenditions.size} <= 640)`

/**
 * The image of an event in a list, in one column: one that anybody may read, once its small copies are made. The list
 * shows the event, so that the file’s own rule is all that is left to ask.
 */
export const cardImage = sql<CardImage | null>`(
  select json_build_object('key', ${files.key}, 'name', ${files.name}, 'sizes', ${small})
  from ${contentFiles} join ${files} on ${eq(files.id, contentFiles.fileId)}
  where ${and(
    eq(contentFiles.contentId, contents.id),
    eq(contentFiles.role, 'image'),
    eq(files.state, 'ready'),
    eq(files.visibility, 'visible'),
  )} and ${small} is not null
  limit 1)`
