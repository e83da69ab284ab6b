import type { Clock } from './clock.ts'
import type { Database } from './database/database.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'

/** The outside world, as arguments: a test fixes the clock, or makes the Nth call fail. */
export type Parts = {
  database: Database
  /** For connections of their own: the queue, the line that listens. */
  databaseUrl: string
  clock: Clock
  fetch: typeof globalThis.fetch
  log: Log
  settings: Settings & { SECRET: string }
}
