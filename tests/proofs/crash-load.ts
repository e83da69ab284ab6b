import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { addresses } from '#addresses'
import { newKey } from '#platform/keys.ts'
import { memberSession } from '../../bench/world.ts'

/** The built site as a process of its own; `restart` is what a supervisor does when it dies. */
export class WebProcess {
  readonly address: string
  exits = 0
  readonly #command: string[]
  readonly #env: Record<string, string>
  #child: ChildProcess | undefined

  constructor(bundle: string, databaseUrl: string, port: number) {
    this.address = `http://localhost:${port}`
    this.#command = [bundle]
    this.#env = {
      ...{ DATABASE_URL: databaseUrl, PORT: String(port), PUBLIC_URL: this.address, NODE_ENV: 'production' },
      ...{ SECRET: 'thirty-two characters for a proof only', SMTP_URL: 'smtp://127.0.0.1:9', LOG_LEVEL: 'fatal' },
    }
  }

  async start(): Promise<void> {
    const env = { ...process.env, ...this.#env }
    this.#child = spawn(process.execPath, this.#command, { stdio: ['ignore', 'ignore', 'inherit'], env })
    this.#child.once('exit', () => {
      this.exits++
    })
    for (let tries = 0; tries < 300; tries++) {
      if ((await fetch(`${this.address}/sante`).catch(() => undefined))?.ok) return
      await pause(100)
    }
    throw new Error('the site does not start')
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}

export type Wish = { member: number; list: number; event: number }
export type Told = { status: number | 'no answer'; ms: number; location: string; keptText: boolean; at: number }

/** Sends wishes at a steady pace, whatever becomes of the answers, and keeps what was answered: the client-side ledger. */
export class Load {
  readonly told: Told[] = []
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 400 })
  readonly #address: string
  readonly #wishes: Iterator<Wish>
  readonly #timer: NodeJS.Timeout
  readonly #asking = new Set<Promise<void>>()

  constructor(address: string, wishes: Iterator<Wish>, perSecond: number) {
    this.#address = address
    this.#wishes = wishes
    this.#timer = setInterval(() => this.#next(), 1000 / perSecond)
  }

  /** Keys of the registrations that were said to be made. */
  get ledger(): string[] {
    return this.told.flatMap(({ status, location }) => (status === 303 ? [location.split('/').at(-1) ?? ''] : []))
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await Promise.all(this.#asking)
    this.#agent.destroy()
  }

  #next(): void {
    const wish = this.#wishes.next()
    if (wish.done) throw new Error('no wish is left')
    const asking = this.#ask(wish.value).then((told) => {
      this.told.push(told)
      this.#asking.delete(asking)
    })
    this.#asking.add(asking)
  }

  #ask({ member, list, event }: Wish): Promise<Told> {
    const typed = `ce que j’ai écrit ${newKey()}`
    const form = new URLSearchParams({ submission: newKey(), date: String(list), nom: typed })
    const began = performance.now()
    const result = (status: Told['status'], location = '', body = ''): Told => {
      return { status, ms: performance.now() - began, location, keptText: body.includes(typed), at: performance.now() }
    }
    return new Promise((resolve) => {
      const asking = request(`${this.#address}${addresses.events.register({ item: `atelier-${event}` })}`, {
        agent: this.#agent,
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          cookie: `session=${memberSession(member)}`,
        },
      })
      asking.setTimeout(30_000, () => asking.destroy())
      asking.once('error', () => resolve(result('no answer')))
      asking.once('response', async (answer) => {
        const parts: Buffer[] = []
        try {
          for await (const part of answer) parts.push(part as Buffer)
        } catch {
          return resolve(result('no answer'))
        }
        resolve(result(answer.statusCode ?? 0, answer.headers.location, Buffer.concat(parts).toString()))
      })
      asking.end(form.toString())
    })
  }
}
