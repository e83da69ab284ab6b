import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventDates } from '#features/events/tables.ts'
import { hours, type Instant } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { textOf } from '#platform/mail/mail-text.ts'
import { mails } from '#platform/mail/tables.ts'
import { type MadeEvent, make } from '#tests/make.ts'
import { keyOf, now, Seats } from '#tests/seats.ts'
import { cancel } from './actions.ts'
import { sweepHolds } from './jobs.ts'
import { releaseHolds } from './list-actions.ts'
import { registrationMails } from './mails.ts'
import { moveRegistration } from './move-actions.ts'
import { tellDateCancelled } from './reaction-actions.ts'
import { registrationLists } from './tables.ts'

const RENDERERS = registrationMails('contact@exemple.test')
let seats: Seats
let next = 0
beforeAll(async () => {
  seats = await Seats.open(20)
})
afterAll(() => seats.close())

/** What leaves at that hour of all that was written to an address: its kind, or what a professional is told, and its words. */
async function leaving(email = '', at: Instant) {
  const rows = await seats.database.select().from(mails).where(eq(mails.recipient, email)).orderBy(mails.id)
  const written = await Promise.all(
    rows.map(async ({ kind, about }) => {
      const content = await RENDERERS[kind]?.(seats.database, about, { publicUrl: 'https://site.example', now: at })
      return content === undefined ? [] : [{ kind: String(about.what ?? kind), words: textOf(content) }]
    }),
  )
  return written.flat()
}
const emailOf = (who: number) => seats.people[who]?.email

async function cancelFirst(event: MadeEvent) {
  const dateId = event.dates[0]?.id ?? 0
  await seats.database.update(eventDates).set({ cancelledAt: now }).where(eq(eventDates.id, dateId))
  await transact(seats.database, (tx) => tellDateCancelled(tx, { dateId, actorId: 0, now }))
}

describe('EVT-4: a date that was cancelled', () => {
  test('nobody is asked to confirm a place there, nor told that it ran out', async () => {
    const event = await make.event(seats.database, { dates: [{ places: 1 }] })
    const [held, waiting] = [next++, next++]
    for (const who of [held, waiting]) await seats.click(event, who, { signedIn: false })
    await cancelFirst(event)
    const later = now.add(hours(5))
    await sweepHolds(seats.database, later)
    for (const who of [held, waiting])
      expect((await leaving(emailOf(who), later)).map(({ kind }) => kind)).toEqual(['registration-date-cancelled'])
  })

  test('a place that was kept or offered there still takes another date in one step, however late', async () => {
    const event = await make.event(seats.database, {
      dates: [
        { places: 1, prescription: 1 },
        { startsAt: now.add(hours(96)), places: 5, prescription: 5 },
      ],
    })
    const [first, second] = event.dates
    const [held, leaves, offered] = [next++, next++, next++]
    await seats.click(event, held, { signedIn: false })
    const left = keyOf(await seats.enrol(event, leaves))
    const key = keyOf(await seats.enrol(event, offered))
    await seats.database
      .update(registrationLists)
      .set({ offerHours: 2 })
      .where(eq(registrationLists.id, first?.prescriptionListId ?? 0))
    await cancel(seats.database, left, { actorId: null, now })
    await cancelFirst(event)
    const later = now.add(hours(24))
    await sweepHolds(seats.database, later)
    const [row] = await seats.rowsOf(first?.listId)
    const by = { actorId: null, now: later }
    const direct = { toListId: second?.listId ?? 0 }
    expect(await moveRegistration(seats.database, row?.key ?? '', direct, by)).toEqual({ kind: 'confirmed' })
    const enrolled = { toListId: second?.prescriptionListId ?? 0 }
    expect(await moveRegistration(seats.database, key, enrolled, by)).toEqual({ kind: 'confirmed' })
    expect(await seats.mailsTo(seats.adviser.email)).not.toContain('prescription-told:registration-offer-expired')
  })
})

test('REG-5: once the date has begun, nobody is told that a place can still be confirmed', async () => {
  const event = await make.event(seats.database, { dates: [{ places: 1, startsAt: now.add(hours(2)) }] })
  const who = next++
  await seats.click(event, who, { signedIn: false })
  const begun = now.add(hours(2))
  await releaseHolds(seats.database, event.dates[0]?.listId ?? 0, begun)
  const written = await leaving(emailOf(who), begun)
  expect(written.map(({ kind }) => kind)).toEqual(['registration-expired'])
  expect(written.map(({ words }) => words).join()).not.toMatch(/pouvez encore|Confirmer/)
})
