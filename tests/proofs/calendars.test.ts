import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { newKey } from '#platform/keys.ts'
import type { Browser } from '../browser.ts'
import { eventFormOf } from '../event-form.ts'
import { type MadeEvent, make } from '../make.ts'
import { proved } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2027-02-01T09:00:00Z' })
})
afterAll(() => site.close())

type Entry = {
  method: string
  uid: string
  sequence: number
  starts: string
  ends: string
  status: string
  summary: string
}

/** What a calendar program reads. */
function entryOf(text: string): Entry {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const component = calendar.getFirstSubcomponent('vevent') as ICAL.Component
  const event = new ICAL.Event(component)
  const instant = (time: ICAL.Time) => time.toJSDate().toISOString()
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    starts: instant(event.startDate),
    ends: instant(event.endDate),
    status: String(component.getFirstPropertyValue('status')),
    summary: event.summary,
  }
}

/** The invitation in the newest mail to somebody, as it leaves now. */
async function newestSentTo(email: string): Promise<Entry> {
  const mail = (await site.mails()).filter(({ recipient }) => recipient === email).at(-1)
  return entryOf(mail?.content?.calendar?.ics ?? '')
}

type Scene = { author: Browser; member: Browser; email: string; event: MadeEvent; key: string; first: Entry }

/** Another date, so that the event still has one when the first is taken away. */
const LATER = Temporal.Instant.from('2027-12-01T09:00:00Z')

async function scene(startsAt: string, title?: string): Promise<Scene> {
  const author = await make.signedIn(site, { role: 'professional' })
  const date = { startsAt: Temporal.Instant.from(startsAt) }
  const event = await make.event(site.database, { title, authorId: author.id, dates: [date, { startsAt: LATER }] })
  const member = await make.signedIn(site)
  const form = { date: String(event.dates[0]?.listId), submission: newKey() }
  const answer = await member.browser.post(addresses.events.register({ item: itemOf(event) }), form)
  const key = String(answer.headers.location).split('/').at(-1) ?? ''
  const { browser, email } = member
  return { author: author.browser, member: browser, email, event, key, first: await newestSentTo(email) }
}

/** The author changes the hours in the form of the event, as typed in Paris. */
async function move({ author, event }: Scene, typed: Record<string, string>): Promise<number> {
  const url = addresses.events.edit({ item: itemOf(event) })
  const more = Object.entries(typed).map(([name, value]) => [`date.0.${name}`, value])
  const form = eventFormOf((await author.get(url)).body, {
    titre: 'Construire son prévisionnel',
    ...Object.fromEntries(more),
  })
  return (await author.post(url, form)).statusCode
}

const CHANGES = [
  {
    about: 'into summer time, the night of 28 March 2027',
    from: '2027-03-27T09:00:00Z',
    to: { jour: '2027-03-28', debut: '10:00', fin: '12:00' },
    starts: '2027-03-28T08:00:00.000Z',
    ends: '2027-03-28T10:00:00.000Z',
  },
  {
    about: 'an evening that ends after the hour that is missing',
    from: '2027-03-27T09:00:00Z',
    to: { jour: '2027-03-28', debut: '01:30', fin: '03:30' },
    starts: '2027-03-28T00:30:00.000Z',
    ends: '2027-03-28T01:30:00.000Z',
  },
  {
    about: 'back to winter time, 31 October 2027',
    from: '2027-10-30T08:00:00Z',
    to: { jour: '2027-10-31', debut: '10:00', fin: '12:00' },
    starts: '2027-10-31T09:00:00.000Z',
    ends: '2027-10-31T11:00:00.000Z',
  },
  {
    about: 'at the doubled hour, the second time',
    from: '2027-10-30T08:00:00Z',
    to: { jour: '2027-10-31', debut: '02:30', tour_debut: 'seconde', fin: '04:00' },
    starts: '2027-10-31T01:30:00.000Z',
    ends: '2027-10-31T03:00:00.000Z',
  },
] as const

describe('a date moved across a change of the clocks', () => {
  test.each(CHANGES)('R21: $about: the same entry, one step further, at the right instant', async (change) => {
    const on = await scene(change.from)
    expect(await move(on, { tour_debut: '', ...change.to })).toBe(303)
    const moved = await newestSentTo(on.email)
    const { starts, ends } = change
    expect(on.first).toMatchObject({ method: 'REQUEST', sequence: 0 })
    expect(moved).toMatchObject({ method: 'REQUEST', uid: on.first.uid, sequence: 1, starts, ends })
    const own = entryOf((await on.member.get(addresses.registrations.calendar({ key: on.key }))).body)
    expect(own).toMatchObject({ method: 'PUBLISH', uid: on.first.uid, sequence: 1, starts, ends })
    const shown = entryOf((await on.author.get(dateFile(on.event))).body)
    expect([shown.starts, shown.ends]).toEqual([change.starts, change.ends])
  })

  test('R21: the missing hour is refused and the doubled one is asked, so that no instant is guessed', async () => {
    const on = await scene('2027-03-27T09:00:00Z')
    expect(await move(on, { jour: '2027-03-28', debut: '02:30', fin: '04:00' })).toBe(422)
    expect(await move(on, { jour: '2027-10-31', debut: '02:30', fin: '04:00', tour_debut: '' })).toBe(422)
    expect(await newestSentTo(on.email)).toEqual(on.first)
  })
})

const dateFile = (event: MadeEvent) =>
  addresses.events.dateCalendar({ item: itemOf(event), date: event.dates[0]?.id ?? 0 })

test('R21: whoever gives the place back gets a CANCEL of the same entry, later than all before', async () => {
  const on = await scene('2027-03-27T09:00:00Z')
  await move(on, { jour: '2027-03-28', debut: '10:00', fin: '12:00' })
  await on.member.post(addresses.registrations.cancel({ key: on.key }), { submission: newKey() })
  const gone = { method: 'CANCEL', uid: on.first.uid, sequence: 2, status: 'CANCELLED' }
  expect(await newestSentTo(on.email)).toMatchObject(gone)
})

test('R21: a date that its organiser cancels is a CANCEL for each who registered', async () => {
  const on = await scene('2027-03-27T09:00:00Z')
  expect(await move(on, { retire: 'oui', jour: '2027-03-27', debut: '10:00' })).toBe(303)
  const gone = await newestSentTo(on.email)
  expect(gone).toMatchObject({ method: 'CANCEL', uid: on.first.uid, status: 'CANCELLED' })
  expect(gone.sequence).toBeGreaterThan(on.first.sequence)
  proved(
    'R21',
    'calendar entries: one UID, growing SEQUENCE, CANCEL, right instants',
    CHANGES.length,
    `${CHANGES.length} changes`,
  )
})

test('B29: whatever stands in a title, a calendar program reads it back', async () => {
  const title = 'Oser; « créer », enfin\\n\nBEGIN:VEVENT — ; , \\ é 👩‍👩‍👧'
  const on = await scene('2027-03-27T09:00:00Z', title)
  expect(on.first.summary.replace(/\s+/g, ' ')).toBe(title.replace(/\s+/g, ' '))
  const agenda = await site.browser().get(addresses.agendaCalendar())
  const entries = new ICAL.Component(ICAL.parse(agenda.body)).getAllSubcomponents('vevent')
  expect(entries.some((entry) => new ICAL.Event(entry).summary === on.first.summary)).toBe(true)
})
