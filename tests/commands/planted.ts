import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A project of its own in a temporary folder, with our scripts. */
export async function plantedProject(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'commands-'))
  await cp('scripts', join(path, 'scripts'), { recursive: true })
  for (const file of ['package.json', 'package-lock.json', 'vite.config.ts']) await cp(file, join(path, file))
  await writeFile(join(path, '.npmrc'), '')
  return { path, remove: () => rm(path, { recursive: true }) }
}

export type Ended = { code: number | null; output: string }

/** Runs a program to its end, with all that it said. */
export function run(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}): Promise<Ended> {
  const env = { ...process.env, ...options.env }
  const child = spawn(process.execPath, args, { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      output += part
    })
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
}
