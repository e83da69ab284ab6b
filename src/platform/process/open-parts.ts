import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '#platform/clock.ts'
import { type Limits, openDatabase } from '#platform/database/database.ts'
import { isPassing } from '#platform/database/errors.ts'
import { migrateDatabase } from '#platform/database/migrate.ts'
import type { Log } from '#platform/log.ts'
import type { Parts } from '#platform/parts.ts'
import { serverOf } from '#platform/postgres/server-of.ts'
import type { Settings } from '#platform/settings.ts'
import { keptSecret } from './kept-secret.ts'

/** The outside world of a command, from its settings, its database brought to this version. All is closed with `open`. */
export async function openParts(
  open: AsyncDisposableStack,
  settings: Settings,
  use: { log: Log; limits: Limits },
): Promise<Parts> {
  const { log, limits } = use
  const server = open.adopt(await serverOf(settings, log), (server) => server.stop())
  await migrateWhenReached(server.url, log)
  const SECRET = settings.SECRET ?? (await keptSecret(join(settings.DATA_DIR, 'secret')))
  const connections = Math.min(limits.connections, settings.DATABASE_POOL)
  const database = open.adopt(openDatabase(server.url, { ...limits, connections }, log), (database) => database.close())
  return { database, databaseUrl: server.url, clock: systemClock, fetch, log, settings: { ...settings, SECRET } }
}

/** After a power cut the database may come back after us: it is waited for, two minutes at most. */
async function migrateWhenReached(url: string, log: Log): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await migrateDatabase(url, 'migrations')
    } catch (error) {
      if (!isPassing(error) || tries > 120) throw error
      if (tries === 1) log.warn('PostgreSQL ne répond pas encore : nouvelle tentative chaque seconde.')
      await pause(1000)
    }
  }
}
