import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { eicar } from './sample-files.ts'

export type Clamd = { url: string; stop(): Promise<void> }

const MOST_BYTES = 1_000_000

/** The one signature of these tests: clamd’s base is a line, no download. */
const SIGNATURE = '44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n'

export const clamdIsInstalled = () => existsSync('/usr/sbin/clamd')

/** The real one, on a base of one line. */
export async function startClamd(): Promise<Clamd> {
  const folder = await mkdtemp(join(tmpdir(), 'jcdmr-clamd-'))
  await writeFile(join(folder, 'local.hdb'), SIGNATURE)
  const path = join(folder, 'clamd.sock')
  const lines = [
    `LocalSocket ${path}`,
    `DatabaseDirectory ${folder}`,
    'Foreground yes',
    `StreamMaxLength ${MOST_BYTES}`,
    'OfficialDatabaseOnly no',
  ]
  await writeFile(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`)
  const process = spawn('/usr/sbin/clamd', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  await untilItAnswers(path, process)
  return {
    url: `unix:${path}`,
    async stop() {
      process.kill('SIGKILL')
      if (process.exitCode === null && process.signalCode === null) await once(process, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilItAnswers(path: string, process: ChildProcess): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (process.exitCode !== null) throw new Error(`clamd ended with ${process.exitCode}`)
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect({ path })
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
    if (isThere) return
    await pause(100)
  }
  throw new Error('clamd does not answer')
}

/** What says the same words over the same line, where clamd is not installed. */
export async function startClamdStandIn(): Promise<Clamd> {
  const server = createServer(converse)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    url: `tcp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

function converse(socket: Socket): void {
  let held = Buffer.alloc(0)
  let text = Buffer.alloc(0)
  let isGreeted = false
  socket.on('error', () => {})
  socket.on('data', (piece: Buffer) => {
    held = Buffer.concat([held, piece])
    if (held.toString('latin1') === 'zPING\0') return void socket.end('PONG\0')
    if (!isGreeted && held.length >= 10) {
      if (held.toString('latin1', 0, 10) !== 'zINSTREAM\0') return void socket.end('UNKNOWN COMMAND\0')
      isGreeted = true
      held = held.subarray(10)
    }
    while (isGreeted && held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
      const length = held.readUInt32BE(0)
      if (length === 0) return void socket.end(text.equals(eicar()) ? 'stream: Eicar FOUND\0' : 'stream: OK\0')
      text = Buffer.concat([text, held.subarray(4, 4 + length)])
      held = held.subarray(4 + length)
      if (text.length > MOST_BYTES) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    }
  })
}
