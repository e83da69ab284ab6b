import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { people } from '#features/accounts/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import { type Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const professional = () => make.signedIn(site, { role: 'professional', name: 'Camille Durand', job: 'conseillère' })
const eventOfPros = (places = 5, given: Parameters<typeof make.event>[1] = {}) =>
  make.event(site.database, { dates: [{ prescription: places }], ...given })
const pageOf = (event: MadeEvent) => addresses.events.prescribe({ item: itemOf(event) })
const listOf = (event: MadeEvent) => String(event.dates[0]?.prescriptionListId)
let count = 0
const someone = () => `accompagnee${++count}@exemple.test`
const filled = (event: MadeEvent, email: string, nom = 'Inès Diallo') => ({
  ...{ date: listOf(event), nom, email, telephone: '', submission: email },
})
const lastMail = async (recipient: string) => (await site.mails()).filter((mail) => mail.recipient === recipient).at(-1)

async function prescribed(browser: Browser, event: MadeEvent, email = someone()) {
  const answer = await browser.post(pageOf(event), filled(event, email))
  return { email, location: String(answer.headers.location), status: answer.statusCode }
}

describe('REG-6: a professional enrols somebody', () => {
  test('the page says who will get what, with the text of the mail; then both are told', async () => {
    const { browser, email: own } = await professional()
    const event = await eventOfPros()
    const form = wordsOf((await browser.get(pageOf(event))).body)
    expect(form).toMatch(/Qui recevra quoi .*La personne .*Vous .*L’organisateur/)
    expect(form).toContain('Objet : Une place est réservée à votre nom : Construire son prévisionnel')
    expect(form).toContain('Camille Durand (conseillère) vous a réservé une place')
    expect(form).toContain('n’indiquez aucune donnée de santé')
    const { email, location } = await prescribed(browser, event)
    const done = wordsOf((await browser.get(location)).body)
    expect(done).toContain(`La place de Inès Diallo est réservée. Un mail est parti à ${email}.`)
    expect((await lastMail(email))?.kind).toBe('registration-prescribed')
    expect((await lastMail(own))?.kind).toBe('prescription-told')
  })

  test('EVT-2: the text of the mail is shown without the link of a date online, which is for who has a seat', async () => {
    const { browser } = await professional()
    const event = await eventOfPros()
    await site.database
      .update(eventDates)
      .set({ online: true, onlineUrl: 'https://visio.exemple.test/secret' })
      .where(eq(eventDates.eventId, event.id))
    const { body } = await browser.get(pageOf(event))
    expect(wordsOf(body)).toContain('Lieu : En ligne')
    expect(body).not.toContain('visio.exemple.test')
  })

  test('« Inscrire une autre personne » keeps the date', async () => {
    const { browser } = await professional()
    const event = await make.event(site.database, { dates: [{ prescription: 5 }, { prescription: 5 }] })
    const second = String(event.dates[1]?.prescriptionListId)
    const answer = await browser.send(pageOf(event), { ...filled(event, someone()), date: second })
    const link = /href="([^"]*prescriptions\?date=\d+)"/.exec(answer.body)?.[1]
    const again = await browser.get(String(link))
    expect(again.body).toMatch(new RegExp(`value="${second}"[^>]*checked`))
  })

  test('when no place is left the person waits, and the button says so beforehand', async () => {
    const { browser } = await professional()
    const event = await eventOfPros(1)
    await prescribed(browser, event)
    const form = wordsOf((await browser.get(pageOf(event))).body)
    expect(form).toContain('Complet · vous seriez 1er sur la liste d’attente')
    expect(form).toContain('Objet : Votre nom est sur une liste d’attente')
    const { location } = await prescribed(browser, event)
    expect(wordsOf((await browser.get(location)).body)).toContain('Inès Diallo est 1er sur la liste d’attente')
  })

  test('REG-6: on an event reserved to professionals, the mail bears neither title nor link to the page', async () => {
    const { browser } = await professional()
    const event = await eventOfPros(5, { access: 'pro', title: 'Réunion fermée' })
    const form = await browser.get(pageOf(event))
    expect(wordsOf(form.body)).toContain('le mail donnera la date et le lieu, sans lien vers la page')
    expect(wordsOf(form.body)).toContain('évènement du vendredi 27 novembre')
    const { email } = await prescribed(browser, event)
    const mail = await lastMail(email)
    expect(JSON.stringify(mail?.content)).not.toContain('Réunion fermée')
    const key = /inscriptions\/([a-z2-7]{26})/.exec(JSON.stringify(mail?.content))?.[1] ?? ''
    const own = await site.browser().get(addresses.registrations.one({ key }))
    expect(wordsOf(own.body)).toContain('évènement du vendredi 27 novembre')
    expect(own.body).not.toContain('Réunion fermée')
  })

  test('F13: the last place went while the form was open: said, and nobody waits without having been told', async () => {
    const { browser } = await professional()
    const event = await eventOfPros(1)
    const name = `attendu.${listOf(event)}`
    const believed = fieldOf((await browser.get(pageOf(event))).body, name)
    await prescribed(browser, event)
    const email = someone()
    const answer = await browser.post(pageOf(event), { ...filled(event, email), [name]: believed })
    expect(answer.statusCode).toBe(422)
    expect(wordsOf(answer.body)).toContain('Toutes les places viennent d’être prises')
    expect(answer.body).toContain(`value="${email}"`)
    expect(await lastMail(email)).toBeUndefined()
    const fresh = fieldOf(answer.body, name)
    const sent = await browser.post(pageOf(event), { ...filled(event, email), submission: 'encore', [name]: fresh })
    expect(sent.statusCode).toBe(303)
  })

  test('each wrong field gets a sentence, and everything typed is kept', async () => {
    const { browser } = await professional()
    const event = await eventOfPros()
    const form = { date: '', nom: ' ', email: 'ines@exemple', telephone: 'rouge', submission: 'faux' }
    const answer = await browser.post(pageOf(event), form)
    expect(answer.statusCode).toBe(422)
    for (const sentence of [
      'Choisissez une date.',
      'Indiquez le nom de la personne',
      'e-mail est incomplète',
      'lisible',
    ])
      expect(wordsOf(answer.body)).toContain(sentence)
    for (const typed of ['ines@exemple', 'rouge']) expect(answer.body).toContain(`value="${typed}"`)
  })

  test('an address already enrolled on the date is said to be, and gets no other mail', async () => {
    const { browser } = await professional()
    const event = await eventOfPros()
    const { email } = await prescribed(browser, event)
    const answer = await browser.post(pageOf(event), { ...filled(event, email), submission: 'deux' })
    expect(answer.statusCode).toBe(422)
    expect(wordsOf(answer.body)).toContain('Cette adresse est déjà inscrite par un professionnel à cette date')
    expect((await site.mails()).filter(({ recipient }) => recipient === email)).toHaveLength(1)
  })
})

describe('what the form tells of the address', () => {
  test('B19: an address with an account gets the same answer as one without', async () => {
    const { browser } = await professional()
    const [event, known] = [await eventOfPros(), (await make.person(site.database)).email]
    const bare = (html: string) =>
      html.replaceAll(/[a-z]+\d+@exemple\.test/g, '@').replaceAll(/(nonce|value|action)="[^"]*"/g, '')
    const shown = async (email: string) => {
      const { location } = await prescribed(browser, event, email)
      return bare((await browser.get(location)).body)
    }
    expect(await shown(known)).toBe(await shown(someone()))
  })

  test('B24: an address is enrolled three times a day, whoever does it, with an account or without', async () => {
    for (const email of [someone(), (await make.person(site.database)).email]) {
      for (let rank = 0; rank < 3; rank++) {
        const { status } = await prescribed((await professional()).browser, await eventOfPros(), email)
        expect(status).toBe(303)
      }
      const { browser } = await professional()
      const answer = await browser.post(pageOf(await eventOfPros()), filled(await eventOfPros(), email))
      expect(answer.statusCode).toBe(429)
      expect(wordsOf(answer.body)).toContain('déjà été inscrite plusieurs fois aujourd’hui')
    }
  })
})

describe('REG-6: « Les personnes que j’ai inscrites »', () => {
  test('his own and nobody else’s, by event and date, with the state of each', async () => {
    const [one, other] = [await professional(), await professional()]
    const event = await eventOfPros(1, { title: 'Oser se lancer' })
    const { email, location } = await prescribed(one.browser, event)
    await prescribed(one.browser, event)
    const list = wordsOf((await one.browser.get(addresses.mySpace.prescriptions())).body)
    expect(list).toMatch(/Oser se lancer Vendredi 27 novembre.*confirmée.*1er sur la liste d’attente/)
    const theirs = await other.browser.get(addresses.mySpace.prescriptions())
    expect(theirs.body).not.toContain(email)
    expect((await other.browser.get(location)).statusCode).toBe(404)
    expect((await other.browser.post(`${location}/retrait`)).statusCode).toBe(404)
    expect((await other.browser.post(location, { nom: 'Autre', telephone: '' })).statusCode).toBe(404)
  })

  test('he corrects the name and the phone, then takes the place back: the person is told, the next moves up', async () => {
    const { browser } = await professional()
    const event = await eventOfPros(1)
    const first = await prescribed(browser, event)
    const second = await prescribed(browser, event)
    const wrong = await browser.post(first.location, { nom: '', telephone: '06' })
    expect(wrong.statusCode).toBe(422)
    const changed = await browser.send(first.location, { nom: 'Inès Diallo-Roux', telephone: '06 12 34 56 78' })
    expect(wordsOf(changed.body)).toMatch(/C’est enregistré.*Inès Diallo-Roux/)
    const withdrawn = await browser.send(`${first.location}/retrait`)
    expect(wordsOf(withdrawn.body)).toContain('Inscription annulée')
    expect((await lastMail(first.email))?.kind).toBe('prescription-withdrawn')
    expect((await lastMail(second.email))?.kind).toBe('registration-promoted')
  })

  test('whoever may no longer prescribe is refused at once', async () => {
    const { browser, id } = await professional()
    const event = await eventOfPros()
    const { location } = await prescribed(browser, event)
    await site.database.update(people).set({ role: 'reader' }).where(eq(people.id, id))
    for (const url of [addresses.mySpace.prescriptions(), location, pageOf(event)])
      expect((await browser.get(url)).statusCode).toBe(403)
    expect((await browser.post(`${location}/retrait`)).statusCode).toBe(403)
  })
})

describe('the person who was enrolled', () => {
  async function enrolled() {
    const { browser, email: prescriber } = await professional()
    const event = await eventOfPros(1)
    const { email, location } = await prescribed(browser, event)
    const next = await prescribed(browser, event)
    const key = /inscriptions\/([a-z2-7]{26})/.exec(JSON.stringify((await lastMail(email))?.content))?.[1] ?? ''
    return { event, browser, prescriber, email, location, key, next }
  }

  test('art. 14: reads who enrolled them, and how to object', async () => {
    const { key } = await enrolled()
    const words = wordsOf((await site.browser().get(addresses.registrations.one({ key }))).body)
    expect(words).toContain('Vous avez été inscrit par Camille Durand, conseillère')
    expect(words).toContain('Je m’oppose')
  })

  test('art. 21: the link explains and changes nothing; its button gives the seat on and erases', async () => {
    const { browser, event, prescriber, email, location, key, next } = await enrolled()
    for (const url of [location, addresses.mySpace.prescriptions()])
      expect((await browser.get(url)).body, 'the key is the person’s alone').not.toContain(key)
    const stranger = site.browser()
    const url = addresses.registrations.objection({ key })
    for (const _ of [1, 2]) expect(wordsOf((await stranger.get(url)).body)).toContain('Ce qui se passe si vous')
    expect((await lastMail(next.email))?.kind).toBe('registration-prescribed')
    const answers = [await stranger.post(url, { definitif: 'oui' }), await stranger.post(url, { definitif: 'oui' })]
    for (const { statusCode, headers } of answers)
      expect([statusCode, headers.location]).toEqual([303, addresses.registrations.objected()])
    expect(wordsOf((await stranger.get(addresses.registrations.objected())).body)).toContain(
      'si l’invitation est encore dans votre agenda, retirez-la',
    )
    expect((await stranger.get(addresses.registrations.one({ key }))).statusCode).toBe(404)
    expect((await browser.get(location)).statusCode).toBe(404)
    expect((await browser.get(addresses.mySpace.prescriptions())).body).not.toContain(email)
    expect((await lastMail(next.email))?.kind).toBe('registration-promoted')
    expect((await site.mails({ kind: 'prescription-objected', recipient: prescriber })).length).toBe(1)
    const again = await browser.post(pageOf(event), { ...filled(event, email), submission: 'après' })
    expect(again.statusCode).toBe(422)
    expect(wordsOf(again.body)).toContain('a demandé à ne plus être inscrite par un professionnel')
  })

  test('nobody objects to a registration that is their own doing', async () => {
    const event = await make.event(site.database)
    const { browser } = await make.signedIn(site)
    const answer = await browser.post(addresses.events.register({ item: itemOf(event) }), {
      date: String(event.dates[0]?.listId),
      submission: 'seul',
    })
    const url = `${answer.headers.location}/opposition`
    expect([(await browser.get(url)).statusCode, (await browser.post(url)).statusCode]).toEqual([404, 404])
  })

  test('ESP-2: finds it in « Mes inscriptions », be the account older than the prescription or not', async () => {
    const { browser } = await professional()
    const dates = [{ prescription: 5 }, { prescription: 5, startsAt: Temporal.Instant.from('2026-12-01T09:00:00Z') }]
    const event = await eventOfPros(5, { title: 'Premiers pas', dates })
    const older = await make.signedIn(site)
    await prescribed(browser, event, older.email)
    const email = someone()
    await prescribed(browser, event, email)
    const newer = await make.signedIn(site, { email })
    for (const own of [older, newer]) {
      const list = wordsOf((await own.browser.get(addresses.mySpace.registrations())).body)
      expect(list).toMatch(/Premiers pas.*confirmée.*Fichier agenda.*Changer de date.*Annuler/)
      const page = wordsOf((await own.browser.get(addresses.events.one({ item: itemOf(event) }))).body)
      expect(page).toContain('Votre inscription est confirmée')
    }
    expect(wordsOf((await (await make.signedIn(site)).browser.get(addresses.mySpace.registrations())).body)).toContain(
      'Vous n’êtes inscrit à rien',
    )
  })
})
