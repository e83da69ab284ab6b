import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const PROGRAM = `
  import pino from 'pino'
  import { startEmbedded } from '#platform/postgres/embedded.ts'
  const { url, adopted, stop } = await startEmbedded({ dataDir: process.argv[1], log: pino({ level: 'silent' }) })
  process.send({ url, adopted, uid: process.getuid() })
  process.on('message', async () => { await stop(); process.disconnect() })
`

export type Started = { url: string; adopted: boolean; uid: number; stop(): Promise<void>; kill(): Promise<void> }

/** A process of its own that starts the embedded server there, to be stopped or killed; as another user when root. */
export async function startInChild(dataDir: string, uid?: number): Promise<Started> {
  const args = ['--input-type=module', '-e', PROGRAM, dataDir]
  const child = spawn(process.execPath, args, { uid, gid: uid, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const answer = await new Promise<Omit<Started, 'stop' | 'kill'>>((resolve, reject) => {
    child.once('message', resolve as (answer: unknown) => void)
    child.once('exit', (code) => reject(new Error(`the child ended with ${code}`)))
  })
  return {
    ...answer,
    stop: () => endOf(child, () => child.send('stop')),
    kill: () => endOf(child, () => child.kill(9)),
  }
}

function endOf(child: ChildProcess, act: () => void): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    act()
  })
}

/** A temporary folder that every user may cross, removed by `remove`. */
export async function openFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'postgres-'))
  await chmod(path, 0o755)
  return { path, remove: () => rm(path, { recursive: true }) }
}

export async function ask<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<Row>(statement).finally(() => client.end())
  return rows
}
