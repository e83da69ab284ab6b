import { and, eq, sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { registrationLists, registrations } from '#features/registrations/tables.ts'
import type { Database } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { rateLimits } from '#platform/rate-limits/tables.ts'
import { wordsOf } from '../browser.ts'
import { type Change, onTheLine } from '../faults.ts'
import { type Client, listen, type Reply } from '../http-client.ts'
import { type MadeEvent, make, NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'

const CLIENTS = 64
const PLACES = 10
const EACH = CLIENTS / 2

type Rush = { site: TestSite; people: Client[]; professionals: Client[]; visitor: Client; close(): Promise<void> }

/** A site that listens, 32 people and 32 professionals signed in, each on a connection kept alive. */
async function openRush(change?: Change): Promise<Rush> {
  const site = await openSite({ now: NOW })
  if (change !== undefined) onTheLine(site.database, change)
  const { connect } = await listen(site)
  const clients: Client[] = []
  for (let count = 0; count < CLIENTS; count++) {
    const role = count < EACH ? 'creator' : 'professional'
    clients.push(connect((await make.signedIn(site, { role })).browser))
  }
  const visitor = connect()
  return {
    ...{ site, visitor, people: clients.slice(0, EACH), professionals: clients.slice(EACH) },
    async close() {
      for (const client of [...clients, visitor]) client.close()
      await site.close()
    },
  }
}

const opened = (database: Database) => make.event(database, { dates: [{ places: PLACES, prescription: PLACES }] })
const directOf = (event: MadeEvent) => event.dates[0]?.listId ?? 0
const prescribedOf = (event: MadeEvent) => event.dates[0]?.prescriptionListId ?? 0

let enrolled = 0

/** Everyone clicks at once, on the list that is theirs; each professional enrols a person of his own. */
function clickAll({ people, professionals }: Rush, event: MadeEvent): Promise<Reply[]> {
  const item = itemOf(event)
  const clicks = people.map((client) =>
    client.post(addresses.events.register({ item }), { date: String(directOf(event)), submission: newKey() }),
  )
  const prescriptions = professionals.map((client) => {
    const email = `accompagne${++enrolled}@exemple.test`
    const typed = { nom: 'Yacine Benali', email, telephone: '', submission: newKey() }
    return client.post(addresses.events.prescribe({ item }), { date: String(prescribedOf(event)), ...typed })
  })
  return Promise.all([...clicks, ...prescriptions])
}

/** What a page says: a place, a rank on the waiting list, or something else. */
function saidBy({ status, body }: Reply): string {
  const words = wordsOf(body)
  if (status === 200 && /Votre inscription est confirmée|La place de Yacine Benali est réservée/.test(words))
    return 'confirmed'
  return /(?:Vous êtes|est) (\d+)(?:er|e) sur la liste d’attente/.exec(words)?.[1] ?? `${status}`
}

/** What the database holds for each address that was answered: `confirmed`, or the rank in order of arrival. */
async function heldOn({ database }: TestSite, listId: number): Promise<Map<string, string>> {
  const { key, receipt, state, arrival } = registrations
  const rows = await database
    .select({ key, receipt, state })
    .from(registrations)
    .where(eq(registrations.listId, listId))
    .orderBy(arrival)
  let rank = 0
  return new Map(rows.map((row) => [`${row.key} ${row.receipt}`, row.state === 'waiting' ? String(++rank) : row.state]))
}

type Outcome = { over: number; lost: number; double: number; untrue: number }

async function judge(rush: Rush, event: MadeEvent, answers: readonly Reply[]): Promise<Outcome> {
  const clients = [...rush.people, ...rush.professionals]
  const pages = await Promise.all(clients.map((client, nth) => client.get(answers[nth]?.headers.location ?? '/')))
  const outcomes: Outcome[] = []
  for (const [from, listId] of [
    [0, directOf(event)],
    [EACH, prescribedOf(event)],
  ] as const)
    outcomes.push(await judgeList(rush.site, listId, answers.slice(from, from + EACH), pages.slice(from, from + EACH)))
  return totalOf(outcomes)
}

/** One list: what was answered, what each page says afterwards, and what is held. */
async function judgeList(site: TestSite, listId: number, answers: readonly Reply[], pages: readonly Reply[]) {
  const held = await heldOn(site, listId)
  const found = answers.map(({ headers }) => {
    const last =
      String(headers.location ?? '')
        .split('/')
        .at(-1) ?? ''
    return [...held.keys()].find((keys) => last !== '' && keys.includes(last))
  })
  const confirmed = [...held.values()].filter((state) => state === 'confirmed').length
  return {
    over: Math.max(0, confirmed - PLACES),
    lost: found.filter((keys) => keys === undefined).length,
    double: held.size - new Set(found).size,
    untrue: found.filter((keys, nth) => held.get(keys ?? '') !== saidBy(pages[nth] as Reply)).length,
  }
}

const totalOf = (outcomes: readonly Outcome[]): Outcome => ({
  ...{ over: sum(outcomes, 'over'), lost: sum(outcomes, 'lost') },
  ...{ double: sum(outcomes, 'double'), untrue: sum(outcomes, 'untrue') },
})

const sum = (outcomes: readonly Outcome[], what: keyof Outcome) =>
  outcomes.reduce((total, outcome) => total + outcome[what], 0)

describe('64 people click at the same moment, half on 10 direct places, half on 10 by prescription', () => {
  let rush: Rush
  beforeAll(async () => {
    rush = await openRush()
  })
  afterAll(() => rush.close())

  test('R1: exactly ten of each list get a place, everyone else their rank, and each page is still true afterwards', async () => {
    const outcomes: Outcome[] = []
    const count = rounds(3, 500)
    for (let round = 0; round < count; round++) {
      const { database } = rush.site
      // The daily number of prescriptions of each professional is not what is proved here.
      await database.delete(rateLimits)
      const event = await opened(database)
      outcomes.push(await judge(rush, event, await clickAll(rush, event)))
      const lists = await database
        .select()
        .from(registrationLists)
        .where(eq(registrationLists.dateId, event.dates[0]?.id ?? 0))
      for (const list of lists) expect(list).toMatchObject({ taken: PLACES, waiting: EACH - PLACES })
    }
    const total = totalOf(outcomes)
    const answers = count * CLIENTS
    proved(
      'R1',
      `places given twice / lost / doubled in ${count} rounds of ${CLIENTS}`,
      `${total.over} / ${total.lost} / ${total.double}`,
      'goal 0 / 0 / 0',
    )
    proved('R1', 'answers true at the end', `${answers - total.untrue} of ${answers}`, 'goal all')
    expect(total).toEqual({ over: 0, lost: 0, double: 0, untrue: 0 })
  })

  test('R1: while another holds the list everyone is told so within 5 s, and the agenda still answers', async () => {
    const event = await opened(rush.site.database)
    const keeper = new pg.Client({ connectionString: rush.site.parts.databaseUrl })
    await keeper.connect()
    await keeper.query('begin')
    await keeper.query('select 1 from registration_lists where date_id = $1 for update', [event.dates[0]?.id])
    const began = performance.now()
    const waiting = clickAll(rush, event)
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
    const again = await clickAll(rush, event)
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
    const event = await opened(rush.site.database)
    await clickAll(rush, event)
    const { database } = rush.site
    for (const listId of [directOf(event), prescribedOf(event)]) {
      const seated = and(eq(registrations.listId, listId), eq(registrations.state, 'confirmed'))
      expect(await database.$count(registrations, seated)).toBeGreaterThan(PLACES)
    }
  })
})
