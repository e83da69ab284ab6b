import { type Answered, Client, metric } from './requests.ts'
import type { Site } from './sites.ts'
import { atMost, type Line, quantile, short } from './table.ts'

const TIMES = 60
const MOST_MS = 15
const MOST_STATEMENTS = 5

/** Time and statements of pages that must be made: not in memory, or for someone signed in. One request at a time. */
export async function measureMadePages(
  site: Site,
  pages: Record<string, string>,
  { cookie, mostMs = MOST_MS }: { cookie?: string; mostMs?: number } = {},
): Promise<Line[]> {
  const client = new Client(site.address, 1)
  const lines: Line[] = []
  for (const [name, path] of Object.entries(pages)) {
    const { times, statements } = await made(client, path, cookie)
    const line = atMost(`${name}: median time`, quantile(times, 0.5), mostMs, 'ms')
    lines.push({ ...line, figure: `${line.figure} (p95 ${short(quantile(times, 0.95))})` })
    lines.push(atMost(`${name}: SQL statements`, statements, MOST_STATEMENTS, ''))
  }
  client.close()
  return lines
}

async function made(client: Client, path: string, cookie?: string): Promise<{ times: number[]; statements: number }> {
  const headers: Record<string, string> = cookie === undefined ? {} : { cookie }
  for (let warm = 0; warm < 10; warm++) await checked(client.ask(unkept(path), { headers }))
  const before = await statementsOf(client)
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) times.push((await checked(client.ask(unkept(path), { headers }))).ms)
  // One statement of ours a reading: that of the queue's gauges.
  const own = (await statementsOf(client)) - (await statementsOf(client))
  return { times, statements: ((await statementsOf(client)) - before + 3 * own) / TIMES }
}

const statementsOf = (client: Client) => metric(client, 'database_statements_total')

let asked = 0
/** The same page at an address that nobody asked: an unknown parameter changes nothing else. */
const unkept = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}mesure=${++asked}`

async function checked(answering: Promise<Answered>): Promise<Answered> {
  const answer = await answering
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.body.subarray(0, 300)}`)
  return answer
}

/** How much slower a page is on the large world than on the small one, asked in turn. */
export async function measureGrowth(
  small: Site,
  large: Site,
  pages: Record<string, string>,
  cookie?: string,
): Promise<Line[]> {
  const headers: Record<string, string> = cookie === undefined ? {} : { cookie }
  const clients = [small, large].map(({ address }) => new Client(address, 1)) as [Client, Client]
  const lines: Line[] = []
  for (const [name, path] of Object.entries(pages)) {
    const times: [number[], number[]] = [[], []]
    for (let time = -10; time < TIMES; time++) {
      for (const which of [0, 1] as const) {
        const { ms } = await checked(clients[which].ask(unkept(path), { headers }))
        if (time >= 0) times[which].push(ms)
      }
    }
    const [few, many] = [quantile(times[0], 0.5), quantile(times[1], 0.5)]
    const line = atMost(`${name}: large / small`, many / few, 2, '×')
    lines.push({ ...line, figure: `${line.figure} (${short(few)} → ${short(many)} ms)` })
  }
  for (const client of clients) client.close()
  return lines
}
