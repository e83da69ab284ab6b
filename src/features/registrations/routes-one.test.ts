import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { eventDates } from '#features/events/tables.ts'
import { hours } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { type Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { tellDateCancelled, tellDateMoved } from './reaction-actions.ts'
import { registrationLists } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const now = Temporal.Instant.from(NOW)
let count = 0
const listOf = (event: MadeEvent, date = 0) => event.dates[date]?.listId ?? 0

async function registered(event: MadeEvent, date = 0): Promise<{ browser: Browser; url: string; email: string }> {
  const { browser, email } = await make.signedIn(site)
  const form = { date: String(listOf(event, date)), submission: `${++count}` }
  const answer = await browser.post(addresses.events.register({ item: itemOf(event) }), form)
  return { browser, url: String(answer.headers.location), email }
}

const twoDates = (places: readonly [number, number]) =>
  make.event(site.database, {
    dates: places.map((one, rank) => ({ places: one, startsAt: now.add(hours(72 + 24 * rank)) })),
  })
const wordsAt = async ({ browser, url }: { browser: Browser; url: string }) => wordsOf((await browser.get(url)).body)

describe('REG-4: an offer', () => {
  async function offered() {
    const event = await make.event(site.database, { dates: [{ places: 1 }] })
    await site.database
      .update(registrationLists)
      .set({ offerHours: 24 })
      .where(eq(registrationLists.id, listOf(event)))
    const [first, second, third] = [await registered(event), await registered(event), await registered(event)]
    await first.browser.post(`${first.url}/annulation`)
    return { event, second, third }
  }

  test('is read with its end on one’s page and on the event’s, and accepted by a button', async () => {
    const { event, second } = await offered()
    const page = await wordsAt({ browser: second.browser, url: addresses.events.one({ item: itemOf(event) }) })
    expect(page).toContain('Une place vous est proposée : acceptez-la avant mercredi 25 novembre, 10 h')
    expect(await wordsAt(second)).toMatch(/la voulez-vous.*gardée jusqu’à mercredi 25 novembre, 10 h/)
    const accepted = await second.browser.send(`${second.url}/confirmation`)
    expect(wordsOf(accepted.body)).toContain('Votre inscription est confirmée')
  })

  test('refused, it goes to the next', async () => {
    const { second, third } = await offered()
    expect((await second.browser.get(second.url)).body).toContain('formaction')
    const refused = await second.browser.send(`${second.url}/annulation`)
    expect(wordsOf(refused.body)).toContain('Votre inscription est annulée')
    expect(await wordsAt(third)).toContain('Une place s’est libérée : la voulez-vous')
  })
})

describe('EVT-4: another date', () => {
  test('is chosen among those open, and the seat follows', async () => {
    const event = await twoDates([1, 2])
    const own = await registered(event)
    expect(await wordsAt(own)).toContain('Choisir une autre date')
    const page = await own.browser.get(`${own.url}/date`)
    expect(wordsOf(page.body)).toMatch(/Aujourd’hui vous avez : vendredi 27 novembre.*samedi 28 novembre/)
    const moved = await own.browser.send(`${own.url}/date`, { date: String(listOf(event, 1)) })
    expect(wordsOf(moved.body)).toMatch(/a changé de date.*samedi 28 novembre/)
    const twice = await own.browser.post(`${own.url}/date`, { date: String(listOf(event, 1)) })
    expect([twice.statusCode, twice.headers.location]).toEqual([303, own.url])
  })

  test('F13: that was moved while the form was open is not taken at another hour without a word', async () => {
    const event = await twoDates([2, 2])
    const own = await registered(event)
    const to = listOf(event, 1)
    const expected = fieldOf((await own.browser.get(`${own.url}/date`)).body, `attendu.${to}`)
    const [dateId, startsAt] = [event.dates[1]?.id ?? 0, now.add(hours(200))]
    await transact(site.database, (tx) => tellDateMoved(tx, { dateId, startsAt, actorId: 0, now }))
    const form = { date: String(to), [`attendu.${to}`]: expected }
    const answer = await own.browser.post(`${own.url}/date`, form)
    expect(answer.statusCode).toBe(422)
    expect(wordsOf(answer.body)).toContain('Cette date vient d’être déplacée')
    const again = { date: String(to), [`attendu.${to}`]: fieldOf(answer.body, `attendu.${to}`) }
    expect((await own.browser.post(`${own.url}/date`, again)).statusCode).toBe(303)
  })

  test('F13: that begins at a fraction of a millisecond has not moved', async () => {
    const startsAt = now.add({ hours: 96, microseconds: 123 })
    const event = await make.event(site.database, { dates: [{ places: 2 }, { places: 2, startsAt }] })
    const own = await registered(event)
    const to = listOf(event, 1)
    const expected = fieldOf((await own.browser.get(`${own.url}/date`)).body, `attendu.${to}`)
    const form = { date: String(to), [`attendu.${to}`]: expected }
    expect((await own.browser.post(`${own.url}/date`, form)).statusCode).toBe(303)
  })

  test('that is full asks before a seat is given up for the waiting list', async () => {
    const event = await twoDates([1, 1])
    await registered(event, 1)
    const own = await registered(event)
    const form = { date: String(listOf(event, 1)) }
    const refused = await own.browser.post(`${own.url}/date`, form)
    expect(refused.statusCode).toBe(422)
    expect(wordsOf(refused.body)).toContain('Vous pouvez garder votre date, ou rejoindre la liste d’attente')
    expect(await wordsAt(own)).toContain('Votre inscription est confirmée')
    const name = `attendu.${listOf(event, 1)}`
    const moved = await own.browser.send(`${own.url}/date`, { ...form, [name]: fieldOf(refused.body, name) })
    expect(wordsOf(moved.body)).toContain('Vous êtes 1er sur la liste d’attente')
  })

  test('stands first where the date was cancelled: one step', async () => {
    const event = await twoDates([1, 2])
    const own = await registered(event)
    const dateId = event.dates[0]?.id ?? 0
    await site.database.update(eventDates).set({ cancelledAt: now }).where(eq(eventDates.id, dateId))
    await transact(site.database, (tx) => tellDateCancelled(tx, { dateId, actorId: 0, now }))
    expect(await wordsAt(own)).toMatch(/Cette date est annulée.*Choisissez une autre date.*samedi 28 novembre/)
    const moved = await own.browser.send(`${own.url}/date`, { date: String(listOf(event, 1)) })
    expect(wordsOf(moved.body)).toMatch(/Votre inscription est confirmée.*samedi 28 novembre/)
  })

  test('of another event, or of no event, is refused; a registration given back has none', async () => {
    const own = await registered(await twoDates([1, 2]))
    const other = await make.event(site.database)
    for (const date of [String(listOf(other)), '999999999', '', 'x']) {
      expect((await own.browser.post(`${own.url}/date`, { date })).statusCode).toBe(422)
    }
    await own.browser.post(`${own.url}/annulation`)
    const gone = await own.browser.get(`${own.url}/date`)
    expect([gone.statusCode, gone.headers.location]).toEqual([303, own.url])
  })
})

describe('EVT-2: an online date', () => {
  test('its link is for those who have a seat, on their page alone', async () => {
    const event = await make.event(site.database, { dates: [{ places: 1 }] })
    const online = { online: true, onlineUrl: 'https://visio.exemple/salle-7' }
    await site.database
      .update(eventDates)
      .set(online)
      .where(eq(eventDates.id, event.dates[0]?.id ?? 0))
    const [seated, waits] = [await registered(event), await registered(event)]
    expect(await wordsAt(seated)).toMatch(/En ligne.*https:\/\/visio\.exemple\/salle-7/)
    const elsewhere = [waits.url, addresses.events.one({ item: itemOf(event) }), addresses.mySpace.registrations()]
    for (const url of elsewhere) expect((await waits.browser.get(url)).body).not.toContain('salle-7')
  })
})
