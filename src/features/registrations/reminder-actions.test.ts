import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contentFiles, contents } from '#features/contents/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import { files } from '#features/files/tables.ts'
import { readLocal } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { textOf } from '#platform/mail/mail-text.ts'
import { mails } from '#platform/mail/tables.ts'
import { openMailing } from '#tests/mailing.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { registerOn } from '#tests/registering.ts'
import { cancel } from './actions.ts'
import { remindAndThank } from './jobs.ts'
import { registrationMails } from './mails.ts'
import { moveRegistration } from './move-actions.ts'
import { tellDateMoved } from './reaction-actions.ts'
import { remindAt } from './reminders.ts'
import { registrationLists, registrations } from './tables.ts'

const EARLY = Temporal.Instant.from(NOW)
const RENDERERS = registrationMails('contact@exemple.test')
let open: Awaited<ReturnType<typeof openMailing>>
beforeAll(async () => {
  open = await openMailing()
})
afterAll(() => open.close())
beforeEach(async () => {
  await open.database.delete(mails)
  await open.database.delete(contents)
})

/** An hour of Paris; the first of two where it is doubled. */
function paris(day: string, hour: string): Temporal.Instant {
  const read = readLocal(day, hour)
  if (read.kind === 'once') return read.instant
  if (read.kind === 'doubled') return read.first
  throw new Error(`${day} ${hour} is ${read.kind}`)
}

const event = (...starts: Temporal.Instant[]) =>
  make.event(open.database, { title: 'Oser se lancer', dates: starts.map((startsAt) => ({ startsAt, places: 3 })) })

async function seated(on: MadeEvent, now = EARLY) {
  const { id, email } = await make.person(open.database)
  const key = await registerOn(open.database, on, { email, now, personId: id })
  return { id, email, key }
}

/** To whom the mails of this kind that were written would go, as they would leave at `now`. */
async function told(kind: string, now: Temporal.Instant) {
  const rows = await open.database.select().from(mails).where(eq(mails.kind, kind)).orderBy(mails.id)
  const written = await Promise.all(
    rows.map(async ({ recipient, about, bulk }) => {
      const content = await RENDERERS[kind]?.(open.database, about, { publicUrl: 'https://site.example', now })
      return { recipient, bulk, text: content && `${content.subject}\n${textOf(content)}`.replaceAll('\u00a0', ' ') }
    }),
  )
  return written.filter(({ text }) => text !== undefined)
}

const remindedAt = async (now: Temporal.Instant) => {
  await remindAndThank(open.database, now)
  return (await told('registration-reminder', now)).map(({ recipient }) => recipient)
}
const justBefore = (instant: Temporal.Instant) => instant.subtract({ seconds: 1 })

async function moveDate(on: MadeEvent, startsAt: Temporal.Instant, now: Temporal.Instant) {
  const dateId = on.dates[0]?.id ?? 0
  const endsAt = startsAt.add({ hours: 2 })
  await transact(open.database, async (tx) => {
    await tx.update(eventDates).set({ startsAt, endsAt, overAt: endsAt }).where(eq(eventDates.id, dateId))
    await tellDateMoved(tx, { dateId, startsAt, actorId: 0, now })
  })
}

describe('REG-9: the reminder', () => {
  test.each([
    ['2026-12-15', '14:00'],
    ['2027-03-29', '18:00'],
    ['2027-03-30', '02:30'],
    ['2027-11-01', '18:00'],
    ['2027-11-02', '02:30'],
    ['2027-10-31', '02:30'],
  ])(
    'F14: of %s at %s goes once, at the same local hour two days before, however often the job runs',
    async (day, hour) => {
      const starts = paris(day, hour)
      const { email } = await seated(await event(starts))
      const due = remindAt(starts)
      expect(await remindedAt(justBefore(due))).toEqual([])
      for (const minutes of [0, 1, 2, 60, 120, 24 * 60]) expect(await remindedAt(due.add({ minutes }))).toEqual([email])
      const [mail] = await told('registration-reminder', due)
      expect(mail?.bulk).toBe(true)
      expect(mail?.text).toContain('C’est bientôt : Oser se lancer')
    },
  )

  test('goes to those who have a seat: not to who waits, left, or must still confirm', async () => {
    const starts = paris('2026-12-10', '10:00')
    const on = await event(starts)
    const [first, second, third] = [await seated(on), await seated(on), await seated(on)]
    const waits = await seated(on)
    await cancel(open.database, third.key, { actorId: null, now: EARLY })
    await registerOn(open.database, on, { email: 'inconnue@exemple.test', now: EARLY })
    expect(await remindedAt(remindAt(starts))).toEqual([first.email, second.email, waits.email])
  })

  test('who gives the place back before it leaves gets none', async () => {
    const starts = paris('2026-12-10', '10:00')
    const { key } = await seated(await event(starts))
    await remindAndThank(open.database, remindAt(starts))
    await cancel(open.database, key, { actorId: null, now: remindAt(starts) })
    expect(await told('registration-reminder', remindAt(starts))).toEqual([])
  })

  test('who registers, moves up or comes from another date within the two days gets none', async () => {
    const starts = paris('2026-12-10', '10:00')
    const on = await event(starts, paris('2026-12-20', '10:00'))
    const [stays, leaves] = [await seated(on), await seated(on), await seated(on)]
    await seated(on)
    const other = await make.person(open.database)
    const elsewhere = await registerOn(open.database, on, {
      email: other.email,
      now: EARLY,
      personId: other.id,
      date: 1,
    })
    const late = remindAt(starts).add({ minutes: 5 })
    await cancel(open.database, leaves.key, { actorId: null, now: late })
    const places = { places: 10 }
    await open.database
      .update(registrationLists)
      .set(places)
      .where(eq(registrationLists.id, on.dates[0]?.listId ?? 0))
    await seated(on, late)
    await moveRegistration(
      open.database,
      elsewhere,
      { toListId: on.dates[0]?.listId ?? 0 },
      { actorId: null, now: late },
    )
    const reminded = await remindedAt(late)
    expect(reminded).toContain(stays.email)
    expect(reminded).toHaveLength(2)
  })

  test('a date moved after its reminder reminds again if the new one is more than two days away', async () => {
    const starts = paris('2026-12-10', '10:00')
    const on = await event(starts)
    const { email } = await seated(on)
    expect(await remindedAt(remindAt(starts))).toEqual([email])
    const later = paris('2026-12-17', '10:00')
    await moveDate(on, later, remindAt(starts).add({ hours: 3 }))
    expect(await remindedAt(justBefore(remindAt(later)))).toEqual([])
    expect(await remindedAt(remindAt(later))).toEqual([email])
  })

  test('a date moved to sooner than two days reminds no more: the mail that told it is enough', async () => {
    const on = await event(paris('2026-12-10', '10:00'))
    await seated(on)
    const now = paris('2026-12-01', '09:00')
    await moveDate(on, paris('2026-12-02', '10:00'), now)
    for (const minutes of [0, 1, 600]) expect(await remindedAt(now.add({ minutes }))).toEqual([])
  })

  test('a worker that was away reminds late, but not once the date has begun', async () => {
    const [one, two] = [paris('2026-12-10', '10:00'), paris('2026-12-10', '08:00')]
    const [kept, begun] = [await seated(await event(one)), await seated(await event(two))]
    const reminded = await remindedAt(paris('2026-12-10', '09:00'))
    expect(reminded).toEqual([kept.email])
    expect(reminded).not.toContain(begun.email)
  })

  test('a cancelled date reminds nobody', async () => {
    const starts = paris('2026-12-10', '10:00')
    const on = await event(starts)
    await seated(on)
    const listId = on.dates[0]?.listId ?? 0
    await open.database.update(registrationLists).set({ cancelled: true }).where(eq(registrationLists.id, listId))
    expect(await remindedAt(remindAt(starts))).toEqual([])
  })
})

describe('REG-9: the thanks', () => {
  const starts = paris('2026-12-10', '14:00')
  const next = paris('2026-12-11', '10:00')

  test('go the next day at ten, once, to those who were not absent', async () => {
    const on = await event(starts)
    const [came, absent, unmarked] = [await seated(on), await seated(on), await seated(on)]
    const mark = (person: { key: string }, presence: 'present' | 'absent') =>
      open.database.update(registrations).set({ presence }).where(eq(registrations.key, person.key))
    await mark(came, 'present')
    await mark(absent, 'absent')
    await remindAndThank(open.database, justBefore(next))
    expect(await told('registration-thanks', next)).toEqual([])
    for (const minutes of [0, 1, 24 * 60]) await remindAndThank(open.database, next.add({ minutes }))
    const thanked = await told('registration-thanks', next)
    expect(thanked.map(({ recipient }) => recipient)).toEqual([came.email, unmarked.email])
    await mark(unmarked, 'absent')
    expect(await told('registration-thanks', next)).toHaveLength(1)
  })

  test('bring the files of the event that the person may open, and the way to its page', async () => {
    const on = await event(starts)
    await seated(on)
    const shared = { name: 'Support.pdf', visibility: 'visible' as const, roles: [] }
    const reserved = { name: 'Réservé aux pros.pdf', visibility: 'private' as const, roles: ['professional' as const] }
    for (const said of [shared, reserved]) {
      const bytes = { bytes: 10, sha256: newKey(), storageKey: newKey(), key: newKey() }
      const type = { mediaType: 'application/pdf', kind: 'document' as const, state: 'ready' as const }
      const row = { ...said, ...bytes, ...type, createdAt: EARLY }
      const [file] = await open.database.insert(files).values(row).returning({ id: files.id })
      await open.database.insert(contentFiles).values({ contentId: on.id, fileId: file?.id ?? 0, role: 'attached' })
    }
    await remindAndThank(open.database, next)
    const [mail] = await told('registration-thanks', next)
    expect(mail?.text).toMatch(/- Support\.pdf\n {2}https:\/\/site\.example\/fichiers\//)
    expect(mail?.text).not.toContain('Réservé aux pros')
    expect(mail?.text).toContain(`https://site.example/evenements/${on.slug}-${on.id}`)
  })

  test('are not sent for a date of long ago, when a list is met for the first time', async () => {
    await seated(await event(starts))
    await remindAndThank(open.database, next.add({ hours: 24 * 10 }))
    expect(await told('registration-thanks', next)).toEqual([])
  })
})

test('B24: twenty thousand people on a date are written to in slices: none holds the list for long', async () => {
  const starts = paris('2026-12-10', '10:00')
  const on = await event(starts)
  await seated(on)
  const listId = on.dates[0]?.listId ?? 0
  await open.database.update(registrationLists).set({ places: null }).where(eq(registrationLists.id, listId))
  const many = Array.from({ length: 1200 }, (_, number) => ({
    ...{ key: newKey(), receipt: newKey(), listId, name: `N${number}`, email: `n${number}@exemple.test` },
    ...{ emailKey: `n${number}@exemple.test`, state: 'confirmed' as const, verifiedAt: EARLY, createdAt: EARLY },
  }))
  await open.database.insert(registrations).values(many)
  await remindAndThank(open.database, remindAt(starts))
  const written = await open.database
    .select({ id: mails.id })
    .from(mails)
    .where(eq(mails.kind, 'registration-reminder'))
  expect(written).toHaveLength(1201)
})
