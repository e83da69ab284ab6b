import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { people } from '#features/accounts/tables.ts'
import { dayOf, digestAt, digestsNow } from '#features/notifications/digest.ts'
import { sendDigests } from '#features/notifications/digest-actions.ts'
import { notificationPreferences, notifications } from '#features/notifications/tables.ts'
import { projectAdvisers } from '#features/projects/tables.ts'
import { wasLeftToTheDay } from '#platform/mail/mail-of-the-day.ts'
import { mails } from '#platform/mail/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { sendWaiting } from '#tests/sent-mails.ts'
import { choosing } from '#tests/told.ts'
import { makeProject } from './access-world-of-projects.ts'

import { withDigests } from './digest-scene.ts'

const { at, now, tell, leave, digestsOf, site: opened } = withDigests()

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
      const person = await choosing(opened().database, 'daily')
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
    const person = await choosing(opened().database, 'daily')
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
      await choosing(opened().database, 'daily'),
      await choosing(opened().database, 'daily'),
      await choosing(opened().database, 'daily'),
    ]
    const lost = await adviser()
    for (const person of [read, suspended]) await tell(person)
    await lost.comment()
    await leave()
    await opened().database.update(notifications).set({ readAt: now() }).where(eq(notifications.personId, read.id))
    await opened().database.update(people).set({ state: 'suspended' }).where(eq(people.id, suspended.id))
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
    await sendDigests(opened().database, now())
    await one.withdrawn()
    const [mail] = await sendWaiting(opened())
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
  const creator = await make.signedIn(opened())
  const one = await make.signedIn(opened(), { role: 'professional' })
  const topics = ['comments', 'recommendations']
  await opened()
    .database.insert(notificationPreferences)
    .values(topics.map((topic) => ({ personId: one.id, topic, choice: 'daily' as const })))
  const made = await makeProject(opened(), { ownerId: creator.id, adviserId: one.id })
  const of = { project: made.id }
  return {
    ...one,
    async comment() {
      const form = { submission: `jour-${made.id}`, fil: String(made.commentId), commentaire: 'Ma réponse' }
      expect((await creator.browser.post(addresses.projects.comment(of), form)).statusCode).toBe(303)
    },
    withdrawn: () =>
      opened()
        .database.update(projectAdvisers)
        .set({ state: 'withdrawn', endedAt: now() })
        .where(eq(projectAdvisers.id, made.adviserId)),
  }
}

test('a notice is left to the day by the mail that did not leave, and by nothing else', async () => {
  const [person, other] = [await choosing(opened().database, 'daily'), await choosing(opened().database, 'none')]
  for (const one of [person, other]) await tell(one)
  const left = async () =>
    (
      await opened()
        .database.select({ id: notifications.personId })
        .from(notifications)
        .where(wasLeftToTheDay(notifications.cause, notifications.personId))
    ).map(({ id }) => id)
  const before = await left()
  expect([before.includes(person.id), before.includes(other.id)]).toEqual([false, false])
  await sendWaiting(opened())
  const after = await left()
  expect([after.includes(person.id), after.includes(other.id)]).toEqual([true, false])
})

test('more people than one reading holds all get the mail of the day at eight', async () => {
  const first = await choosing(opened().database, 'daily')
  await tell(first)
  await sendWaiting(opened())
  const many = 501
  await opened().database.execute(sql`
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
  await sendDigests(opened().database, now())
  expect(await opened().database.$count(mails, sql`kind = 'digest' and recipient like 'foule%'`)).toBe(many)
})
