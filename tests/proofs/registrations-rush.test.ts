import { and, eq, sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { registrationLists, registrations } from '#features/registrations/tables.ts'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '../browser.ts'
import { type Change, onTheLine } from '../faults.ts'
import { type Client, listen, type Reply } from '../http-client.ts'
import { type MadeEvent, make, NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'

const CLIENTS = 64
const PLACES = 10

type Rush = { site: TestSite; people: Client[]; visitor: Client; close(): Promise<void> }

/** A site that listens, and 64 people signed in, each on a connection kept alive. */
async function openRush(change?: Change): Promise<Rush> {
  const site = await openSite({ now: NOW })
  if (change !== undefined) onTheLine(site.database, change)
  const { connect } = await listen(site)
  const people: Client[] = []
  for (let count = 0; count < CLIENTS; count++) people.push(connect((await make.signedIn(site)).browser))
  const visitor = connect()
  return {
    site,
    people,
    visitor,
    async close() {
      for (const client of [...people, visitor]) client.close()
      await site.close()
    },
  }
}

const registerAt = (event: MadeEvent) => addresses.events.register({ item: itemOf(event) })
const listOf = (event: MadeEvent) => event.dates[0]?.listId ?? 0

/** Everyone clicks at once. */
const clickAll = (people: readonly Client[], event: MadeEvent): Promise<Reply[]> =>
  Promise.all(
    people.map((client) => client.post(registerAt(event), { date: String(listOf(event)), submission: newKey() })),
  )

/** What a page says: a place, a rank on the waiting list, or something else. */
function saidBy({ status, body }: Reply): string {
  const words = wordsOf(body)
  if (status === 200 && words.includes('Votre inscription est confirmée')) return 'confirmed'
  return /Vous êtes (\d+)(?:er|e) sur la liste d’attente/.exec(words)?.[1] ?? `${status}`
}

/** What the database holds for each key: `confirmed`, or the rank in order of arrival. */
async function stateByKey({ database }: TestSite, listId: number): Promise<Map<string, string>> {
  const rows = await database
    .select({ key: registrations.key, state: registrations.state })
    .from(registrations)
    .where(eq(registrations.listId, listId))
    .orderBy(registrations.id)
  let rank = 0
  return new Map(rows.map(({ key, state }) => [key, state === 'waiting' ? String(++rank) : state]))
}

type Outcome = { over: number; lost: number; double: number; untrue: number }

async function judge({ site, people }: Rush, event: MadeEvent, answers: readonly Reply[]): Promise<Outcome> {
  const held = await stateByKey(site, listOf(event))
  const keys = answers.map(
    ({ headers }) =>
      String(headers.location ?? '')
        .split('/')
        .at(-1) ?? '',
  )
  const pages = await Promise.all(people.map((client, index) => client.get(answers[index]?.headers.location ?? '/')))
  const confirmed = [...held.values()].filter((state) => state === 'confirmed').length
  return {
    over: Math.max(0, confirmed - PLACES),
    lost: keys.filter((key) => !held.has(key)).length,
    double: held.size - new Set(keys).size,
    untrue: keys.filter((key, index) => held.get(key) !== saidBy(pages[index] as Reply)).length,
  }
}

const sum = (outcomes: readonly Outcome[], what: keyof Outcome) =>
  outcomes.reduce((total, outcome) => total + outcome[what], 0)

describe('64 people click at the same moment on 10 places', () => {
  let rush: Rush
  beforeAll(async () => {
    rush = await openRush()
  })
  afterAll(() => rush.close())

  test('R1: exactly ten get a place, everyone else their rank, and each page is still true afterwards', async () => {
    const outcomes: Outcome[] = []
    const count = rounds(3, 500)
    for (let round = 0; round < count; round++) {
      const event = await make.event(rush.site.database, { dates: [{ places: PLACES }] })
      outcomes.push(await judge(rush, event, await clickAll(rush.people, event)))
      const [list] = await rush.site.database
        .select()
        .from(registrationLists)
        .where(eq(registrationLists.id, listOf(event)))
      expect(list).toMatchObject({ taken: PLACES, waiting: CLIENTS - PLACES })
    }
    const total = { over: sum(outcomes, 'over'), lost: sum(outcomes, 'lost'), double: sum(outcomes, 'double') }
    const answers = count * CLIENTS
    proved(
      'R1',
      `places given twice / lost / doubled in ${count} rounds of ${CLIENTS}`,
      Object.values(total).join(' / '),
      'goal 0 / 0 / 0',
    )
    proved('R1', 'answers true at the end', `${answers - sum(outcomes, 'untrue')} of ${answers}`, 'goal all')
    expect({ ...total, untrue: sum(outcomes, 'untrue') }).toEqual({ over: 0, lost: 0, double: 0, untrue: 0 })
  })

  test('R1: while another holds the list everyone is told so within 5 s, and the agenda still answers', async () => {
    const event = await make.event(rush.site.database, { dates: [{ places: PLACES }] })
    const keeper = new pg.Client({ connectionString: rush.site.parts.databaseUrl })
    await keeper.connect()
    await keeper.query('begin')
    await keeper.query('select 1 from registration_lists where id = $1 for update', [listOf(event)])
    const began = performance.now()
    const waiting = clickAll(rush.people, event)
    await rush.site.database.execute(sql`select pg_sleep(0.5)`)
    const agendas = await Promise.all(
      Array.from({ length: 5 }, (_, page) => rush.visitor.get(addresses.agenda({ page: page + 1, tarif: 'gratuit' }))),
    )
    const agendaSeconds = (performance.now() - began) / 1000
    const answers = await waiting
    const seconds = (performance.now() - began) / 1000
    await keeper.query('rollback')
    await keeper.end()
    expect(agendas.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(agendaSeconds).toBeLessThan(2.5)
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(CLIENTS)
    expect(answers.every(({ headers }) => headers['retry-after'] !== undefined)).toBe(true)
    expect(seconds).toBeLessThan(5)
    proved(
      'R1',
      'a list held by another: 503 for',
      `${CLIENTS} of ${CLIENTS} in ${seconds.toFixed(1)} s`,
      'goal all in 5 s',
    )
    const again = await clickAll(rush.people, event)
    expect(await judge(rush, event, again)).toEqual({ over: 0, lost: 0, double: 0, untrue: 0 })
  })
})

describe('the same without the lock', () => {
  let rush: Rush
  beforeAll(async () => {
    rush = await openRush((text) => (/ for update$/.test(text) ? text.replace(/ for update$/, '') : undefined))
    await rush.site.database.execute(
      sql`alter table registration_lists drop constraint registration_lists_not_overbooked`,
    )
    await rush.site.database.execute(sql`create function slowly() returns trigger language plpgsql as $$
      begin perform pg_sleep(0.01); return new; end $$`)
    await rush.site.database.execute(
      sql`create trigger slowly before insert on registrations for each row execute function slowly()`,
    )
  })
  afterAll(() => rush.close())

  test('R1: without the lock and its CHECK places are given twice, so the proof above can fail', async () => {
    const event = await make.event(rush.site.database, { dates: [{ places: PLACES }] })
    await clickAll(rush.people, event)
    const { database } = rush.site
    const seated = and(eq(registrations.listId, listOf(event)), eq(registrations.state, 'confirmed'))
    expect(await database.$count(registrations, seated)).toBeGreaterThan(PLACES)
  })
})
