import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { contentDepartements } from '#features/contents/tables.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { newKey } from '#platform/keys.ts'
import { fieldOf, wordsOf } from '#tests/browser.ts'
import { eventForm, eventFormOf, type SignedIn, signedIn } from '#tests/event-form.ts'
import { make, NOW } from '#tests/make.ts'
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

const LINK = 'https://visio.exemple.fr/salle'
const THREE = {
  ...{ 'date.1.jour': '2026-12-08', 'date.1.debut': '14:00', 'date.1.ou': 'en-ligne', 'date.1.lien': LINK },
  ...{ 'date.2.jour': '2026-12-15', 'date.2.debut': '14:00', 'date.2.ou': 'ailleurs', 'date.2.lieu': 'La Cordée' },
  ...{ 'date.2.rue': '2 rue de la République', 'date.2.code_postal': '69001', 'date.2.ville': 'Lyon' },
}
const idOf = (location: unknown) => Number(/-(\d+)$/.exec(String(location))?.[1])
const datesOf = (id: number) =>
  site.database.select().from(eventDates).where(eq(eventDates.eventId, id)).orderBy(eventDates.startsAt)

test('EVT-2: one date at the event, one online, one elsewhere: page, form, agenda and territory follow', async () => {
  const { headers } = await author.browser.post(addresses.events.new(), eventForm(THREE))
  const id = idOf(headers.location)
  expect((await datesOf(id)).map((date) => [date.ownPlace, date.online, date.departementCode, date.city])).toEqual([
    [false, false, '42', ''],
    [false, true, null, ''],
    [true, false, '69', 'Lyon'],
  ])
  const page = wordsOf((await site.browser().get(String(headers.location))).body)
  expect(page).toContain('En ligne')
  expect(page).toContain('La Cordée, 2 rue de la République, 69001 Lyon')
  const form = (await author.browser.get(`${headers.location}/modifier`)).body
  expect([fieldOf(form, 'date.1.lien'), fieldOf(form, 'date.2.ville')]).toEqual([LINK, 'Lyon'])
  const places = await site.database.select().from(contentDepartements).where(eq(contentDepartements.contentId, id))
  expect(places.map(({ departement }) => departement).sort()).toEqual(['42', '69'])
  const rhone = wordsOf((await site.browser().get(addresses.agenda({ departement: '69' }))).body)
  expect([rhone.includes('La Cordée'), rhone.includes('Maison de l’entreprise')]).toEqual([true, false])
})

test('EVT-2: what is wrong in the place of a date is said there, all that was typed is kept', async () => {
  const wrong = { ...THREE, 'date.1.lien': 'javascript:alert(1)', 'date.2.ville': '', 'date.2.code_postal': '690' }
  const answer = await author.browser.post(addresses.events.new(), eventForm(wrong))
  expect(answer.statusCode).toBe(422)
  for (const id of ['date-1-lien', 'date-2-ville', 'date-2-code_postal'])
    expect(answer.body).toContain(`champ-${id}-erreur`)
  expect(fieldOf(answer.body, 'date.2.lieu')).toBe('La Cordée')
})

test('EVT-2: an event whose dates are all online needs no address', async () => {
  const nowhere = { lieu: '', rue: '', code_postal: '', ville: '', 'date.0.ou': 'en-ligne' }
  const { statusCode, headers } = await author.browser.post(addresses.events.new(), eventForm(nowhere))
  expect(statusCode).toBe(303)
  expect(wordsOf((await site.browser().get(String(headers.location))).body)).toContain('le lien est donné aux inscrits')
  const refused = await author.browser.post(addresses.events.new(), eventForm({ ...nowhere, 'date.0.ou': '' }))
  expect(refused.statusCode).toBe(422)
})

test('EVT-2: a new link or a new address tells those who come; a better point on the map tells nobody', async () => {
  const event = await make.event(site.database, { authorId: author.id })
  await site.database.update(eventDates).set({ online: true, onlineUrl: LINK }).where(eq(eventDates.eventId, event.id))
  const [date] = await datesOf(event.id)
  const edit = addresses.events.edit({ item: itemOf(event) })
  const save = async (more: Record<string, string>) =>
    author.browser.post(edit, eventFormOf((await author.browser.get(edit)).body, more))
  const sequence = async () => (await datesOf(event.id))[0]?.sequence
  const same = {
    titre: 'Construire son prévisionnel',
    lieu: 'Maison de l’entreprise',
    rue: '20 rue des Tanneurs',
    code_postal: '69003',
    ville: 'Lyon',
  }
  const online = { ...same, 'date.0.ou': 'en-ligne', 'date.0.lien': LINK }
  expect((await save(online)).statusCode).toBe(303)
  expect(await sequence()).toBe(date?.sequence)
  await save({ ...online, ville: 'Lyon 3e' })
  expect(await sequence()).toBe(date?.sequence)
  await save({ ...online, 'date.0.lien': `${LINK}/2` })
  expect(await sequence()).toBe((date?.sequence ?? 0) + 1)
  await save({ ...same, 'date.0.ou': '' })
  expect(await sequence()).toBe((date?.sequence ?? 0) + 2)
})

test('EVT-2: « Géolocaliser » finds the address of one date, in its own row', async () => {
  const answer = await author.browser.post(addresses.events.new(), eventForm({ ...THREE, geste: 'geolocaliser.2' }))
  expect(answer.statusCode).toBe(200)
  expect(fieldOf(answer.body, 'date.2.latitude')).toMatch(/^45\./)
  expect(fieldOf(answer.body, 'latitude')).toBe('')
})

test('EVT-6: a copy is a draft with the text and the place, without dates nor people', async () => {
  const { headers } = await author.browser.post(addresses.events.new(), eventForm(THREE))
  const item = String(headers.location).split('/')[2] ?? ''
  const copied = await author.browser.post(addresses.events.duplicate({ item }), { submission: newKey() })
  expect(copied.statusCode).toBe(303)
  const copy = Number(/-(\d+)\/modifier$/.exec(String(copied.headers.location))?.[1])
  const form = (await author.browser.get(String(copied.headers.location))).body
  expect([fieldOf(form, 'titre'), fieldOf(form, 'ville'), fieldOf(form, 'date.0.jour')]).toEqual([
    ...['Atelier prévisionnel (copie)', 'Roanne', ''],
  ])
  expect(await datesOf(copy)).toEqual([])
  const [row] = await site.database.select().from(events).where(eq(events.contentId, copy))
  expect(row).toMatchObject({ kind: 'workshop', communeCode: '42187' })
  expect((await site.browser().get(addresses.events.one({ item: String(copy) }))).statusCode).toBe(404)
  const { browser } = await make.signedIn(site, { role: 'professional' })
  expect((await browser.post(addresses.events.duplicate({ item }), { submission: newKey() })).statusCode).toBe(403)
})
