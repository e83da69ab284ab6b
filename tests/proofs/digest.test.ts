import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { people } from '#features/accounts/tables.ts'
import { dayOf, digestAt, digestsNow } from '#features/notifications/digest.ts'
import { sendDigests } from '#features/notifications/digest-actions.ts'
import { notificationPreferences, notifications } from '#features/notifications/tables.ts'
import { projectAdvisers } from '#features/projects/tables.ts'
import { openDatabase, transact, WORKER_LIMITS } from '#platform/database/database.ts'
import { wasLeftToTheDay } from '#platform/mail/mail-of-the-day.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { mails } from '#platform/mail/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { sendWaiting } from '#tests/sent-mails.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { choosing, recommendedTo } from '#tests/told.ts'
import { until } from '#tests/until.ts'
import { makeProject } from './access-world-of-projects.ts'

let site: TestSite
let sender: { id: number }
let event: { id: number }
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T10:00:00Z' })
  sender = await make.person(site.database, { role: 'professional', name: 'Inès Roux' })
  event = await make.event(site.database)
})
afterAll(() => site.close())
beforeEach(async () => {
  at('2026-11-24T10:00:00Z')
  await sendWaiting(site)
})

const now = () => site.parts.clock.now()
const at = (instant: string) => site.at(instant)
const tell = (person: { id: number; email: string }) =>
  recommendedTo(site.database, person, { contentId: event.id, senderId: sender.id, now: now() })

/** What leaves now: mails of their own first, then those of the day. */
async function leave(): Promise<{ to: string; subject: string; text: string }[]> {
  const own = await sendWaiting(site)
  await sendDigests(site.database, now())
  return [...own, ...(await sendWaiting(site))]
}

const digestsOf = (personId: number) => site.database.$count(mails, sql`${mails.cause} like ${`digest:${personId}:%`}`)

describe('F14: eight by the clock of Paris', () => {
  const days = [
    ['2026-10-24', '06:00'],
    ['2026-10-25', '07:00'],
    ['2026-11-24', '07:00'],
    ['2027-03-27', '07:00'],
    ['2027-03-28', '06:00'],
    ['2027-10-30', '06:00'],
    ['2027-10-31', '07:00'],
  ] as const

  test.each(days)('on %s it is %s UTC, and not a second before', (day, hour) => {
    const eight = Temporal.Instant.from(`${day}T${hour}:00Z`)
    for (const moment of ['00:00:00', '12:00:00', '22:59:59'])
      expect(
        digestAt(Temporal.Instant.from(`${day}T${moment}Z`).subtract({ hours: 1 }))
          .toString()
          .slice(11),
      ).toMatch(/^0[67]:00:00Z$/)
    expect(digestAt(Temporal.Instant.from(`${day}T12:00:00Z`)).toString()).toBe(eight.toString())
    expect([digestsNow(eight.subtract({ seconds: 1 })), digestsNow(eight)]).toEqual([false, true])
    expect(dayOf(eight)).toBe(day)
  })

  test.each(['2027-03-28', '2027-10-31'])(
    'around %s, asked every ten minutes, a person told each day gets one mail a day, at eight',
    async (change) => {
      const person = await choosing(site.database, 'daily')
      const left: string[] = []
      const start = Temporal.PlainDate.from(change).subtract({ days: 1 }).toZonedDateTime({ timeZone: 'Europe/Paris' })
      for (
        let step = start;
        left.length < 3 && step.since(start).total('hours') < 96;
        step = step.add({ minutes: 10 })
      ) {
        at(step.toInstant().toString())
        if (step.hour === 1 && step.minute === 0) await tell(person)
        if (step.minute % 30 === 0 || step.hour === 8)
          left.push(...(await leave()).map(() => step.toPlainDateTime().toString()))
      }
      const date = Temporal.PlainDate.from(change)
      expect(left).toEqual([-1, 0, 1].map((days) => `${date.add({ days })}T08:00:00`))
    },
  )

  test('a worker that was away at eight sends it later that day, once', async () => {
    const person = await choosing(site.database, 'daily')
    await tell(person)
    await leave()
    at('2026-11-25T21:40:00Z')
    expect((await leave()).map(({ to }) => to)).toEqual([person.email])
    at('2026-11-25T22:50:00Z')
    expect(await leave()).toEqual([])
    expect(await digestsOf(person.id)).toBe(1)
  })
})

describe('ESP-3: who gets what', () => {
  test('nobody gets an empty mail: all read, nothing new, account suspended, all rights lost', async () => {
    const [read, nothing, suspended] = [
      await choosing(site.database, 'daily'),
      await choosing(site.database, 'daily'),
      await choosing(site.database, 'daily'),
    ]
    const lost = await adviser()
    for (const person of [read, suspended]) await tell(person)
    await lost.comment()
    await leave()
    await site.database.update(notifications).set({ readAt: now() }).where(eq(notifications.personId, read.id))
    await site.database.update(people).set({ state: 'suspended' }).where(eq(people.id, suspended.id))
    await lost.withdrawn()
    at('2026-11-25T07:00:00Z')
    expect(await leave()).toEqual([])
    for (const { id } of [read, nothing, suspended]) expect(await digestsOf(id)).toBe(0)
  })

  test('a line whose right was lost meanwhile is left out, of the mail as of the list; the others stay', async () => {
    const one = await adviser()
    await one.comment()
    await tell(one)
    await leave()
    at('2026-11-25T07:00:00Z')
    await sendDigests(site.database, now())
    await one.withdrawn()
    const [mail] = await sendWaiting(site)
    expect(mail).toMatchObject({ to: one.email, subject: '1 nouvelle sur Je crée dans ma région' })
    expect(mail?.text).toContain('Inès Roux vous recommande')
    expect(mail?.text).not.toContain('Canari')
    const list = wordsOf((await one.browser.get(addresses.mySpace.notifications())).body)
    expect(list).toContain('Inès Roux vous recommande')
    expect(list).not.toContain('a commenté')
  })

  test('the control: with its right, the line is there', async () => {
    const one = await adviser()
    await one.comment()
    await leave()
    at('2026-11-25T07:00:00Z')
    expect((await leave())[0]?.text).toContain('a commenté « Canari du Pilat »')
  })
})

/** A professional who wants one mail a day, authorised on a project that is commented. */
async function adviser() {
  const creator = await make.signedIn(site)
  const one = await make.signedIn(site, { role: 'professional' })
  const topics = ['comments', 'recommendations']
  await site.database
    .insert(notificationPreferences)
    .values(topics.map((topic) => ({ personId: one.id, topic, choice: 'daily' as const })))
  const made = await makeProject(site, { ownerId: creator.id, adviserId: one.id })
  const of = { project: made.id }
  return {
    ...one,
    async comment() {
      const form = { submission: `jour-${made.id}`, fil: String(made.commentId), commentaire: 'Ma réponse' }
      expect((await creator.browser.post(addresses.projects.comment(of), form)).statusCode).toBe(303)
    },
    withdrawn: () =>
      site.database
        .update(projectAdvisers)
        .set({ state: 'withdrawn', endedAt: now() })
        .where(eq(projectAdvisers.id, made.adviserId)),
  }
}

describe('F17: two workers at once', () => {
  /** Another process, whose work on this person’s notices waits until `release`. */
  async function blocked(person: { id: number }) {
    const others = [1, 2].map(() => openDatabase(site.parts.databaseUrl, WORKER_LIMITS, site.parts.log))
    const client = await site.database.pool.connect()
    await client.query('begin')
    await client.query('select id from notifications where person_id = $1 for update', [person.id])
    const waiting = async (count: number) => {
      const { rows } = await site.database.execute<{ count: number }>(sql`select count(*)::int as count
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
    const person = await choosing(site.database, 'daily')
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
    expect(await sendWaiting(site)).toHaveLength(1)
  })

  test('the control: a cause that does not name the day sends two', async () => {
    const person = await choosing(site.database, 'daily')
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
    expect(await sendWaiting(site)).toHaveLength(2)
  })

  test('one that comes late to a person who had the mail of the day leaves what is new to the next day', async () => {
    const [first, second] = [await choosing(site.database, 'daily'), await choosing(site.database, 'daily')]
    for (const person of [first, second]) await tell(person)
    await leave()
    at('2026-11-25T07:00:00Z')
    const block = await blocked(first)
    const late = sendDigests(block.others[0] ?? site.database, now())
    await block.waiting(1)
    await site.database.update(people).set({ state: 'suspended' }).where(eq(people.id, first.id))
    expect((await leave()).map(({ to }) => to)).toEqual([second.email])
    at('2026-11-25T06:59:59Z')
    await tell(second)
    await sendWaiting(site)
    at('2026-11-25T07:00:01Z')
    await block.release()
    await late
    await block.close()
    await sendWaiting(site)
    at('2026-11-26T07:00:00Z')
    expect((await leave()).map(({ to, subject }) => [to, subject])).toEqual([
      [second.email, '1 nouvelle sur Je crée dans ma région'],
    ])
  })
})

test('a notice is left to the day by the mail that did not leave, and by nothing else', async () => {
  const [person, other] = [await choosing(site.database, 'daily'), await choosing(site.database, 'none')]
  for (const one of [person, other]) await tell(one)
  const left = async () =>
    (
      await site.database
        .select({ id: notifications.personId })
        .from(notifications)
        .where(wasLeftToTheDay(notifications.cause, notifications.personId))
    ).map(({ id }) => id)
  const before = await left()
  expect([before.includes(person.id), before.includes(other.id)]).toEqual([false, false])
  await sendWaiting(site)
  const after = await left()
  expect([after.includes(person.id), after.includes(other.id)]).toEqual([true, false])
})

test('more people than one reading holds all get the mail of the day at eight', async () => {
  const first = await choosing(site.database, 'daily')
  await tell(first)
  await sendWaiting(site)
  const many = 501
  await site.database.execute(sql`
    with born as (
      insert into people (email, email_key, name, role, state, professional_state, created_at, confirmed_at)
      select 'foule' || n || '@exemple.test', 'foule' || n || '@exemple.test', 'Foule', 'creator', 'active', 'none',
        ${now().toString()}::timestamptz, ${now().toString()}::timestamptz
      from generate_series(1, ${sql.raw(String(many))}) n returning id, email
    ), choices as (
      insert into notification_preferences (person_id, topic, choice) select id, 'recommendations', 'daily' from born
    ), left_out as (
      insert into mails (cause, recipient, person_id, kind, about, state, last_answer, created_at, next_try_at, settled_at)
      select cause, born.email, born.id, kind, about, mails.state, last_answer, created_at, next_try_at, settled_at
      from born, mails where mails.person_id = ${first.id}
    )
    insert into notifications (person_id, cause, kind, topic, about, created_at)
    select born.id, cause, kind, topic, about, created_at from born, notifications where person_id = ${first.id}`)
  at('2026-11-25T07:00:00Z')
  await sendDigests(site.database, now())
  expect(await site.database.$count(mails, sql`kind = 'digest' and recipient like 'foule%'`)).toBe(many)
})
