import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { auditLog } from '#features/audit/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { registrations } from '#features/registrations/tables.ts'
import { newKey } from '#platform/keys.ts'
import { mails } from '#platform/mail/tables.ts'
import { fieldOf, wordsOf } from '#tests/browser.ts'
import { eventFormOf as formOf, type SignedIn, signedIn } from '#tests/event-form.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { eventDates } from './tables.ts'

let site: TestSite
let author: SignedIn
const now = Temporal.Instant.from(NOW)

beforeAll(async () => {
  site = await openSite({ now: NOW })
  author = await signedIn(site, 'professional')
})
afterAll(() => site.close())

const edit = (event: MadeEvent) => addresses.events.edit({ item: itemOf(event) })
const datesOf = (event: { id: number }) =>
  site.database.select().from(eventDates).where(eq(eventDates.eventId, event.id)).orderBy(eventDates.id)

async function register(event: MadeEvent, email: string, state: 'confirmed' | 'waiting' | 'cancelled' = 'confirmed') {
  const listId = event.dates[0]?.listId ?? 0
  const row = { key: newKey(), receipt: newKey(), listId, name: 'Zoé', email, emailKey: email, state, createdAt: now }
  await site.database.insert(registrations).values({ ...row, verifiedAt: now })
}

test('two editors: the second gets 409 with both texts, then may save his', async () => {
  const event = await make.event(site.database, { authorId: author.id, title: 'À deux' })
  const other = await signedIn(site, 'administrator')
  const [mine, theirs] = [await author.browser.get(edit(event)), await other.browser.get(edit(event))]
  expect((await other.browser.post(edit(event), formOf(theirs.body, { titre: 'Texte de l’autre' }))).statusCode).toBe(
    303,
  )
  const refused = await author.browser.post(edit(event), formOf(mine.body, { titre: 'Mon texte' }))
  expect(refused.statusCode).toBe(409)
  expect(wordsOf(refused.body)).toContain('Texte de l’autre')
  expect(fieldOf(refused.body, 'titre')).toBe('Mon texte')
  const again = await author.browser.post(edit(event), formOf(refused.body, { titre: 'Mon texte' }))
  expect(again.statusCode).toBe(303)
  expect((await site.database.select().from(contents).where(eq(contents.id, event.id)))[0]?.title).toBe('Mon texte')
})

test('EVT-4: a date with registrants says who will be told, and is cancelled with its people kept', async () => {
  const event = await make.event(site.database, { authorId: author.id, title: 'Retirée' })
  await register(event, 'un@exemple.test')
  await register(event, 'deux@exemple.test')
  const open = await author.browser.get(edit(event))
  expect(wordsOf(open.body)).toContain('un@exemple.test')
  const asked = await author.browser.post(edit(event), formOf(open.body, { geste: 'retirer-date.0' }))
  expect(wordsOf(asked.body)).toContain('2 inscrits seront prévenus, la date sera annulée')
  expect((await datesOf(event))[0]?.cancelledAt).toBeNull()
  const more = { 'date.1.jour': '2026-12-15', 'date.1.debut': '10:00' }
  expect((await author.browser.post(edit(event), formOf(asked.body, more))).statusCode).toBe(303)
  const dates = await datesOf(event)
  expect(dates.map(({ cancelledAt, sequence }) => [cancelledAt !== null, sequence])).toEqual([
    [true, 1],
    [false, 0],
  ])
  const people = await site.database
    .select()
    .from(registrations)
    .where(eq(registrations.listId, event.dates[0]!.listId))
  expect(people).toHaveLength(2)
  const told = await site.database.select().from(mails).where(eq(mails.kind, 'registration-date-cancelled'))
  expect(told.map(({ recipient }) => recipient).sort()).toEqual(['deux@exemple.test', 'un@exemple.test'])
  const log = await site.database
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `date:${dates[0]?.id}`))
  expect(log.map(({ verb }) => verb)).toContain('date-cancelled')
})

test('EVT-4: a date that nobody ever registered for is deleted', async () => {
  const event = await make.event(site.database, { authorId: author.id, dates: [{}, { places: 5 }] })
  const open = await author.browser.get(edit(event))
  const asked = await author.browser.post(edit(event), formOf(open.body, { geste: 'retirer-date.1' }))
  expect(wordsOf(asked.body)).toContain('cette date sera supprimée : personne ne s’y est inscrit')
  const two = { 'date.0.jour': '2026-12-01', 'date.1.jour': '2026-12-02', 'date.1.retire': 'oui' }
  await author.browser.post(edit(event), formOf(asked.body, two))
  expect(await datesOf(event)).toHaveLength(1)
})

test('EVT-1, REG-9: people are told when the hour or the place changes, and not when it does not', async () => {
  const event = await make.event(site.database, { authorId: author.id, title: 'Déplacée' })
  await register(event, 'mobile@exemple.test')
  await register(event, 'partie@exemple.test', 'cancelled')
  const moved = async () =>
    (await site.database.select().from(mails).where(eq(mails.kind, 'registration-moved'))).map(
      ({ recipient }) => recipient,
    )
  const place = { lieu: 'Maison de l’entreprise', rue: '20 rue des Tanneurs', code_postal: '69003', ville: 'Lyon' }
  const same = {
    ...place,
    'date.0.jour': '2026-11-27',
    'date.0.debut': '10:00',
    'date.0.fin': '12:00',
    'date.0.places': '10',
  }
  const save = async (more: Record<string, string>) => {
    site.at(Temporal.Instant.from(NOW).add({ minutes: ++round }).toString())
    const open = await author.browser.get(edit(event))
    const answer = await author.browser.post(edit(event), formOf(open.body, { titre: 'Déplacée', ...same, ...more }))
    expect(answer.statusCode).toBe(303)
  }
  let round = 0
  await save({})
  expect(await moved()).toEqual([])
  await save({ 'date.0.debut': '11:00' })
  expect(await moved()).toEqual(['mobile@exemple.test'])
  await save({ 'date.0.debut': '11:00', rue: '3 rue Neuve' })
  expect(await moved()).toHaveLength(2)
  expect((await datesOf(event))[0]?.sequence).toBe(2)
  site.at(NOW)
})

test('REG-3: fewer places than people is refused by the form, and nothing else is saved', async () => {
  const event = await make.event(site.database, { authorId: author.id, title: 'Trop peu' })
  await register(event, 'a@exemple.test')
  await register(event, 'b@exemple.test')
  const open = await author.browser.get(edit(event))
  const answer = await author.browser.post(edit(event), formOf(open.body, { titre: 'Changé', 'date.0.places': '1' }))
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('id="champ-date-0-places-erreur"')
  expect((await site.database.select().from(contents).where(eq(contents.id, event.id)))[0]).toMatchObject({
    title: 'Trop peu',
    version: 1,
  })
})
