import { eq } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'
import type { EventColumns } from './authoring-store.ts'
import { events } from './tables.ts'

/** What an event has beside its content and its dates. */
export async function findEventColumns(reader: Reader, contentId: number): Promise<EventColumns | undefined> {
  const [row] = await reader.select().from(events).where(eq(events.contentId, contentId))
  if (row === undefined) return undefined
  const { contentId: _, ...columns } = row
  return columns
}
