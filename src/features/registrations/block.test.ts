import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { eventDates } from '#features/events/tables.ts'
import { hours } from '#kernel/time'
import { fieldOf, wordsOf } from '#tests/browser.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { registrationLists } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const pageOf = (event: MadeEvent) => addresses.events.one({ item: itemOf(event) })
const registerAt = (event: MadeEvent) => addresses.events.register({ item: itemOf(event) })
const listOf = (event: MadeEvent) => event.dates[0]?.listId ?? 0
const bothLists = () => make.event(site.database, { dates: [{ places: 10, prescription: 5 }] })
const prescriptionAlone = () => make.event(site.database, { dates: [{ list: false, prescription: 5 }] })

describe('REG-1: the block « Inscription » shows each list to whom it is for', () => {
  test('everybody the direct one; professionals who contribute also the way to enrol somebody', async () => {
    const event = await bothLists()
    const professional = await make.signedIn(site, { role: 'professional' })
    const shown = (await professional.browser.get(pageOf(event))).body
    expect(wordsOf(shown)).toMatch(/10 places restantes sur 10.*M’inscrire.*5 places restantes sur 5/)
    expect(shown).toContain(`href="${addresses.events.prescribe({ item: itemOf(event) })}"`)
    for (const { browser } of [{ browser: site.browser() }, await make.signedIn(site)]) {
      const { body } = await browser.get(pageOf(event))
      expect(wordsOf(body)).toContain('parlez-en à votre conseiller')
      expect(body).not.toContain(addresses.events.prescribe({ item: itemOf(event) }))
    }
  })

  test('where professionals alone enrol, others read how to get in, and no form', async () => {
    const event = await prescriptionAlone()
    const { body } = await site.browser().get(pageOf(event))
    expect(wordsOf(body)).toContain('Inscription par un professionnel')
    expect(body).toContain(`href="${addresses.structures.all()}"`)
    expect(body).not.toContain('M’inscrire')
  })

  test('on the cards of the agenda: « Sur prescription · 5 places restantes sur 5 »', async () => {
    await prescriptionAlone()
    expect(wordsOf((await site.browser().get(addresses.agenda())).body)).toContain(
      'Sur prescription · 5 places restantes sur 5',
    )
  })

  test('REG-4: one’s rank is told there', async () => {
    const event = await make.event(site.database, { dates: [{ places: 1 }] })
    for (const submission of ['1', '2', '3']) {
      const { browser } = await make.signedIn(site)
      await browser.post(registerAt(event), { date: String(listOf(event)), submission })
      if (submission === '3')
        expect(wordsOf((await browser.get(pageOf(event))).body)).toContain('Vous êtes 2e sur la liste d’attente')
    }
  })
})

describe('F13: what changed while the form was open', () => {
  const attendu = (event: MadeEvent) => `attendu.${listOf(event)}`

  test('the last place went: said with the rank, and one joins the waiting list only by saying so', async () => {
    const event = await make.event(site.database, { dates: [{ places: 1 }] })
    const [late, first] = [await make.signedIn(site), await make.signedIn(site)]
    const form = { date: String(listOf(event)), submission: 'f13' }
    const believed = fieldOf((await late.browser.get(pageOf(event))).body, attendu(event))
    await first.browser.post(registerAt(event), form)
    const answer = await late.browser.post(registerAt(event), { ...form, [attendu(event)]: believed })
    expect(answer.statusCode).toBe(422)
    expect(wordsOf(answer.body)).toContain('rejoindre la liste d’attente (vous seriez 1er)')
    expect((await site.mails()).filter(({ recipient }) => recipient === late.email)).toEqual([])
    const again = { ...form, submission: 'f13 bis', [attendu(event)]: fieldOf(answer.body, attendu(event)) }
    const sent = await late.browser.send(registerAt(event), again)
    expect(wordsOf(sent.body)).toContain('Vous êtes 1er sur la liste d’attente')
  })

  test('B19: the same is said to an address that is on the list and to one that is not', async () => {
    const event = await make.event(site.database, { dates: [{ places: 1 }] })
    const believed = fieldOf((await site.browser().get(pageOf(event))).body, attendu(event))
    const form = (email: string) => ({
      ...{ date: String(listOf(event)), nom: 'Max', telephone: '', email, submission: `${email} b19` },
    })
    await site.browser().post(registerAt(event), form('pris@exemple.test'))
    const late = (email: string) =>
      site
        .browser()
        .post(registerAt(event), { ...form(email), submission: `${email} b19 bis`, [attendu(event)]: believed })
    const answers = [await late('pris@exemple.test'), await late('neuf@exemple.test')]
    const bare = answers.map(({ statusCode, body }) => [
      statusCode,
      body.replaceAll(/pris@|neuf@/g, '').replaceAll(/(nonce|name="submission" value)="[^"]*"/g, ''),
    ])
    expect(bare[0]).toEqual(bare[1])
    expect(answers[0]?.statusCode).toBe(422)
  })

  test('the date moved: said with its new hour', async () => {
    const event = await make.event(site.database)
    const { browser } = await make.signedIn(site)
    const believed = fieldOf((await browser.get(pageOf(event))).body, attendu(event))
    const startsAt = Temporal.Instant.from(NOW).add(hours(73))
    await site.database
      .update(eventDates)
      .set({ startsAt })
      .where(eq(eventDates.id, event.dates[0]?.id ?? 0))
    await site.database
      .update(registrationLists)
      .set({ closesAt: startsAt })
      .where(eq(registrationLists.id, listOf(event)))
    const sent = { date: String(listOf(event)), submission: 'moved', [attendu(event)]: believed }
    const answer = await browser.post(registerAt(event), sent)
    expect(answer.statusCode).toBe(422)
    expect(wordsOf(answer.body)).toContain('elle commence maintenant vendredi 27 novembre à 11 h')
  })

  test('whoever is on the list already is led there', async () => {
    const event = await make.event(site.database, { dates: [{ places: 1 }] })
    const { browser } = await make.signedIn(site)
    const believed = fieldOf((await browser.get(pageOf(event))).body, attendu(event))
    const form = { date: String(listOf(event)), [attendu(event)]: believed }
    await browser.post(registerAt(event), { ...form, submission: 'un' })
    const again = await browser.send(registerAt(event), { ...form, submission: 'deux' })
    expect(wordsOf(again.body)).toContain('Vous êtes déjà inscrit à cette date')
  })
})

test('REG-4: a date that one is on already is not to be chosen again, be it by a professional', async () => {
  const event = await make.event(site.database, { dates: [{ places: 1, prescription: 1 }] })
  const seated = await make.signedIn(site)
  await seated.browser.post(registerAt(event), { date: String(listOf(event)), submission: 'seul' })
  const professional = await make.signedIn(site, { role: 'professional' })
  const enrolled = await make.signedIn(site)
  await professional.browser.post(addresses.events.prescribe({ item: itemOf(event) }), {
    date: String(event.dates[0]?.prescriptionListId),
    nom: 'Zoé',
    email: enrolled.email,
    submission: 'accompagnée',
  })
  for (const { browser } of [seated, enrolled]) {
    const words = wordsOf((await browser.get(pageOf(event))).body)
    expect(words).toContain('Vous y êtes déjà Aucune autre date n’est ouverte')
    expect(words).not.toContain('M’inscrire')
  }
})
