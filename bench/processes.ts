import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What is measured has a core of its own, and who measures another; elsewhere than on Linux, or on one core, they share. */
export const SERVER_CORE = '0'
export const CLIENT_CORE = '1'

export const has = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

const pinned = (core: string, command: string[]): string[] =>
  has('taskset') && Number(core) < navigator.hardwareConcurrency ? ['taskset', '-c', core, ...command] : command

export function pinSelf(core: string): void {
  if (has('taskset') && Number(core) < navigator.hardwareConcurrency)
    execFileSync('taskset', ['-a', '-p', '-c', core, String(process.pid)], { stdio: 'pipe' })
}

/** Runs a program to its end and gives what it printed. */
export async function output(core: string, command: string[]): Promise<string> {
  const [program = '', ...args] = pinned(core, command)
  return (await run(program, args)).stdout
}

export type Running = { pid: number; said(): string; ended(): boolean; stop(): Promise<void> }

const running = new Set<ChildProcess>()

/** Ends what was started and still runs: for a measure that is interrupted. */
export const stopAll = (): Promise<unknown> => Promise.all([...running].map(stopped))

/** Starts a program that stays; `stop` ends it and waits for it. */
export function start(core: string, command: string[], env: Record<string, string> = {}): Running {
  const [program = '', ...args] = pinned(core, command)
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      said += part
    })
  }
  return { pid: child.pid ?? 0, said: () => said, ended: () => hasEnded(child), stop: () => stopped(child) }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

function stopped(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

export async function untilAnswers(url: string, process: Running): Promise<void> {
  for (let tries = 0; tries < 300 && !process.ended(); tries++) {
    if ((await fetch(url).catch(() => undefined))?.ok) return
    await pause(100)
  }
  throw new Error(`${url} does not answer:\n${process.said()}`)
}

/** Memory of a process, in megabytes. */
export async function memoryOf(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)])
  return Number(stdout) / 1024
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
