import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runAs } from './account.ts'
import type { Cluster } from './cluster.ts'
import { isAlive } from './lock.ts'

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=128MB',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'logging_collector=on',
  'log_filename=postgresql-%a.log',
  'log_truncate_on_rotation=on',
  'log_rotation_size=0',
  // Neither values nor details in its log: they are people's.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
]

/** The server that runs on these data, even one whose parent was killed; a file left by a dead one is removed. */
export async function runningServer(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const file = join(cluster.data, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!pid) return undefined
  if (isAlive(pid) && (await isPostgres(pid))) return { pid, port: Number(lines[3]) }
  await rm(file, { force: true })
  return undefined
}

/** A number comes back after a crash, for another program or as a dead process that nobody buried. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') {
    return (await runAs(undefined, '/bin/ps', ['-o', 'command=', '-p', String(pid)])).output.includes('postgres')
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres')
  return command.includes('postgres')
}

/** Starts the server and waits until it answers. A port taken by another program is changed for a free one. */
export async function startServer(cluster: Cluster, wanted: number | undefined, flags: string[]): Promise<number> {
  let failure = ''
  for (let attempt = 0; attempt < 10; attempt++) {
    const port = await choosePort(cluster, wanted)
    const settings = [...SETTINGS, ...flags].map((setting) => `-c '${setting}'`).join(' ')
    const log = join(cluster.data, 'startup.log')
    const started = await pgCtl(cluster, ['start', '-w', '-t', '120', '-l', log, '-o', `-p ${port} ${settings}`])
    if (started.code === 0) {
      await writeFile(join(cluster.home, 'port'), String(port))
      return port
    }
    failure = started.output + (await readFile(log, 'utf8').catch(() => '')).slice(-2000)
    // After a kill the last children of the old server keep its memory for a moment.
    await pause(300)
    await runningServer(cluster)
  }
  throw new Error(`PostgreSQL ne démarre pas :\n${failure}`)
}

/** Stops the server: those connected are cut, what was committed is kept. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const stopped = await pgCtl(cluster, ['stop', '-w', '-t', '60', '-m', 'fast'])
  if (stopped.code !== 0 && (await runningServer(cluster))) throw new Error(stopped.output)
}

function pgCtl(cluster: Cluster, args: string[]) {
  return runAs(cluster.account, join(cluster.programs, 'bin', 'pg_ctl'), ['-D', cluster.data, ...args])
}

async function choosePort(cluster: Cluster, wanted: number | undefined): Promise<number> {
  const last = Number(await readFile(join(cluster.home, 'port'), 'utf8').catch(() => ''))
  for (const port of [wanted, last]) if (port && (await isFree(port))) return port
  return isFree(0)
}

/** The port when nobody listens on it (any free one for 0), else 0. */
function isFree(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number }
      probe.close(() => resolve(free))
    })
  })
}
