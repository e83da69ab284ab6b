import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventDates } from '#features/events/tables.ts'
import { cancel, confirm } from '#features/registrations/actions.ts'
import { releaseHolds } from '#features/registrations/list-actions.ts'
import { registrationMails } from '#features/registrations/mails.ts'
import { moveRegistration } from '#features/registrations/move-actions.ts'
import { cancelByOrganiser } from '#features/registrations/organiser-actions.ts'
import { findByKey } from '#features/registrations/queries.ts'
import { tellDateCancelled, tellDateMoved } from '#features/registrations/reaction-actions.ts'
import { registrationLists } from '#features/registrations/tables.ts'
import { daysLater, hours } from '#kernel/time'
import { type Tx, transact } from '#platform/database/database.ts'
import { sendWaitingMail } from '#platform/mail/send-waiting-mail.ts'
import { openMailing } from '../mailing.ts'
import { type MadeEvent, make } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { prescribeOn, registerOn } from '../registering.ts'

// Histories of registrations, each mail of which goes through SMTP: whoever reads the calendar files in order, as RFC 5546
// says, must see one entry at the right hour for each seat, and none for the rest.

const HISTORIES = rounds(25, 400)
const START = Temporal.Instant.from('2027-02-01T09:00:00Z')
/** The Saturdays before the clocks go forward and back: a week later, the same hour is another instant. */
const DAYS = ['2027-03-27T09:00:00Z', '2027-10-30T16:00:00Z'].map((text) => Temporal.Instant.from(text))

let mailing: Awaited<ReturnType<typeof openMailing>>
let checked = 0
let files = 0
beforeAll(async () => {
  mailing = await openMailing({ renderers: registrationMails('contact@exemple.test') })
})
afterAll(() => mailing.close())

type Hours = { starts: string; ends: string }
/** What a calendar program keeps for each UID. */
type Calendar = { entries: Map<string, Hours>; sequences: Map<string, number> }
type Person = { email: string; personId?: number; key: string; calendar: Calendar }
type Walk = { event: MadeEvent; prescriberId: number; people: Person[]; now: Temporal.Instant; read: number }
type Step = { name: string; take(walk: Walk): Promise<unknown> }

const instantOf = (time: ICAL.Time) => time.toJSDate().toISOString()

function receive({ entries, sequences }: Calendar, text: string): void {
  const file = new ICAL.Component(ICAL.parse(text))
  const { uid, sequence, startDate, endDate } = new ICAL.Event(file.getFirstSubcomponent('vevent') as ICAL.Component)
  files++
  if (sequence <= (sequences.get(uid) ?? -1)) return
  sequences.set(uid, sequence)
  if (file.getFirstPropertyValue('method') === 'CANCEL') entries.delete(uid)
  else entries.set(uid, { starts: instantOf(startDate), ends: instantOf(endDate) })
}

const read: Step = {
  name: 'everyone reads their mails',
  async take(walk) {
    const { rows } = await mailing.database.execute<{ id: string }>(
      sql`select id from mails where state = 'waiting' order by id`,
    )
    for (const { id } of rows) await sendWaitingMail(mailing.mailing, Number(id))
    for (const { recipient, raw } of mailing.sink.accepted.slice(walk.read)) {
      const person = walk.people.find(({ email }) => email === recipient)
      const [file] = (await simpleParser(raw)).attachments.filter(({ contentType }) => contentType.includes('ics'))
      if (person !== undefined && file !== undefined) receive(person.calendar, file.content.toString())
    }
    walk.read = mailing.sink.accepted.length
    for (const person of walk.people) await expectTruth(person)
  },
}

async function expectTruth({ key, calendar }: Person): Promise<void> {
  const found = await findByKey(mailing.database, key)
  const seat = found?.state === 'confirmed' && found.date.cancelledAt === null ? found.date : undefined
  const hoursOf = ({ startsAt, endsAt }: NonNullable<typeof seat>) => ({
    starts: new Date(startsAt.epochMilliseconds).toISOString(),
    ends: new Date(endsAt?.epochMilliseconds ?? 0).toISOString(),
  })
  checked++
  expect([...calendar.entries.values()]).toEqual(seat === undefined ? [] : [hoursOf(seat)])
}

const coming = (who: number): Step => ({
  name: `${who} registers`,
  async take({ event, people, prescriberId, now }) {
    const person = people[who]
    if (person === undefined) return
    const present = person.key === '' ? undefined : await findByKey(mailing.database, person.key)
    if (present !== undefined && present.state !== 'cancelled') return
    const { email, personId } = person
    const enrolling =
      who === 3
        ? prescribeOn(mailing.database, event, { email, now, prescriberId })
        : registerOn(mailing.database, event, { email, now, personId })
    person.key = await enrolling.catch(() => person.key)
  },
})

const onOne = (verb: string, who: number, act: (key: string, walk: Walk) => Promise<unknown>): Step => ({
  name: `${verb} ${who}`,
  take: async (walk) => act(walk.people[who]?.key ?? '', walk),
})

const confirming = (who: number) => onOne('confirms', who, (key, { now }) => confirm(mailing.database, key, now))
const leaving = (who: number) =>
  onOne('gives back', who, (key, { now }) => cancel(mailing.database, key, { actorId: null, now }))
const removing = (who: number) =>
  onOne('is removed', who, async (key, { now, prescriberId }) => {
    const found = await findByKey(mailing.database, key)
    if (found === undefined) return
    await cancelByOrganiser(mailing.database, { listId: found.list.id, registrationId: found.id }, prescriberId, now)
  })
const going = (who: number, date: number) =>
  onOne(`goes to date ${date}`, who, async (key, { event, now }) => {
    const ids = event.dates[date]
    const toListId = (who === 3 ? ids?.prescriptionListId : ids?.listId) ?? 0
    await moveRegistration(mailing.database, key, { toListId, mayWait: true }, { actorId: null, now })
  })

const onDate = (name: string, date: number, act: (tx: Tx, dateId: number, walk: Walk) => Promise<unknown>): Step => ({
  name: `${name} ${date}`,
  take: (walk) => transact(mailing.database, (tx) => act(tx, walk.event.dates[date]?.id ?? 0, walk)),
})

const later = { sequence: sql`${eventDates.sequence} + 1` }

const moving = (date: number) =>
  onDate('a week later, date', date, async (tx, dateId, { now }) => {
    const [present] = await tx.select().from(eventDates).where(eq(eventDates.id, dateId)).for('update')
    if (present === undefined || present.cancelledAt !== null) return
    const startsAt = daysLater(present.startsAt, 7)
    const endsAt = startsAt.add(hours(2))
    await tx
      .update(eventDates)
      .set({ startsAt, endsAt, overAt: endsAt, ...later })
      .where(eq(eventDates.id, dateId))
    await tellDateMoved(tx, { dateId, startsAt, actorId: 0, now })
  })

const ending = (date: number) =>
  onDate('cancelled, date', date, async (tx, dateId, { now }) => {
    const [present] = await tx.select().from(eventDates).where(eq(eventDates.id, dateId)).for('update')
    if (present?.cancelledAt !== null) return
    await tx
      .update(eventDates)
      .set({ cancelledAt: now, ...later })
      .where(eq(eventDates.id, dateId))
    await tellDateCancelled(tx, { dateId, actorId: 0, now })
  })

const waiting: Step = {
  name: 'five hours pass',
  async take(walk) {
    walk.now = walk.now.add(hours(5))
    for (const { listId, prescriptionListId } of walk.event.dates) {
      for (const id of [listId, prescriptionListId]) await releaseHolds(mailing.database, id, walk.now)
    }
  },
}

const who = fc.integer({ min: 0, max: 3 })
const date = fc.integer({ min: 0, max: 1 })
const histories = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: who.map(coming) },
    { weight: 2, arbitrary: who.map(confirming) },
    { weight: 3, arbitrary: who.map(leaving) },
    { weight: 1, arbitrary: who.map(removing) },
    { weight: 5, arbitrary: fc.tuple(who, date).map(([one, to]) => going(one, to)) },
    { weight: 2, arbitrary: date.map(moving) },
    { weight: 1, arbitrary: date.map(ending) },
    { weight: 1, arbitrary: fc.constant(waiting) },
    { weight: 4, arbitrary: fc.constant(read) },
  ),
  { minLength: 6, maxLength: 24 },
)

async function follow(steps: readonly Step[]): Promise<void> {
  const given = DAYS.map((startsAt) => ({ startsAt, places: 1, prescription: 1 }))
  const event = await make.event(mailing.database, { dates: given })
  const offered = event.dates[1]?.listId ?? 0
  await mailing.database.update(registrationLists).set({ offerHours: 4 }).where(eq(registrationLists.id, offered))
  const { id: prescriberId } = await make.person(mailing.database, { role: 'professional' })
  const people: Person[] = []
  for (const number of [0, 1, 2, 3]) {
    const { id, email } = await make.person(mailing.database)
    const calendar: Calendar = { entries: new Map(), sequences: new Map() }
    people.push({ email, key: '', calendar, ...(number < 2 ? { personId: id } : {}) })
  }
  const walk: Walk = { event, prescriberId, people, now: START, read: mailing.sink.accepted.length }
  for (const step of [...steps, read]) {
    walk.now = walk.now.add({ seconds: 1 })
    await step.take(walk)
  }
}

test('R21: a seat left for a queue that moved up before the mail was read: the old hour goes out of the calendar', async () => {
  await follow([coming(0), read, coming(2), confirming(2), moving(1), going(2, 1), going(0, 1), leaving(2), read])
})

test('R21: a cancelled date left for another before the mail was read: the entry goes to the new hour', async () => {
  await follow([coming(0), read, ending(0), moving(1), going(0, 1), read])
})

test(
  'R21 REG-9: whatever happens to a seat, the calendar files of its mails leave one entry at the right hour, or none',
  async () => {
    await fc.assert(
      fc.asyncProperty(histories, (steps) => follow(steps)),
      { numRuns: HISTORIES, endOnFailure: true, reporter: named },
    )
    proved('R21', `calendars read back, of ${HISTORIES} histories (${files} files)`, checked, '0 wrong')
    expect(files).toBeGreaterThan(HISTORIES)
  },
  rounds(120_000, 1_800_000),
)

function named(run: fc.RunDetails<[Step[]]>): void {
  if (!run.failed) return
  const steps = run.counterexample?.[0].map(({ name }) => name).join('\n')
  throw new Error(`${steps}\n${(run.errorInstance as Error | null)?.message}`)
}
