import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEmail } from '#kernel/email-address'
import { type Database, openDatabase } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from '#tests/database.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { cancel, register } from './actions.ts'
import { registrationLists, registrations } from './tables.ts'

const now = Temporal.Instant.from(NOW)
const AT_ONCE = 50
let fresh: FreshDatabase
let database: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, { connections: AT_ONCE, statementMs: 20_000, lockMs: 20_000 }, createLog('silent'))
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const emailOf = (text: string) => {
  const read = readEmail(text)
  if (typeof read === 'string') throw new Error(read)
  return read
}

async function registerMany({ id: eventId, dates }: MadeEvent, count: number) {
  const [listId = 0] = dates.map((date) => date.listId)
  const dateIds = dates.map((date) => date.id)
  const people = await Promise.all(Array.from({ length: count }, () => make.person(database)))
  return Promise.all(
    people.map((person) => {
      const about = { name: person.name, email: emailOf(person.email), phone: '', personId: person.id }
      const input = { listId, eventId, dateIds, ...about }
      return register(database, input, {
        submission: { key: newKey(), now },
        locationOf: ({ key }) => `/inscriptions/${key}`,
      })
    }),
  )
}

const stateCounts = async (listId: number) => {
  const rows = await database
    .select({ state: registrations.state, count: sql<number>`count(*)::int` })
    .from(registrations)
    .where(eq(registrations.listId, listId))
    .groupBy(registrations.state)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

describe(`${AT_ONCE} at once`, () => {
  test('REG-10: exactly the places given are confirmed, the others wait, every answer is true', async () => {
    const event = await make.event(database)
    const listId = event.dates[0]?.listId ?? 0
    const verdicts = await registerMany(event, AT_ONCE)
    const said = (kind: string) => verdicts.filter((verdict) => verdict.kind === kind).length
    expect([said('confirmed'), said('waiting')]).toEqual([10, AT_ONCE - 10])
    expect(await stateCounts(listId)).toEqual({ confirmed: 10, waiting: AT_ONCE - 10 })
  })

  test('REG-10: without the lock and its CHECK the same crowd oversells, so the test above can fail', async () => {
    const { dates } = await make.event(database)
    const listId = dates[0]?.listId ?? 0
    await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        database.transaction(async (tx) => {
          const [list] = await tx.select().from(registrationLists).where(eq(registrationLists.id, listId))
          const [row] = await tx
            .select({ count: sql<number>`count(*)::int` })
            .from(registrations)
            .where(eq(registrations.listId, listId))
          await tx.execute(sql`select pg_sleep(0.02)`)
          if ((row?.count ?? 0) >= (list?.places ?? 0)) return
          const email = `${newKey()}@exemple.test`
          await tx.insert(registrations).values({
            ...{ key: newKey(), receipt: newKey(), listId, name: 'Zoé', email, emailKey: email, createdAt: now },
            // A state that the trigger does not count: the CHECK would save us otherwise.
            state: 'expired',
          })
        }),
      ),
    )
    expect((await stateCounts(listId)).expired ?? 0).toBeGreaterThan(10)
  })

  test('REG-4: when ten cancel at once the first ten who wait move up, in order, each once', async () => {
    const event = await make.event(database)
    const listId = event.dates[0]?.listId ?? 0
    await registerMany(event, 30)
    const rows = await database
      .select()
      .from(registrations)
      .where(eq(registrations.listId, listId))
      .orderBy(registrations.id)
    const confirmed = rows.filter(({ state }) => state === 'confirmed')
    const queue = rows.filter(({ state }) => state === 'waiting').map((row) => row.id)
    await Promise.all(confirmed.map(({ key }) => cancel(database, key, { actorId: null, now })))
    const after = await database
      .select()
      .from(registrations)
      .where(eq(registrations.listId, listId))
      .orderBy(registrations.id)
    expect(after.filter(({ state }) => state === 'confirmed').map((row) => row.id)).toEqual(queue.slice(0, 10))
    expect(await stateCounts(listId)).toEqual({ cancelled: 10, confirmed: 10, waiting: 10 })
  })

  test('REG-10: the same form sent ten times at once makes one registration and one mail', async () => {
    const { id, dates } = await make.event(database)
    const listId = dates[0]?.listId ?? 0
    const person = await make.person(database)
    const input = {
      listId,
      eventId: id,
      dateIds: dates.map((date) => date.id),
      name: person.name,
      email: emailOf(person.email),
      phone: '',
      personId: person.id,
    }
    const submission = { key: newKey(), now }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        register(database, input, { submission, locationOf: ({ key }) => `/inscriptions/${key}` }),
      ),
    )
    expect(answers.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1)
    const first = answers.find((answer) => 'receipt' in answer)
    for (const answer of answers)
      if (answer.kind === 'sent-before')
        expect(answer.location).toBe(`/inscriptions/${first && 'key' in first ? first.key : ''}`)
    expect(await stateCounts(listId)).toEqual({ confirmed: 1 })
    const { rows } = await database.execute(sql`select 1 from mails where recipient = ${person.email}`)
    expect(rows).toHaveLength(1)
  })
})
