import { constants, inflateRawSync } from 'node:zlib'
import pg from 'pg'
import { addresses } from '#addresses'
import { memoryOf } from './processes.ts'
import { Client } from './requests.ts'
import type { Site } from './sites.ts'
import { atMost, type Line } from './table.ts'
import { ORGANISER_SESSION } from './world.ts'

const PEOPLE = 20_000

const { eventRegistrationsExport, eventRegistrationsWorkbook } = addresses.mySpace

/** The organiser exports a list of 20,000 people, as CSV then as .xlsx. */
export async function measureExport(site: Site, url: string, event: number): Promise<Line[]> {
  const list = await fillList(url, event)
  return [
    ...(await measured(site, '.csv', eventRegistrationsExport({ liste: list }), linesOf)),
    ...(await measured(site, '.xlsx', eventRegistrationsWorkbook({ liste: list }), rowsOf)),
  ]
}

const linesOf = (body: Buffer): number => body.toString().split('\r\n').length - 2

/** The sheet is the last part of the archive before its directory; one row is the heading. */
function rowsOf(body: Buffer): number {
  const name = 'xl/worksheets/sheet1.xml'
  const start = body.indexOf(name) + name.length
  const sheet = inflateRawSync(body.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH }).toString()
  return (sheet.match(/<row>/g)?.length ?? 1) - 1
}

async function measured(site: Site, format: string, address: string, count: (body: Buffer) => number): Promise<Line[]> {
  const client = new Client(site.address, 1)
  const headers = { cookie: `session=${ORGANISER_SESSION}` }
  const before = await memoryOf(site.process.pid)
  let most = before
  const watch = setInterval(async () => {
    most = Math.max(most, await memoryOf(site.process.pid))
  }, 20)
  const { status, body, ms } = await client.ask(address, { headers })
  clearInterval(watch)
  client.close()
  return [
    atMost(`${PEOPLE} registrants exported, ${format} (${Math.round(body.length / 1024)} kB)`, ms / 1000, 3, 's'),
    atMost(`memory more while exporting, ${format}`, most - before, 50, 'MB'),
    atMost(`lines missing, ${format}`, status === 200 ? PEOPLE - count(body) : PEOPLE, 0, ''),
  ]
}

/** Fills one list of that event with 20,000 people, who registered among those of four other lists; its number. */
export async function fillList(url: string, event: number): Promise<number> {
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  const { rows } = await database.query<{ id: number }>(
    `select lists.id::int as id from registration_lists lists join event_dates dates on dates.id = lists.date_id
     where dates.event_id = $1 and lists.kind = 'direct' limit 1`,
    [event],
  )
  const id = rows[0]?.id ?? 0
  await database.query('begin; set local session_replication_role = replica')
  await database.query('delete from registrations where list_id = $1', [id])
  await database.query(
    `insert into registrations (key, receipt, list_id, name, email, email_key, phone, state, verified_at, created_at)
     select 'export-k' || n, 'export-r' || n, case n % 5 when 0 then $1::bigint else 1 + n % 5 end, 'Zoé N’Guessan ' || n, 'export' || n || '@exemple.test',
       'export' || n || '@exemple.test', '06 12 34 56 78', 'confirmed', now(), now()
     from generate_series(1, ${5 * PEOPLE}) n`,
    [id],
  )
  await database.query(`update registration_lists set places = null, taken = ${PEOPLE} where id = $1`, [id])
  await database.query('commit; analyze registrations')
  await database.end()
  return id
}
