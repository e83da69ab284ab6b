import pg from 'pg'
import { addresses } from '#addresses'
import { newKey } from '#platform/keys.ts'
import { Client } from './requests.ts'
import type { Site } from './sites.ts'
import { atLeast, atMost, type Line, quantile } from './table.ts'
import { memberSession } from './world.ts'

const CLIENTS = 64
const PLACES = 500

type Counted = { state: string; count: number }

/** Who registers on another date beforehand: a site that has just started reads its own code for the first time. */
const BEFOREHAND = 600

/** Everybody wants the same date: `members` people, 64 at once, for 500 places. */
export async function measureHotDate(site: Site, url: string, event: number, members: number): Promise<Line[]> {
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  await rush(site, await openList(database, event + 1), event + 1, BEFOREHAND)
  const list = await openList(database, event)
  const { times, refused, seconds } = await rush(site, list, event, members)
  const { rows } = await database.query<Counted>(
    'select state, count(*)::int as count from registrations where list_id = $1 group by state',
    [list],
  )
  await database.end()
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  const truth = Math.abs(of('confirmed') - PLACES) + Math.abs(of('waiting') - (members - PLACES)) + refused.length
  return [
    atLeast('answers a second', members / seconds, 300, '/s'),
    atMost('p99', quantile(times, 0.99), 500, 'ms'),
    atMost(`${members} people, ${PLACES} places: errors`, truth, 0, ''),
  ]
}

type Rush = { times: number[]; refused: number[]; seconds: number }

async function rush(site: Site, list: number, event: number, members: number): Promise<Rush> {
  const client = new Client(site.address, CLIENTS)
  const address = addresses.events.register({ item: `atelier-${event}` })
  const times: number[] = []
  const refused: number[] = []
  const began = performance.now()
  let next = 0
  const one = async () => {
    while (next < members) {
      const form = { submission: newKey(), date: String(list) }
      const headers = { cookie: `session=${memberSession(++next)}` }
      const { status, ms } = await client.ask(address, { headers, form })
      times.push(ms)
      if (status !== 303) refused.push(status)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, one))
  client.close()
  return { times, refused, seconds: (performance.now() - began) / 1000 }
}

/** A date to come of that event, emptied, with exactly 500 places. */
async function openList(database: pg.Client, event: number): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `select lists.id::int as id from registration_lists lists join event_dates dates on dates.id = lists.date_id
     where dates.event_id = $1 and lists.kind = 'direct' and dates.starts_at > now() and dates.cancelled_at is null
     order by dates.starts_at desc limit 1`,
    [event],
  )
  const id = rows[0]?.id ?? 0
  await database.query('delete from registrations where list_id = $1', [id])
  await database.query(`update registration_lists set places = ${PLACES}, taken = 0, waiting = 0 where id = $1`, [id])
  return id
}
