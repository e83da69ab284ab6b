import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { contentRevisions } from '#features/contents/revision-tables.ts'
import { contents } from '#features/contents/tables.ts'
import { registrations } from '#features/registrations/tables.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { wordsOf } from '#tests/browser.ts'
import { type SignedIn, signedIn } from '#tests/event-form.ts'
import { formFieldsOf } from '#tests/form-fields.ts'
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

const edit = (event: MadeEvent) => addresses.events.edit({ item: itemOf(event) })
const history = (event: MadeEvent, version?: number) => addresses.events.history({ item: itemOf(event) }, { version })

async function change(event: MadeEvent, more: Record<string, string>) {
  const { body } = await author.browser.get(edit(event))
  const form = { ...formFieldsOf(body, edit(event)), ...more, geste: 'enregistrer' }
  const answer = await author.browser.post(edit(event), form)
  expect(answer.statusCode, wordsOf(answer.body).slice(0, 1500)).toBe(303)
}

async function registered(event: MadeEvent) {
  const person = await signedIn(site, 'creator')
  const form = { date: String(event.dates[0]?.listId) }
  const answer = await person.browser.post(addresses.events.register({ item: itemOf(event) }), form)
  expect(answer.statusCode).toBe(303)
}

const revisionsOf = (event: MadeEvent) =>
  site.database
    .select()
    .from(contentRevisions)
    .where(eq(contentRevisions.contentId, event.id))
    .orderBy(contentRevisions.number)

const datesOf = (event: MadeEvent) =>
  site.database.select().from(eventDates).where(eq(eventDates.eventId, event.id)).orderBy(eventDates.id)

const mailsMoved = async () => (await site.mails()).filter(({ kind }) => kind === 'registration-moved').length

test('STR-3: each save of an event stays in its history, which says what changed', async () => {
  const event = await make.event(site.database, { authorId: author.id, title: 'Un atelier' })
  await change(event, { resume: 'Premier résumé.' })
  await change(event, { resume: 'Second résumé.', tarif: 'payant' })
  const states = (await revisionsOf(event)).map(({ number, state }) => [number, state])
  expect(states).toEqual([
    [1, 'replaced'],
    [2, 'replaced'],
    [3, 'current'],
  ])
  const page = await author.browser.get(history(event, 3))
  const words = wordsOf(page.body)
  expect(words).toContain('Ce qui change depuis la version 2')
  expect(words).toMatch(/Tarification .*Gratuit.*Payant/)
  expect(words).not.toContain('Type d’évènement')
  expect((await site.browser().get(history(event))).statusCode).toBe(401)
})

test('STR-3: going back restores texts, place, contact and categories, never dates nor registrations, and says so', async () => {
  const event = await make.event(site.database, { authorId: author.id, title: 'Chez nous' })
  await change(event, { presentation: 'Le premier texte.', rue: '1 rue Ancienne', contact: 'Ada', type: 'atelier' })
  await registered(event)
  const before = await mailsMoved()
  const hours = { 'date.0.jour': '2026-12-15', 'date.0.debut': '10:00', 'date.0.fin': '11:00' }
  const moved = { presentation: 'Le nouveau.', rue: '2 rue Neuve', contact: 'Zoé', type: 'salon' }
  await change(event, { ...hours, ...moved, titre: 'Chez eux' })
  expect(await mailsMoved()).toBe(before + 1)
  const [changed] = await site.database.select().from(contents).where(eq(contents.id, event.id))
  const now = { ...event, slug: changed!.slug }
  const page = await author.browser.get(history(now, 2))
  expect(wordsOf(page.body)).toContain('ses dates et ses inscriptions restent comme elles sont')
  const dates = await datesOf(event)
  site.at('2026-11-24T09:05:00Z')
  const back = await author.browser.post(history(now), formFieldsOf(page.body, history(now)))
  expect(back.statusCode).toBe(303)
  const [content] = await site.database.select().from(contents).where(eq(contents.id, event.id))
  expect(content).toMatchObject({ title: 'Chez nous', presentation: 'Le premier texte.', state: 'published' })
  const [row] = await site.database.select().from(events).where(eq(events.contentId, event.id))
  expect(row).toMatchObject({ street: '1 rue Ancienne', contactName: 'Ada', kind: 'workshop' })
  const after = await datesOf(event)
  expect(after.map(({ id, startsAt }) => [id, startsAt.toString()])).toEqual(
    dates.map(({ id, startsAt }) => [id, startsAt.toString()]),
  )
  expect(after[0]?.startsAt.toString()).toBe('2026-12-15T09:00:00Z')
  const people = await site.database
    .select()
    .from(registrations)
    .where(eq(registrations.listId, event.dates[0]!.listId))
  expect(people.map(({ state }) => state)).toEqual(['confirmed'])
  // The place is another one again: who registered is told, as by any save.
  expect(await mailsMoved()).toBe(before + 2)
})

test('a place and an hour that change in one save are told once', async () => {
  const event = await make.event(site.database, { authorId: author.id })
  await registered(event)
  const before = await mailsMoved()
  await change(event, { rue: '9 rue du Pont', 'date.0.jour': '2026-12-16', 'date.0.debut': '10:00', 'date.0.fin': '' })
  expect(await mailsMoved()).toBe(before + 1)
  expect((await datesOf(event))[0]?.sequence).toBe(1)
})

test('a refused place of a date leaves no text in the history', async () => {
  const event = await make.event(site.database, { authorId: author.id })
  await registered(event)
  await change(event, { resume: 'Gardé.' })
  const before = (await revisionsOf(event)).length
  const { body } = await author.browser.get(edit(event))
  const closed = { resume: 'Perdu.', 'date.0.places': '', geste: 'enregistrer' }
  const answer = await author.browser.post(edit(event), { ...formFieldsOf(body, edit(event)), ...closed })
  expect(answer.statusCode).toBe(422)
  expect(await revisionsOf(event)).toHaveLength(before)
})
