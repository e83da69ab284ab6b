import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '#platform/log.ts'
import { type Cluster, initialise, openCluster } from './cluster.ts'
import { isHeld, touch, withLock } from './lock.ts'
import { runningServer, startServer, stopServer } from './server.ts'

const DATABASE = 'je_cree'
const WATCH_MS = 1000

export type Embedded = {
  url: string
  /** The server was already running: left by a killed process, or used by another command. */
  adopted: boolean
  /** Stops the server, unless another command still uses it. */
  stop(): Promise<void>
}

/**
 * PostgreSQL of our own, under `dataDir`: made at the first call, started or adopted, and started again when it dies.
 * Several processes may ask for the same one at once; the last to stop stops it. `flags` are PostgreSQL settings, `name=value`.
 */
export async function startEmbedded(asked: {
  dataDir: string
  port?: number
  log: Log
  flags?: string[]
}): Promise<Embedded> {
  const cluster = await openCluster(asked.dataDir, asked.log)
  const lock = join(cluster.home, 'lock')
  const user = join(cluster.home, 'users', randomBytes(8).toString('hex'))
  const start = () => withLock(lock, () => startOrAdopt(cluster, asked.port, asked.flags ?? []))
  await mkdir(join(cluster.home, 'users'), { recursive: true })
  await writeFile(user, String(process.pid))
  const { port, adopted } = await start()
  const watch = setInterval(() => keepAlive(cluster, user, start, asked.log), WATCH_MS)
  watch.unref()
  return {
    url: urlOf(cluster, port, DATABASE),
    adopted,
    stop: () => {
      clearInterval(watch)
      return withLock(lock, () => leave(cluster, user))
    },
  }
}

async function startOrAdopt(cluster: Cluster, wanted: number | undefined, flags: string[]) {
  await initialise(cluster)
  const running = await runningServer(cluster)
  const port = running?.port ?? (await startServer(cluster, wanted, flags))
  await createDatabase(urlOf(cluster, port, 'postgres'))
  return { port, adopted: running !== undefined }
}

async function keepAlive(cluster: Cluster, user: string, start: () => Promise<unknown>, log: Log): Promise<void> {
  await touch(user)
  if (await runningServer(cluster)) return
  log.warn('PostgreSQL s’est arrêté : il est relancé.')
  await start().catch((error: Error) => log.error(error.message))
}

async function leave(cluster: Cluster, user: string): Promise<void> {
  await rm(user, { force: true })
  const folder = join(cluster.home, 'users')
  for (const name of await readdir(folder)) {
    if (await isHeld(join(folder, name))) return
    await rm(join(folder, name), { force: true })
  }
  if (await runningServer(cluster)) await stopServer(cluster)
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://postgres:${cluster.password}@127.0.0.1:${port}/${database}`
}

/** An adopted server may still be reading its journal: it is asked until it answers. */
async function createDatabase(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
      if (rowCount === 0) await client.query(`create database ${DATABASE}`)
      return
    } catch (error) {
      if ((error as { code?: string }).code === '28P01' || attempt > 300) throw error
      await pause(200)
    } finally {
      await client.end().catch(() => {})
    }
  }
}
