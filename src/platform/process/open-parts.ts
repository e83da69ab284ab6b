import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { type Limits, openDatabase } from '#platform/database/database.ts'
import type { Log } from '#platform/log.ts'
import type { Parts } from '#platform/parts.ts'
import { serverOf } from '#platform/postgres/server-of.ts'
import type { Settings } from '#platform/settings.ts'
import { keptSecret } from './kept-secret.ts'

/** The outside world of a command, from its settings: the server and its pool are closed with `open`. */
export async function openParts(
  open: AsyncDisposableStack,
  settings: Settings,
  use: { log: Log; limits: Limits },
): Promise<Parts> {
  const { log, limits } = use
  const server = open.adopt(await serverOf(settings, log), (server) => server.stop())
  const SECRET = settings.SECRET ?? (await keptSecret(join(settings.DATA_DIR, 'secret')))
  const connections = Math.min(limits.connections, settings.DATABASE_POOL)
  const database = open.adopt(openDatabase(server.url, { ...limits, connections }, log), (database) => database.close())
  return { database, databaseUrl: server.url, clock: systemClock, fetch, log, settings: { ...settings, SECRET } }
}
