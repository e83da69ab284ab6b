import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { auditLog } from '#features/audit/tables.ts'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '#tests/browser.ts'
import { eventForm, eventFormOf } from '#tests/event-form.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { foreseenText } from './places-texts.ts'
import { registrationLists, registrations } from './tables.ts'
import { readTypedList, type TypedList } from './typed-places.ts'

describe('what is said beforehand', () => {
  const present = { places: 12, open: true, taken: 12, waiting: 3, everRegistered: true }
  const typed = (places: string, more: Partial<Parameters<typeof readTypedList>[0]> = {}) =>
    readTypedList({ places, unlimited: false, open: true, hours: '', ...more }) as TypedList

  test('REG-3: more places say who moves up', () => {
    expect(foreseenText(present, typed('12'))).toBe('12 inscrits, minimum 12 ; 3 personnes attendent.')
    expect(foreseenText(present, typed('14'))).toBe(
      '12 inscrits, minimum 12 ; 2 personnes passeront de la liste d’attente.',
    )
    expect(foreseenText(present, typed('', { unlimited: true }))).toBe(
      '12 inscrits, minimum 12 ; 3 personnes passeront de la liste d’attente.',
    )
    expect(foreseenText(present, typed('13', { hours: '24' }))).toBe(
      '12 inscrits, minimum 12 ; 1 place sera proposée à la liste d’attente, à accepter en 24 heures.',
    )
  })

  test('REG-3: fewer than those taken, and no list where people are, say why not', () => {
    expect(foreseenText(present, typed('11'))).toBe(
      '12 places sont déjà prises : indiquez 12 ou plus, ou 0 pour clôturer.',
    )
    expect(foreseenText(present, typed(''))).toContain('indiquez 0 pour clôturer la liste')
  })

  test('REG-2: closing and opening again are said', () => {
    const kept = 'La liste sera close : ses inscrits et son nombre de places sont gardés.'
    expect(foreseenText(present, typed('0'))).toContain(kept)
    expect(foreseenText(present, typed('12', { open: false }))).toContain(kept)
    expect(foreseenText({ ...present, open: false }, typed('12'))).toContain('La liste sera ouverte à nouveau.')
    expect(foreseenText({ ...present, taken: 0, waiting: 0, everRegistered: false }, typed(''))).toBe(
      'Cette liste sera retirée : personne ne s’y est inscrit.',
    )
    expect(foreseenText(undefined, typed('12'))).toBe('')
  })

  test('REG-4: a delay is a number of hours, at most ten days', () => {
    const read = (hours: string) => readTypedList({ places: '3', unlimited: false, open: true, hours })
    expect(['', '1', '240'].map(read)).toMatchObject([{ offerHours: null }, { offerHours: 1 }, { offerHours: 240 }])
    for (const wrong of ['0', '241', 'un jour', '-3', '1.5'])
      expect(read(wrong)).toEqual({ faults: [{ field: 'delai', because: 'no-hours' }] })
    expect(readTypedList({ places: 'x', unlimited: false, open: true, hours: 'y' })).toMatchObject({
      faults: [{ because: 'no-number' }, { because: 'no-hours' }],
    })
  })
})

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const now = Temporal.Instant.from(NOW)

/** Fills a list; the last `waiting` wait. */
async function fill(listId: number, taken: number, waiting: number): Promise<void> {
  const rows = Array.from({ length: taken + waiting }, (_, place) => ({
    ...{ key: newKey(), receipt: newKey(), listId, name: 'Zoé', email: `p${place}l${listId}@exemple.test` },
    ...{ emailKey: `p${place}l${listId}`, state: place < taken ? ('confirmed' as const) : ('waiting' as const) },
    ...{ verifiedAt: now, createdAt: now },
  }))
  await site.database.insert(registrations).values(rows)
}

const listsOf = async (dateId: number) =>
  site.database
    .select()
    .from(registrationLists)
    .where(eq(registrationLists.dateId, dateId))
    .orderBy(asc(registrationLists.id))

async function openForm(dates: Parameters<typeof make.event>[1]) {
  const { browser, id } = await make.signedIn(site, { role: 'professional' })
  const event = await make.event(site.database, { ...dates, authorId: id })
  const url = addresses.events.edit({ item: itemOf(event) })
  const [date] = event.dates
  if (date === undefined) throw new Error('no date')
  return { browser, url, date, fresh: async () => (await browser.get(url)).body }
}

test('REG-1: a date has two lists, each with its places, its opening and its delay', async () => {
  const { browser } = await make.signedIn(site, { role: 'professional' })
  const form = eventForm({ 'date.0.prescription.places': '5', 'date.0.prescription.delai': '24' })
  const saved = await browser.post(addresses.events.new(), form)
  expect(saved.statusCode).toBe(303)
  const [direct, prescription, ...others] = (await site.database.select().from(registrationLists)).slice(-2)
  expect(others).toEqual([])
  expect([direct, prescription]).toMatchObject([
    { kind: 'direct', places: 12, open: true, offerHours: null },
    { kind: 'prescription', places: 5, open: false, offerHours: 24 },
  ])
})

test('REG-7: the addresses of each list stand under it', async () => {
  const { date, fresh } = await openForm({ dates: [{ places: 4, prescription: 4 }] })
  await fill(date.listId, 1, 0)
  await fill(date.prescriptionListId, 2, 0)
  const [, direct = '', prescription = ''] = (await fresh()).split('data-places-list=')
  expect(direct.match(/<li>[^<]*@/g)).toHaveLength(1)
  expect(prescription.match(/<li>[^<]*@/g)).toHaveLength(2)
  const noted = await site.database.select().from(auditLog).where(eq(auditLog.verb, 'registrants-read'))
  expect(noted.map(({ object, details }) => [object, details])).toEqual([
    [`list:${date.listId}`, { rows: 1, page: 'formulaire' }],
    [`list:${date.prescriptionListId}`, { rows: 2, page: 'formulaire' }],
  ])
})

test('REG-7: who waits is not counted among those who have a place; a change of hour is told to all of them', async () => {
  const { date, fresh } = await openForm({ dates: [{ places: 1 }] })
  expect(wordsOf(await fresh())).not.toContain('prévenues par mail')
  await fill(date.listId, 1, 2)
  const words = wordsOf(await fresh())
  expect(words).toContain('1 personne inscrite, 2 en attente')
  expect(words).toContain('Si le jour, l’heure ou le lieu change, ces 3 personnes sont prévenues par mail.')
})

test('REG-3: without a script, « Voir ce qui va se passer » says it and saves nothing', async () => {
  const { browser, url, date, fresh } = await openForm({ dates: [{ places: 2, prescription: 1 }] })
  await fill(date.listId, 2, 3)
  const form = eventFormOf(await fresh(), { 'date.0.places': '4', geste: 'voir-inscriptions' })
  const seen = await browser.post(url, form)
  expect(seen.statusCode).toBe(200)
  expect(wordsOf(seen.body)).toContain('2 inscrits, minimum 2 ; 2 personnes passeront de la liste d’attente.')
  expect(await listsOf(date.id)).toMatchObject([{ places: 2, taken: 2 }, {}])
})

test('REG-4: one save lowers a list and raises the other; those who wait there move up', async () => {
  const { browser, url, date, fresh } = await openForm({ dates: [{ places: 6, prescription: 2 }] })
  await fill(date.listId, 3, 0)
  await fill(date.prescriptionListId, 2, 1)
  const form = eventFormOf(await fresh(), { 'date.0.places': '3', 'date.0.prescription.places': '5' })
  expect((await browser.post(url, form)).statusCode).toBe(303)
  expect(await listsOf(date.id)).toMatchObject([
    { places: 3, taken: 3 },
    { places: 5, taken: 3, waiting: 0 },
  ])
})

test('REG-3: a list that is refused is said under its own number, and neither list changes', async () => {
  const { browser, url, date, fresh } = await openForm({ dates: [{ places: 6, prescription: 2 }] })
  await fill(date.prescriptionListId, 2, 0)
  const form = eventFormOf(await fresh(), { 'date.0.places': '4', 'date.0.prescription.places': '1' })
  const refused = await browser.post(url, form)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toMatch(/id="champ-date-0-prescription-places-erreur"/)
  expect(wordsOf(refused.body)).toContain('2 places sont déjà prises : indiquez 2 ou plus')
  expect(await listsOf(date.id)).toMatchObject([{ places: 6 }, { places: 2 }])
  const wrong = eventFormOf(await fresh(), { 'date.0.prescription.delai': 'demain' })
  const unread = await browser.post(url, wrong)
  expect([unread.statusCode, unread.body]).toEqual([422, expect.stringContaining('value="demain"')])
})

test('REG-2: a form that says nothing of a list leaves it as it is', async () => {
  const { browser, url, date, fresh } = await openForm({ dates: [{ places: 6, prescription: 2 }] })
  const whole = eventFormOf(await fresh(), { 'date.0.places': '7' })
  const silent = Object.fromEntries(Object.entries(whole).filter(([name]) => !name.includes('prescription')))
  expect((await browser.post(url, silent)).statusCode).toBe(303)
  expect(await listsOf(date.id)).toMatchObject([{ places: 7 }, { places: 2 }])
})
