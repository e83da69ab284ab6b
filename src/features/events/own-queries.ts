import { getTableColumns } from 'drizzle-orm'
import { ownColumn } from '#features/contents/queries.ts'
import type { EventColumns } from './authoring-store.ts'
import { events } from './tables.ts'

const { contentId: _, ...columns } = getTableColumns(events)

/** What an event has beside its content and its dates. */
export const eventOwn = ownColumn<EventColumns>(events, columns)
