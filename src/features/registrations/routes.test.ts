import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { wordsOf } from '#tests/browser.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const registerAt = (event: MadeEvent) => addresses.events.register({ item: itemOf(event) })
const listOf = (event: MadeEvent, date = 0) => String(event.dates[date]?.listId)
const lastMail = async (recipient: string) => (await site.mails()).filter((mail) => mail.recipient === recipient).at(-1)

describe('signed in', () => {
  test('REG-1: one click registers, and the page says so', async () => {
    const event = await make.event(site.database)
    const { browser, email } = await make.signedIn(site)
    expect(wordsOf((await browser.get(addresses.events.one({ item: itemOf(event) }))).body)).toContain(
      '10 places restantes sur 10',
    )
    const done = await browser.send(registerAt(event), { date: listOf(event), submission: 'a' })
    expect(wordsOf(done.body)).toContain('Votre inscription est confirmée')
    expect(wordsOf((await site.browser().get(addresses.events.one({ item: itemOf(event) }))).body)).toContain(
      '9 places restantes sur 10',
    )
    const mail = await lastMail(email)
    expect(mail?.kind).toBe('registration-confirmed')
    const calendar = new ICAL.Component(ICAL.parse(mail?.content?.calendar?.ics ?? ''))
    const entry = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component)
    expect(entry.startDate.toJSDate().toISOString()).toBe('2026-11-27T09:00:00.000Z')
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  })

  test('REG-4: the second on one place waits, and moves up when the first cancels', async () => {
    const event = await make.event(site.database, { dates: [{ places: 1 }] })
    const [first, second] = [await make.signedIn(site), await make.signedIn(site)]
    await first.browser.send(registerAt(event), { date: listOf(event), submission: '1' })
    const waits = await second.browser.send(registerAt(event), { date: listOf(event), submission: '2' })
    expect(wordsOf(waits.body)).toContain('Vous êtes 1er sur la liste d’attente')
    const own = await first.browser.post(registerAt(event), { date: listOf(event), submission: '1' })
    await first.browser.send(`${own.headers.location}/annulation`)
    expect(wordsOf(first.browser.page?.body ?? '')).toContain('Votre inscription est annulée')
    expect((await lastMail(first.email))?.content?.calendar?.method).toBe('CANCEL')
    expect((await lastMail(second.email))?.kind).toBe('registration-promoted')
    expect((await lastMail(second.email))?.content?.subject).toContain('elle est à vous')
  })

  test('R5: the same form sent again shows the first result; another form says one is already registered', async () => {
    const event = await make.event(site.database)
    const { browser, email } = await make.signedIn(site)
    const [first, again] = [
      await browser.post(registerAt(event), { date: listOf(event), submission: 'x' }),
      await browser.post(registerAt(event), { date: listOf(event), submission: 'x' }),
    ]
    expect(again.headers.location).toBe(first.headers.location)
    const other = await browser.send(registerAt(event), { date: listOf(event), submission: 'y' })
    expect(wordsOf(other.body)).toContain('Vous êtes déjà inscrit à cette date')
    expect((await site.mails()).filter((mail) => mail.recipient === email)).toHaveLength(1)
  })

  test('REG-5: « Mes inscriptions » lists them', async () => {
    const event = await make.event(site.database, { title: 'Oser se lancer' })
    const { browser } = await make.signedIn(site)
    await browser.post(registerAt(event), { date: listOf(event), submission: 'z' })
    expect(wordsOf((await browser.get(addresses.mySpace.registrations())).body)).toMatch(
      /À venir .*Oser se lancer .*confirmée/,
    )
  })
})

describe('with a mere e-mail', () => {
  test('REG-5: a place is held, the link of the mail opens a page, only its button confirms', async () => {
    const event = await make.event(site.database)
    const browser = site.browser()
    const form = {
      date: listOf(event),
      nom: 'Élodie N’Guessan',
      email: 'elodie@exemple.test',
      telephone: '',
      submission: 'e',
    }
    const receipt = await browser.send(registerAt(event), form)
    expect(wordsOf(receipt.body)).toMatch(/Une place vous est gardée jusqu’à 14 h/)
    expect(receipt.body).not.toContain('/annulation')
    const link = linkOf((await lastMail('elodie@exemple.test'))?.content)
    const opened = await browser.get(link)
    expect(wordsOf(opened.body)).toContain('Confirmez votre inscription')
    expect(wordsOf((await browser.get(link)).body)).toContain('Confirmez votre inscription')
    expect(wordsOf((await browser.send(`${link}/confirmation`)).body)).toContain('Votre inscription est confirmée')
    expect((await lastMail('elodie@exemple.test'))?.kind).toBe('registration-confirmed')
  })

  test('B19: an address already on the list gets the same answer as a new one; only its mail differs', async () => {
    const event = await make.event(site.database)
    const form = (email: string) => ({ date: listOf(event), nom: 'Max', email, telephone: '', submission: email })
    await site.browser().post(registerAt(event), form('max@exemple.test'))
    const known = await site.browser().send(registerAt(event), { ...form('max@exemple.test'), submission: 'again' })
    const fresh = await site.browser().send(registerAt(event), form('xam@exemple.test'))
    const bare = (html: string) => html.replaceAll(/xam@|max@/g, '').replace(/nonce="[^"]*"/g, '')
    expect(bare(known.body)).toBe(bare(fresh.body))
    expect((await lastMail('max@exemple.test'))?.kind).toBe('registration-again')
  })

  test('REG-4: a hold that runs out gives its place to the first who waits', async () => {
    const event = await make.event(site.database, { dates: [{ places: 1 }] })
    const form = (email: string) => ({ date: listOf(event), nom: 'Max', email, telephone: '', submission: email })
    await site.browser().post(registerAt(event), form('late@exemple.test'))
    const { browser, email } = await make.signedIn(site)
    await browser.post(registerAt(event), { date: listOf(event), submission: 'w' })
    site.at('2026-11-24T13:00:01Z')
    const { sweepHolds } = await import('./jobs.ts')
    await sweepHolds(site.database, site.parts.clock.now())
    expect((await lastMail(email))?.kind).toBe('registration-promoted')
    expect((await lastMail('late@exemple.test'))?.kind).toBe('registration-expired')
    site.at(NOW)
  })
})

describe('bad input', () => {
  test('each wrong field gets a sentence and everything typed is kept', async () => {
    const event = await make.event(site.database)
    const form = { date: '', nom: ' ', email: 'zoe@exemple', telephone: 'rouge', submission: 'b' }
    const answer = await site.browser().post(registerAt(event), form)
    expect(answer.statusCode).toBe(422)
    const words = wordsOf(answer.body)
    for (const sentence of [
      'Choisissez une date.',
      'Indiquez votre nom',
      'Cette adresse e-mail est incomplète',
      'Ce numéro n’est pas lisible',
    ]) {
      expect(words).toContain(sentence)
    }
    expect(answer.body).toContain('value="zoe@exemple"')
    expect(answer.body).toContain('value="rouge"')
  })

  test.each(['NUL \0', '\uD800', 'a'.repeat(300)])(
    'a name that cannot be kept is refused with its reason',
    async (nom) => {
      const event = await make.event(site.database)
      const answer = await site
        .browser()
        .post(registerAt(event), { date: listOf(event), nom, email: 'a@exemple.test', submission: nom })
      expect([303, 422]).toContain(answer.statusCode)
    },
  )

  test.each(['D’Ürüm–Zoé N’Guessan', 'שלום', '👩‍👩‍👧', '<b>gras</b>', 'null'])(
    'the name « %s » is stored as typed',
    async (nom) => {
      const event = await make.event(site.database)
      const answer = await site
        .browser()
        .send(registerAt(event), { date: listOf(event), nom, email: 'a@exemple.test', submission: nom })
      expect(wordsOf(answer.body)).toContain(nom)
    },
  )

  test('a list of another event, a closed one, an unknown key are refused', async () => {
    const [event, other] = [await make.event(site.database), await make.event(site.database)]
    const closed = await make.event(site.database, { dates: [{ open: false }] })
    const { browser } = await make.signedIn(site)
    expect((await browser.post(registerAt(event), { date: listOf(other), submission: '1' })).statusCode).toBe(422)
    const answer = await browser.post(registerAt(closed), { date: listOf(closed), submission: '2' })
    expect(answer.statusCode).toBe(422)
    expect(wordsOf(answer.body)).toContain('viennent d’être clôturées')
    for (const key of ['a'.repeat(26), 'x', "' or 1=1"]) {
      expect((await browser.get(addresses.registrations.one({ key }))).statusCode).toBe(404)
    }
  })

  test('an event reserved to professionals or a draft takes nobody else', async () => {
    const reserved = await make.event(site.database, { access: 'pro' })
    const draft = await make.event(site.database, { state: 'draft' })
    const { browser } = await make.signedIn(site)
    expect((await browser.post(registerAt(reserved), { date: listOf(reserved), submission: '1' })).statusCode).toBe(403)
    expect((await browser.post(registerAt(draft), { date: listOf(draft), submission: '1' })).statusCode).toBe(404)
  })
})

/** The path of the first link of a mail. */
function linkOf(content: { body: readonly object[] } | undefined): string {
  const part = content?.body.find((one) => 'href' in one) as { href: string } | undefined
  return new URL(part?.href ?? '').pathname
}
