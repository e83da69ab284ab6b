import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'

export type Child = {
  /** Starts it and waits until it says that it has. */
  start(args: readonly string[]): Promise<ChildProcess>
  remove(): Promise<void>
}

/** A process to be killed, bundled from `tests/proofs/<name>.ts`: it starts in a moment and holds nothing of the test. */
export async function buildChild(name: string): Promise<Child> {
  // Inside the project, so that packages left outside the bundle are found.
  const folder = resolve('node_modules/.cache', `${name}-${process.pid}`)
  await mkdir(folder, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    ssr: { noExternal: true, external: ['pg', 'graphile-worker'] },
    build: { ssr: `tests/proofs/${name}.ts`, outDir: folder, target: 'node26' },
  })
  return {
    async start(args) {
      const child = fork(join(folder, `${name}.js`), [...args], { execArgv: [] })
      await once(child, 'message')
      return child
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
