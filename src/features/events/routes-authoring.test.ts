import naughty from 'big-list-of-naughty-strings'
import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { contentAuthors, contentDepartements, contents } from '#features/contents/tables.ts'
import { registrationLists } from '#features/registrations/tables.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { newKey } from '#platform/keys.ts'
import { type Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { eventForm as form, eventFormOf as formOf, type SignedIn, signedIn, WHOLE_EVENT } from '#tests/event-form.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { eventDates, events } from './tables.ts'

let site: TestSite
let author: SignedIn

beforeAll(async () => {
  site = await openSite({ now: NOW })
  await loadTerritory(site.database, Temporal.Instant.from(NOW))
  author = await signedIn(site, 'professional')
})
afterAll(() => site.close())

const NEW = addresses.events.new()
const edit = (event: MadeEvent) => addresses.events.edit({ item: itemOf(event) })
const eventCount = async () =>
  (await site.database.select({ n: count() }).from(contents).where(eq(contents.kind, 'event')))[0]?.n ?? 0
const datesOf = (event: { id: number }) =>
  site.database.select().from(eventDates).where(eq(eventDates.eventId, event.id)).orderBy(eventDates.id)

test('EVT-1: a professional saves an event and it is public at once, with its dates, place and seats', async () => {
  const answer = await author.browser.send(NEW, form({ 'date.1.jour': '2026-12-08', 'date.1.debut': '9h30' }))
  expect(answer.statusCode).toBe(200)
  const words = wordsOf(answer.body)
  expect(words).toContain('Évènement enregistré : il est publié.')
  expect(words).toContain('Atelier prévisionnel')
  const [row] = await site.database
    .select()
    .from(events)
    .innerJoin(contents, eq(contents.id, events.contentId))
    .where(eq(contents.title, WHOLE_EVENT.titre))
  expect(row?.contents).toMatchObject({ state: 'published', access: 'public', slug: 'atelier-previsionnel' })
  expect(row?.events).toMatchObject({
    kind: 'workshop',
    projectSizes: ['alone'],
    forSocialEconomy: true,
    forInnovation: false,
    communeCode: '42187',
    departementCode: '42',
    facebook: 'https://facebook.com/maison',
    website: 'https://www.exemple.fr/',
    latitude: null,
  })
  const dates = await datesOf({ id: row?.contents.id ?? 0 })
  expect(dates.map(({ startsAt }) => startsAt.toString())).toEqual(['2026-12-01T13:00:00Z', '2026-12-08T08:30:00Z'])
  const lists = await site.database.select().from(registrationLists).where(eq(registrationLists.dateId, dates[0]!.id))
  expect(lists.map(({ kind, places, open }) => ({ kind, places, open }))).toEqual([
    { kind: 'direct', places: 12, open: true },
  ])
  const authors = await site.database
    .select()
    .from(contentAuthors)
    .where(eq(contentAuthors.contentId, row!.contents.id))
  expect(authors.map(({ personId }) => personId)).toEqual([author.id])
  const where = await site.database.select().from(contentDepartements)
  expect(where.find(({ contentId }) => contentId === row?.contents.id)?.departement).toBe('42')
})

test('EVT-1: a draft needs only a title and a kind, and nobody else reads it', async () => {
  const draft = { version: '0', titre: 'Idée de forum', type: 'salon', acces: 'public', tarif: 'gratuit' }
  const answer = await author.browser.post(NEW, { ...draft, geste: 'brouillon', submission: newKey() })
  expect(answer.statusCode).toBe(303)
  const item = String(answer.headers.location).split('/')[2] ?? ''
  expect(answer.headers.location).toBe(addresses.events.edit({ item }))
  expect((await site.browser().get(addresses.events.one({ item }))).statusCode).toBe(404)
  const open = await author.browser.get(addresses.events.edit({ item }))
  expect(open.body).toContain('Garder comme brouillon')
  const published = formOf(open.body, { titre: 'Forum', 'date.0.jour': '2026-12-01', 'date.0.debut': '14:00' })
  expect((await author.browser.post(addresses.events.edit({ item }), published)).statusCode).toBe(303)
  expect(
    (await site.browser().get(addresses.events.one({ item: item.replace('idee-de-forum', 'forum') }))).statusCode,
  ).toBe(200)
})

test('EVT-1: a wrong form comes back with every error and all that was typed; nothing is saved', async () => {
  const before = await eventCount()
  const wrong = { titre: '', 'date.0.fin': '12:00', site: 'javascript:alert(1)', 'date.0.places': 'dix' }
  const answer = await author.browser.post(NEW, form(wrong))
  expect(answer.statusCode).toBe(422)
  const words = wordsOf(answer.body)
  for (const sentence of ['4 points à revoir', 'Donnez un titre', 'La fin est avant le début', 'adresse d’un site']) {
    expect(words).toContain(sentence)
  }
  expect(fieldOf(answer.body, 'date.0.places')).toBe('dix')
  expect(fieldOf(answer.body, 'ville')).toBe('Roanne')
  expect(await eventCount()).toBe(before)
  const without = await author.browser.post(
    NEW,
    form({ 'date.0.jour': '', 'date.0.debut': '', 'date.0.fin': '', 'date.0.places': '' }),
  )
  expect(wordsOf(without.body)).toContain('Indiquez au moins une date')
})

test('EVT-1: both nights of the clocks are said in the form', async () => {
  const spring = await author.browser.post(NEW, form({ 'date.0.jour': '2027-03-28', 'date.0.debut': '02:30' }))
  expect(spring.statusCode).toBe(422)
  expect(wordsOf(spring.body)).toContain('Cette heure n’existe pas ce jour-là')
  const autumn = { 'date.0.jour': '2027-10-31', 'date.0.debut': '02:30', 'date.0.fin': '' }
  const asked = await author.browser.post(NEW, form(autumn))
  expect(asked.statusCode).toBe(422)
  expect(asked.body).toContain('name="date.0.tour_debut"')
  const saved = form({ ...autumn, titre: 'La nuit', 'date.0.tour_debut': 'seconde' })
  expect((await author.browser.post(NEW, saved)).statusCode).toBe(303)
  const [row] = await site.database
    .select({ startsAt: eventDates.startsAt })
    .from(eventDates)
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(eq(contents.title, 'La nuit'))
  expect(row?.startsAt.toString()).toBe('2027-10-31T01:30:00Z')
})

test('EVT-1: « Ajouter un autre élément », « Retirer » and « Géolocaliser » save nothing and keep all that was typed', async () => {
  const before = await eventCount()
  const more = await author.browser.post(NEW, form({ geste: 'ajouter-date' }))
  expect(more.statusCode).toBe(200)
  expect(more.body).toContain('id="date-1"')
  expect(fieldOf(more.body, 'titre')).toBe(WHOLE_EVENT.titre)
  const less = await author.browser.post(NEW, form({ geste: 'retirer-date.0' }))
  expect(wordsOf(less.body)).toContain('Cette date ne sera pas enregistrée.')
  expect(fieldOf(less.body, 'date.0.jour')).toBe('2026-12-01')
  const located = await author.browser.post(NEW, form({ geste: 'geolocaliser' }))
  expect(located.statusCode).toBe(200)
  expect(Number(fieldOf(located.body, 'latitude'))).toBeCloseTo(46.04, 1)
  expect(located.body).toContain('data-island="place-map"')
  expect(await eventCount()).toBe(before)
})

test('EVT-1: a position holds for the address that it was found from', async () => {
  const located = (await author.browser.post(NEW, form({ geste: 'geolocaliser' }))).body
  const names = ['latitude', 'longitude', 'adresse_situee']
  const position = Object.fromEntries(names.map((name) => [name, fieldOf(located, name)]))
  await author.browser.post(NEW, form({ ...position, titre: 'Située' }))
  await author.browser.post(NEW, form({ ...position, titre: 'Ailleurs', rue: '1 place du Marché' }))
  const rows = await site.database
    .select({ title: contents.title, latitude: events.latitude })
    .from(events)
    .innerJoin(contents, eq(contents.id, events.contentId))
  expect(rows.find(({ title }) => title === 'Située')?.latitude).toBeCloseTo(46.04, 1)
  expect(rows.find(({ title }) => title === 'Ailleurs')?.latitude).toBeNull()
})

test('a suggestion of commune gives the city and its postal code', async () => {
  await author.browser.post(NEW, form({ titre: 'Suggérée', ville: 'Thiers (63300)', code_postal: '' }))
  const [row] = await site.database
    .select({ city: events.city, postalCode: events.postalCode, departement: events.departementCode })
    .from(events)
    .innerJoin(contents, eq(contents.id, events.contentId))
    .where(eq(contents.title, 'Suggérée'))
  expect(row).toEqual({ city: 'Thiers', postalCode: '63300', departement: '63' })
})

test('sending the same new event ten times at once makes one event', async () => {
  const before = await eventCount()
  const sent = form({ titre: 'Une seule fois' })
  const answers = await Promise.all(Array.from({ length: 10 }, () => author.browser.post(NEW, sent)))
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([303]))
  expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1)
  expect(await eventCount()).toBe(before + 1)
})

test('who may open and send the form: signed out 401, others 403, what is hidden 404', async () => {
  const event = await make.event(site.database, { authorId: author.id })
  const draft = await make.event(site.database, { authorId: author.id, state: 'draft' })
  const pro = await make.event(site.database, { authorId: author.id, access: 'pro' })
  const [other, creator, reader] = [
    await signedIn(site, 'professional'),
    await signedIn(site, 'creator'),
    await signedIn(site, 'reader'),
  ]
  const statuses = async (browser: Browser, url: string) => [
    (await browser.get(url)).statusCode,
    (await browser.post(url, form())).statusCode,
  ]
  for (const url of [NEW, edit(event), edit(draft), addresses.events.edit({ item: 'inconnu-999999' })]) {
    expect(await statuses(site.browser(), url)).toEqual([401, 401])
  }
  expect(await statuses(creator.browser, NEW)).toEqual([403, 403])
  expect(await statuses(reader.browser, NEW)).toEqual([403, 403])
  expect(await statuses(other.browser, edit(event))).toEqual([403, 403])
  expect(await statuses(other.browser, edit(draft))).toEqual([404, 404])
  expect(await statuses(creator.browser, edit(pro))).toEqual([403, 403])
  expect(await statuses(other.browser, addresses.events.edit({ item: 'inconnu-999999' }))).toEqual([404, 404])
  expect((await author.browser.get(addresses.events.edit({ item: `ancien-${event.id}` }))).statusCode).toBe(301)
})

test('a page of the form costs five statements at most', async () => {
  const event = await make.event(site.database, { authorId: author.id, dates: [{}, {}, {}] })
  await author.browser.get(edit(event))
  const before = site.database.statements()
  await author.browser.get(edit(event))
  expect(site.database.statements() - before).toBeLessThanOrEqual(5)
})

test('naughty strings in any field never break the form', async () => {
  const names = Object.keys(WHOLE_EVENT).filter((name) => name !== 'geste')
  const texts = [...naughty.filter((_, rank) => rank % 25 === 0), 'a\0b', '\u202Etxet', 'x'.repeat(300)]
  for (const text of texts) {
    const all = Object.fromEntries(names.map((name) => [name, text]))
    for (const geste of ['enregistrer', 'brouillon', 'geolocaliser', text]) {
      const answer = await author.browser.post(NEW, form({ ...all, geste }))
      expect([200, 303, 422]).toContain(answer.statusCode)
    }
  }
})
