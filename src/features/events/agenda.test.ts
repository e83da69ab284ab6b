import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { loadTerritory } from '#features/territory/actions.ts'
import { hours } from '#kernel/time'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { eventDates } from './tables.ts'

let site: TestSite
const now = Temporal.Instant.from(NOW)
const LYON = { departementCode: '69', latitude: 45.76, longitude: 4.84 }
const ROANNE = { departementCode: '42', latitude: 46.03, longitude: 4.07, city: 'Roanne', postalCode: '42300' }

beforeAll(async () => {
  site = await openSite({ now: NOW })
  await loadTerritory(site.database, now)
  await make.event(site.database, {
    title: 'Atelier à Lyon',
    event: LYON,
    dates: [{}, { startsAt: now.add(hours(96)) }],
  })
  await make.event(site.database, { title: 'Forum à Roanne', event: { ...ROANNE, kind: 'fair', paying: true } })
  await make.event(site.database, { title: 'Réunion des pros', access: 'pro', event: { ...LYON, kind: 'meeting' } })
  await make.event(site.database, { title: 'Permanence close', event: ROANNE, dates: [{ open: false }] })
  const online = await make.event(site.database, { title: 'Visio du soir', event: LYON, dates: [{ list: false }] })
  await site.database.update(eventDates).set({ online: true, onlineUrl: CANARY }).where(inEvent(online.id))
})
afterAll(() => site.close())

const CANARY = 'https://visio.exemple.fr/canari-8c1f'
const inEvent = (id: number) => eq(eventDates.eventId, id)
const agenda = async (query: Record<string, string> = {}) => (await site.browser().get(addresses.agenda(query))).body
const titles = (body: string) => [...body.matchAll(/<h2[^>]*>\s*<a[^>]*>([^<]+)/g)].map(([, title]) => title)
const countBeside = (body: string, choice: string) => new RegExp(`${choice} \\((\\d+)\\)`).exec(wordsOf(body))?.[1]

test('EVT-5: beside each choice, how many dates it would give; what is reserved is never counted', async () => {
  const body = await agenda()
  expect(countBeside(body, 'Loire')).toBe('2')
  expect(countBeside(body, 'Rhône')).toBe('2')
  expect(countBeside(body, 'Atelier')).toBe('4')
  expect(countBeside(body, 'Réunion')).toBe('0')
  expect(countBeside(body, 'En ligne')).toBe('1')
  expect(countBeside(body, 'Avec des places libres')).toBe('3')
  const { browser } = await make.signedIn(site, { role: 'professional' })
  expect(countBeside((await browser.get(addresses.agenda())).body, 'Réunion')).toBe('1')
})

test('EVT-5: the other filters count, the filter itself does not', async () => {
  const body = await agenda({ departement: '42', tarif: 'payant' })
  expect(titles(body)).toEqual(['Forum à Roanne'])
  expect(countBeside(body, 'Rhône')).toBe('0')
  expect(countBeside(body, 'Gratuit')).toBe('1')
  expect(countBeside(body, 'Payant')).toBe('1')
})

test('EVT-5: « à moins de 30 km de Roanne » says how far, and an unknown commune is asked again', async () => {
  const near = await agenda({ commune: 'Roanne (42300)' })
  expect(titles(near).sort()).toEqual(['Forum à Roanne', 'Permanence close'])
  expect(wordsOf(near)).toContain('Roanne, à 2 km')
  expect(titles(await agenda({ commune: 'Roanne (42300)', rayon: '100' }))).toHaveLength(4)
  expect(wordsOf(await agenda({ commune: 'Nulle-Part-sur-Rien' }))).toContain('Nulle-Part-sur-Rien')
})

test('EVT-5: with seats left, online, and both', async () => {
  expect(titles(await agenda({ places: 'oui' }))).not.toContain('Permanence close')
  const online = await agenda({ en_ligne: 'oui' })
  expect(titles(online)).toEqual(['Visio du soir'])
  expect(wordsOf(await agenda({ en_ligne: 'oui', places: 'oui' }))).toContain('Aucune date ne répond à ces filtres')
})

test('EVT-5: a month shows each day with its dates, and goes to the next one with the same filters', async () => {
  const body = (await site.browser().get(addresses.agendaMonth({ mois: '2026-11', tarif: 'gratuit' }))).body
  expect(wordsOf(body)).toContain('4 dates en novembre 2026')
  expect(body).toContain(addresses.agendaMonth({ mois: '2026-12', tarif: 'gratuit' }).replace('&', '&amp;'))
  expect(wordsOf(body)).not.toContain('Réunion des pros')
  for (const mois of ['1999-01', 'demain', '2026-13', '2099-01']) {
    const answer = await site.browser().get(addresses.agendaMonth({ mois }))
    expect([answer.statusCode, wordsOf(answer.body).includes('novembre 2026')]).toEqual([200, true])
  }
})

test('EVT-5: the calendar to subscribe to has the same filters', async () => {
  const body = await agenda({ departement: '42', type: 'salon' })
  const url = /value="(http[^"]+[.]ics[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(body).toContain(url.replace('http:', 'webcal:').replaceAll('&', '&amp;'))
  const calendar = (await site.browser().get(new URL(url).pathname + new URL(url).search)).body
  const found = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  expect(found.map(({ summary }) => summary)).toEqual(['Forum à Roanne'])
})

test('EVT-2: the link of a date online is in no public page, feed nor calendar', async () => {
  const [row] = await site.database.select().from(eventDates).where(eq(eventDates.onlineUrl, CANARY))
  const item = String(row?.eventId)
  const opened = (await site.browser().get(addresses.events.one({ item }))).headers.location as string
  const { browser } = await make.signedIn(site)
  const pages = [
    ...[addresses.home(), addresses.agenda(), addresses.agenda({ en_ligne: 'oui' }), addresses.agendaMonth()],
    ...[addresses.agendaCalendar(), opened],
    `${opened}/dates/${row?.id}.ics`,
  ]
  for (const page of pages) {
    for (const reader of [site.browser(), browser]) {
      const answer = await reader.get(page)
      expect([page, answer.statusCode, answer.body.includes('canari')]).toEqual([page, 200, false])
    }
  }
  const shown = (await site.browser().get(opened)).body
  expect(wordsOf(shown)).toContain('En ligne')
  expect(shown).toContain('https://schema.org/OnlineEventAttendanceMode')
  expect(shown).toContain('VirtualLocation')
})
