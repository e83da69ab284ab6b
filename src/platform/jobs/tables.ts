import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../database/instant-column.ts'

/** One row per living worker, renewed every ten seconds: the queue keeps a killed worker's jobs locked for hours otherwise. */
export const workerHeartbeats = pgTable('worker_heartbeats', {
  workerId: text('worker_id').primaryKey(),
  seenAt: instant('seen_at').notNull(),
})

/** The last occurrence of what is done regularly: the worker that moves it queues the job, the others find it moved. */
export const periodicTasks = pgTable('periodic_tasks', {
  name: text().primaryKey(),
  occurrence: instant().notNull(),
})
