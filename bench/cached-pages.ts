import { startNginx } from './nginx.ts'
import { CLIENT_CORE, has, output } from './processes.ts'
import { type Answered, Client } from './requests.ts'
import type { Site } from './sites.ts'
import { atLeast, atMost, type Line, told } from './table.ts'

const ROUNDS = 3
const SECONDS = 3
const CLIENTS = 16

type Load = { perSecond: number; p50: number; p99: number; failed: boolean }

/** Requests a second and times of a page kept in memory, beside nginx on the same core with the same bytes, in turn. */
export async function measureCachedPages(site: Site, folder: string, pages: Record<string, string>): Promise<Line[]> {
  const missing = ['wrk', 'nginx'].filter((program) => !has(program))
  if (missing.length > 0) return [told(`needs ${missing.join(' and ')}`, `apt-get install ${missing.join(' ')}`)]
  const client = new Client(site.address, 1)
  const answers = new Map<string, Answered>()
  for (const [name, path] of Object.entries(pages)) answers.set(name, await untilKept(client, path))
  client.close()
  const nginx = await startNginx(folder, answers)
  const lines: Line[] = []
  try {
    for (const [name, path] of Object.entries(pages)) {
      const ours: Load[] = []
      const theirs: Load[] = []
      for (let round = 0; round < ROUNDS; round++) {
        theirs.push(await load(nginx.address + nginx.pathOf(name)))
        ours.push(await load(site.address + path))
      }
      lines.push(...linesOf(name, answers.get(name)?.body.length ?? 0, best(ours), best(theirs)))
    }
  } finally {
    await nginx.process.stop()
  }
  return lines
}

/** The page once kept, as it is sent from memory. */
async function untilKept(client: Client, path: string): Promise<Answered> {
  await client.ask(path)
  const kept = await client.ask(path)
  if (kept.status !== 200 || kept.headers.etag === undefined) throw new Error(`${path} is not kept: ${kept.status}`)
  return kept
}

/** The machine may do something else during a round: the best of each is compared. */
const best = (loads: readonly Load[]): Load => loads.toSorted((a, b) => b.perSecond - a.perSecond)[0] as Load

function linesOf(name: string, bytes: number, ours: Load, theirs: Load): Line[] {
  const figure = `${Math.round(ours.perSecond)} /s`
  const failed = ours.failed || theirs.failed
  return [
    told(`${name}: requests a second (${bytes} bytes, br)`, figure),
    told(`${name}: nginx, the same bytes`, `${Math.round(theirs.perSecond)} /s`),
    atLeast(`${name}: of nginx`, failed ? 0 : (100 * ours.perSecond) / theirs.perSecond, 60, '%'),
    told(`${name}: p50 at ${CLIENTS} clients`, `${ours.p50.toFixed(2)} ms`),
    atMost(`${name}: p99 at ${CLIENTS} clients`, ours.p99, 3 * ours.p50, 'ms'),
  ]
}

async function load(url: string): Promise<Load> {
  const wrk = ['wrk', '-t1', `-c${CLIENTS}`, `-d${SECONDS}s`, '--latency', '-H', 'Accept-Encoding: br', url]
  const said = await output(CLIENT_CORE, wrk)
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]),
    p50: milliseconds(said, '50%'),
    p99: milliseconds(said, '99%'),
    failed: /Non-2xx|Socket errors/.test(said),
  }
}

function milliseconds(said: string, part: string): number {
  const [, value, unit] = new RegExp(`${part}\\s+([\\d.]+)(us|ms|s)`).exec(said) ?? []
  return Number(value) * ({ us: 0.001, ms: 1, s: 1000 }[unit ?? ''] ?? Number.NaN)
}
