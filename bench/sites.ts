import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadTerritory } from '#features/territory/actions.ts'
import { systemClock } from '#platform/clock.ts'
import { openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { migrateDatabase } from '#platform/database/migrate.ts'
import { createLog } from '#platform/log.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'
import { freePort, type Running, SERVER_CORE, start, untilAnswers } from './processes.ts'
import { fillWorld, type World, type WorldSize } from './world.ts'

const log = createLog('error')

/** A PostgreSQL of our own in a temporary folder, with its usual settings: what is said to be written is on the disk. */
export async function openServer(): Promise<{ url: string; folder: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'jcdmr-bench-'))
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ dataDir: folder, log })
  let closing: Promise<void> | undefined
  return {
    url: server.url,
    folder,
    close() {
      closing ??= server.stop().then(() => rm(folder, { recursive: true, force: true }))
      return closing
    },
  }
}

/** A new database of that server, migrated, with the territory: its address. */
export async function makeTerritory(server: string, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`).finally(() => admin.end())
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  await migrateDatabase(url, 'migrations')
  const database = openDatabase(url, WORKER_LIMITS, log)
  await loadTerritory(database, systemClock.now()).finally(() => database.close())
  return url
}

/** The same with a world. */
export async function makeDatabase(
  server: string,
  name: string,
  size: WorldSize,
): Promise<{ url: string; world: World }> {
  const url = await makeTerritory(server, name)
  return { url, world: await fillWorld(url, size) }
}

/** What is written in bulk, without the triggers of the index of search, is put there. */
export async function fillSearchIndex(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ last: number | null }>('select max(id)::int as last from contents')
  for (let from = 0; from < (rows[0]?.last ?? 0); from += 5000)
    await client.query('select search_refresh(array(select id from contents where id > $1 and id <= $1 + 5000))', [
      from,
    ])
  await client.query('vacuum analyze')
}

export type Site = { address: string; process: Running }

const settings = (url: string, port: number) => ({
  DATABASE_URL: url,
  PORT: String(port),
  PUBLIC_URL: `http://localhost:${port}`,
  SECRET: 'thirty-two characters for a measure only',
  SMTP_URL: 'smtp://127.0.0.1:9',
  GEOCODER_URL: 'embedded',
  LOG_LEVEL: 'error',
  NODE_ENV: 'production',
})

/** The built site, as `npm run web` runs it. */
export async function startWeb(url: string): Promise<Site> {
  const port = await freePort()
  const web = start(SERVER_CORE, [process.execPath, 'dist/server/web.js'], settings(url, port))
  const address = `http://127.0.0.1:${port}`
  await untilAnswers(`${address}/sante`, web)
  return { address, process: web }
}

export const startWorker = (url: string): Running =>
  start(SERVER_CORE, [process.execPath, 'dist/server/worker.js'], settings(url, 0))
