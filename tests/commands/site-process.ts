import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type SiteProcess = {
  address: string
  said(): string
  /** Its children too, as a terminal or `kill -9 -PID` does. */
  killGroup(): void
  signal(name: NodeJS.Signals): void
  ended: Promise<number | null>
}

/** Three free ports that follow each other: the site’s, the mailbox’s, and that of its SMTP. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 30_000)
    const free = await Promise.all([first, first + 1, first + 2].map(isFree))
    if (free.every(Boolean)) return first
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  const tried = await Promise.race([
    once(probe, 'error').then(() => false),
    once(probe.listen(port, '127.0.0.1'), 'listening').then(() => true),
  ])
  probe.close()
  return tried
}

/** Runs a command of the site as a person does, in a process group of its own. */
export function startSite(command: string, dataDir: string, first: number): SiteProcess {
  const settings = {
    PORT: String(first),
    MAILBOX_PORT: String(first + 1),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    GEOCODER_URL: 'embedded',
  }
  const child: ChildProcess = spawn(process.execPath, ['scripts/run.mjs', command], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...settings, NODE_ENV: undefined, PUBLIC_URL: undefined, DATABASE_URL: undefined },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      output += part
    })
  }
  return {
    address: `http://localhost:${first}`,
    said: () => output,
    killGroup: () => process.kill(-(child.pid as number), 'SIGKILL'),
    signal: (name) => child.kill(name),
    ended: once(child, 'exit').then(([code]) => code as number | null),
  }
}

/** Waits until the site can serve; throws what it said when it cannot. */
export async function untilReady(site: SiteProcess): Promise<void> {
  let over = false
  void site.ended.then(() => {
    over = true
  })
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${site.address}/sante`).catch(() => undefined)
    if (answer?.status === 200) return
    if (over) break
    await pause(100)
  }
  throw new Error(`The site is not ready:\n${site.said()}`)
}

/** Waits until nothing listens on these ports any more. */
export async function untilSilent(ports: number[]): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return
    await pause(100)
  }
  throw new Error(`Something still listens on ${ports.join(', ')}`)
}
