import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { people } from '#features/accounts/tables.ts'
import { digestAt } from '#features/notifications/digest.ts'
import { sendDigests } from '#features/notifications/digest-actions.ts'
import { openDatabase, transact, WORKER_LIMITS } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { sendWaiting } from '#tests/sent-mails.ts'
import { choosing } from '#tests/told.ts'
import { until } from '#tests/until.ts'

import { withDigests } from './digest-scene.ts'

const { at, now, tell, leave, digestsOf, site: opened } = withDigests()

describe('F17: two workers at once', () => {
  /** Another process, whose work on this person’s notices waits until `release`. */
  async function blocked(person: { id: number }) {
    const others = [1, 2].map(() => openDatabase(opened().parts.databaseUrl, WORKER_LIMITS, opened().parts.log))
    const client = await opened().database.pool.connect()
    await client.query('begin')
    await client.query('select id from notifications where person_id = $1 for update', [person.id])
    const waiting = async (count: number) => {
      const { rows } = await opened().database.execute<{ count: number }>(sql`select count(*)::int as count
        from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
      return (rows[0]?.count ?? 0) >= count
    }
    return {
      others,
      waiting: (count: number) => until(() => waiting(count)),
      async release() {
        await client.query('commit')
        client.release()
      },
      close: () => Promise.all(others.map((other) => other.close())),
    }
  }

  test('both decide on the same lines at the same moment: one mail', async () => {
    const person = await choosing(opened().database, 'daily')
    await tell(person)
    await leave()
    at('2026-11-25T07:00:00Z')
    const block = await blocked(person)
    const both = block.others.map((other) => sendDigests(other, now()))
    await block.waiting(2)
    await block.release()
    await Promise.all(both)
    await block.close()
    expect(await digestsOf(person.id)).toBe(1)
    expect(await sendWaiting(opened())).toHaveLength(1)
  })

  test('the control: a cause that does not name the day sends two', async () => {
    const person = await choosing(opened().database, 'daily')
    await tell(person)
    await leave()
    at('2026-11-25T07:00:00Z')
    const block = await blocked(person)
    const both = block.others.map((other, worker) =>
      transact(other, async (tx) => {
        const { rows } = await tx.execute(
          sql`select id from notifications where person_id = ${person.id} and digested_at is null`,
        )
        await tx.execute(
          sql`update notifications set digested_at = ${digestAt(now()).toString()} where person_id = ${person.id}`,
        )
        const about = { person: person.id, at: digestAt(now()).toString() }
        const mail = {
          cause: `digest:${person.id}:${worker}`,
          kind: 'digest',
          recipient: person.email,
          personId: person.id,
        }
        if (rows.length > 0) await sendMail(tx, { ...mail, about, now: now() })
      }),
    )
    await block.waiting(2)
    await block.release()
    await Promise.all(both)
    await block.close()
    expect(await sendWaiting(opened())).toHaveLength(2)
  })

  test('one that comes late to a person who had the mail of the day leaves what is new to the next day', async () => {
    const [first, second] = [await choosing(opened().database, 'daily'), await choosing(opened().database, 'daily')]
    for (const person of [first, second]) await tell(person)
    await leave()
    at('2026-11-25T07:00:00Z')
    const block = await blocked(first)
    const late = sendDigests(block.others[0] ?? opened().database, now())
    await block.waiting(1)
    await opened().database.update(people).set({ state: 'suspended' }).where(eq(people.id, first.id))
    expect((await leave()).map(({ to }) => to)).toEqual([second.email])
    at('2026-11-25T06:59:59Z')
    await tell(second)
    await sendWaiting(opened())
    at('2026-11-25T07:00:01Z')
    await block.release()
    await late
    await block.close()
    await sendWaiting(opened())
    at('2026-11-26T07:00:00Z')
    expect((await leave()).map(({ to, subject }) => [to, subject])).toEqual([
      [second.email, '1 nouvelle sur Je crée dans ma région'],
    ])
  })
})
