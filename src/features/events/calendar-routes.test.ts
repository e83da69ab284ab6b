import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const entriesOf = (body: string) =>
  new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry))

test('EVT-5: the agenda is followed by filter, and what is reserved or elsewhere is not in it', async () => {
  await make.event(site.database, { title: 'À Lyon ; « Zoé, N’Guessan »' })
  await make.event(site.database, { title: 'Réservé', access: 'pro' })
  await make.event(site.database, { title: 'À Roanne', event: { departementCode: '42' } })
  const { body, headers } = await site.browser().get(addresses.agendaCalendar({ departement: '69' }))
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(entriesOf(body).map((entry) => entry.summary)).toEqual(['À Lyon ; « Zoé, N’Guessan »'])
})

test('R21: a date keeps its UID, and its hour is that of Paris', async () => {
  const event = await make.event(site.database, {
    dates: [{ startsAt: Temporal.Instant.from('2027-03-28T12:00:00Z') }],
  })
  const address = addresses.events.dateCalendar({ item: itemOf(event), date: event.dates[0]?.id ?? 0 })
  const [entry] = entriesOf((await site.browser().get(address)).body)
  expect(entry?.uid).toBe(`date-${event.dates[0]?.id}@localhost`)
  expect(entry?.startDate.toJSDate().toISOString()).toBe('2027-03-28T12:00:00.000Z')
  expect((await site.browser().get(address.replace(/dates\/\d+/, 'dates/999999'))).statusCode).toBe(404)
})
