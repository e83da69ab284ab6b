import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import type { MailContent } from '#platform/mail/mail-content.ts'
import { textOf } from '#platform/mail/mail-text.ts'
import { mails as mailRows } from '#platform/mail/tables.ts'
import { openMailing } from '#tests/mailing.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { prescribeOn, registerOn, SECRET_OF_TESTS } from '#tests/registering.ts'
import { cancel } from './actions.ts'
import { registrationMails } from './mails.ts'
import { moveRegistration } from './move-actions.ts'
import { objectToPrescription } from './objection-actions.ts'
import { cancelByOrganiser, messageRegistrants } from './organiser-actions.ts'
import { withdrawPrescription } from './prescription-actions.ts'
import { tellDateCancelled, tellDateMoved } from './reaction-actions.ts'
import { registrationLists, registrations } from './tables.ts'

const now = Temporal.Instant.from(NOW)
const CONTACT = 'contact@exemple.test'
const RENDERERS = registrationMails(CONTACT)
let site: Awaited<ReturnType<typeof openMailing>>
let made = 0
beforeAll(async () => {
  site = await openMailing()
})
afterAll(() => site.close())

/** Every mail written so far, in order, as it would leave now. */
async function writtenMails(at = now) {
  const rows = await site.database.select().from(mailRows).orderBy(mailRows.id)
  return Promise.all(
    rows.map(async ({ kind, recipient, about }) => {
      const content = await RENDERERS[kind]?.(site.database, about, { publicUrl: 'https://site.example', now: at })
      return { kind, recipient, content }
    }),
  )
}

const newEmail = () => `mail${++made}@exemple.test`
const words = (content: MailContent | undefined) =>
  content === undefined ? '' : `${content.subject}\n${textOf(content)}`.replaceAll('\u00a0', ' ')

async function lastTo(recipient: string) {
  const mails = (await writtenMails()).filter((mail) => mail.recipient === recipient)
  const last = mails.at(-1)
  return { kind: last?.kind, text: words(last?.content), content: last?.content, count: mails.length }
}

const professional = () =>
  make.person(site.database, { role: 'professional', name: 'Camille Durand', structureName: 'BGE', job: 'conseillère' })

async function enrolled(given: { access?: 'pro'; places?: number; phone?: string } = {}) {
  const event = await make.event(site.database, {
    title: 'Oser se lancer',
    access: given.access,
    dates: [{ prescription: given.places ?? 5 }, { prescription: 5, startsAt: now.add({ hours: 200 }) }],
  })
  const prescriber = await professional()
  const email = newEmail()
  const key = await prescribeOn(site.database, event, { email, now, prescriberId: prescriber.id, phone: given.phone })
  return { event, prescriber, email, key }
}

const listOf = (event: MadeEvent, date = 0) => event.dates[date]?.prescriptionListId ?? 0

describe('someone whom a professional enrolled', () => {
  test('REG-6: reads who did it, why, what is kept, until when, and how to refuse (art. 14)', async () => {
    const { email, key } = await enrolled({ phone: '06 12 34 56 78' })
    const { kind, text, content } = await lastTo(email)
    expect(kind).toBe('registration-prescribed')
    for (const said of [
      'Une place est réservée à votre nom : Oser se lancer',
      'Camille Durand (conseillère, BGE) vous a réservé une place pour « Oser se lancer »',
      'votre nom, cette adresse et votre numéro de téléphone',
      'L’organisateur, Camille Durand et les administrateurs du site y ont accès, personne d’autre',
      'effacées douze mois après la date',
      CONTACT,
      'CNIL',
      `/inscriptions/${key}/opposition`,
      `/inscriptions/${key}\n`,
    ]) {
      expect(text).toContain(said)
    }
    expect(content?.calendar?.method).toBe('REQUEST')
  })

  test('REG-4: on a waiting list: the rank, no calendar entry, and what comes next when places are offered', async () => {
    const { event, prescriber } = await enrolled({ places: 1 })
    await site.database
      .update(registrationLists)
      .set({ offerHours: 24 })
      .where(eq(registrationLists.id, listOf(event)))
    const email = newEmail()
    await prescribeOn(site.database, event, { email, now, prescriberId: prescriber.id })
    const { text, content } = await lastTo(email)
    expect(text).toContain('vous êtes 1er sur la liste d’attente')
    expect(text).toContain('vous aurez 24 h pour l’accepter')
    expect(content?.calendar).toBeUndefined()
    expect((await lastTo(prescriber.email)).text).toContain('Nadia Benali est 1er sur la liste d’attente')
  })

  test('REG-6: every later mail says who enrolled and holds the link to object', async () => {
    const { event, prescriber, email, key } = await enrolled()
    const listId = listOf(event)
    const [row] = await site.database.select().from(registrations).where(eq(registrations.key, key))
    await cancelByOrganiser(site.database, { listId, registrationId: row?.id ?? 0 }, prescriber.id, now)
    const { kind, text, content } = await lastTo(email)
    expect(kind).toBe('registration-removed')
    expect(text).toContain('L’organisateur a retiré votre inscription')
    expect(text).toContain('Camille Durand (conseillère, BGE) a donné cette adresse')
    expect(text).toContain(`/inscriptions/${key}/opposition`)
    expect(content?.calendar?.method).toBe('CANCEL')
    expect((await lastTo(prescriber.email)).text).toContain('L’organisateur a retiré l’inscription de Nadia Benali')
  })

  test('REG-6: reserved to professionals: date, place and contact, neither title nor page, in words, calendar and subject', async () => {
    const { event, email, prescriber, key } = await enrolled({ access: 'pro' })
    const first = await lastTo(email)
    expect(first.text).toContain('évènement du vendredi 27 novembre')
    expect(first.text).toContain('20 rue des Tanneurs')
    const another = event.dates[1]?.prescriptionListId ?? 0
    await moveRegistration(site.database, key, { toListId: another }, { actorId: null, now })
    await cancel(site.database, key, { actorId: null, now })
    for (const { content } of (await writtenMails()).filter(({ recipient }) => recipient === email)) {
      const whole = `${words(content)}${content?.calendar?.ics}`
      expect(whole).not.toMatch(/Oser se lancer|\/evenements\/|Deux heures avec un conseiller/)
    }
    expect((await lastTo(prescriber.email)).text).toContain('Inscription annulée : Oser se lancer')
  })

  test('a professional who registers there himself reads the title, until the role is lost', async () => {
    const event = await make.event(site.database, { title: 'Entre pairs', access: 'pro' })
    const { id, email } = await professional()
    await registerOn(site.database, event, { email, now, personId: id })
    expect((await lastTo(email)).text).toContain('Inscription confirmée : Entre pairs')
    await site.database.update(people).set({ role: 'creator', professionalState: 'none' }).where(eq(people.id, id))
    expect((await lastTo(email)).text).not.toContain('Entre pairs')
  })
})

describe('the professional who enrolled', () => {
  test('REG-6: is told of each turn, by name and date, with the way to his prescriptions, never with the person’s own link', async () => {
    const { event, prescriber, email, key } = await enrolled()
    const turns: [string, () => Promise<unknown>][] = [
      ['Place réservée : Oser se lancer', async () => {}],
      [
        'L’inscription de Nadia Benali est passée à cette date, avec une place',
        () => moveRegistration(site.database, key, { toListId: listOf(event, 1) }, { actorId: null, now }),
      ],
      ['Changement de date ou de lieu', () => movedTo(event, 1, now.add({ hours: 220 }))],
      ['Date annulée', () => cancelled(event, 1)],
      [
        'Vous avez retiré l’inscription de Nadia Benali',
        () => withdrawPrescription(site.database, { key, prescriberId: prescriber.id }, now),
      ],
    ]
    for (const [said, act] of turns) {
      await act()
      const { text } = await lastTo(prescriber.email)
      expect(text).toContain(said)
      expect(text).toContain(email)
      expect(text).toContain('/mon-espace/prescriptions')
      expect(text).not.toContain(key)
    }
    expect((await lastTo(prescriber.email)).count).toBe(turns.length)
  })

  test('is told nothing once his rights to prescribe are gone', async () => {
    const { prescriber } = await enrolled()
    await site.database.update(people).set({ role: 'reader' }).where(eq(people.id, prescriber.id))
    expect((await lastTo(prescriber.email)).content).toBeUndefined()
  })

  test('is told of an objection, not by whom; the person’s mails keep no address, and those that wait are not sent', async () => {
    const { prescriber, email, key } = await enrolled()
    await objectToPrescription(site.database, { key, stop: true, secret: SECRET_OF_TESTS }, now)
    const { kind, text } = await lastTo(prescriber.email)
    expect(kind).toBe('prescription-objected')
    expect(text).toContain('Une personne que vous aviez inscrite à cette date s’y est opposée')
    expect(text).not.toMatch(new RegExp(`Nadia|${email}`))
    const rows = await site.database.select().from(mailRows)
    expect(rows.filter(({ recipient }) => recipient === email)).toEqual([])
    const emptied = (await writtenMails()).filter(({ recipient }) => recipient === '')
    expect(emptied.map(({ content }) => content)).toEqual([undefined])
  })
})

async function movedTo(event: MadeEvent, date: number, startsAt: Temporal.Instant) {
  const dateId = event.dates[date]?.id ?? 0
  await transact(site.database, async (tx) => {
    await tx
      .update(eventDates)
      .set({ startsAt, endsAt: null, overAt: startsAt.add({ hours: 2 }) })
      .where(eq(eventDates.id, dateId))
    await tellDateMoved(tx, { dateId, startsAt, actorId: 0, now })
  })
}

async function cancelled(event: MadeEvent, date: number) {
  const dateId = event.dates[date]?.id ?? 0
  await transact(site.database, async (tx) => {
    await tx.update(eventDates).set({ cancelledAt: now }).where(eq(eventDates.id, dateId))
    await tellDateCancelled(tx, { dateId, actorId: 0, now })
  })
}

describe('waiting and offers', () => {
  test('REG-4: a place offered says until when, by day when it is not today; who leaves a queue gets no calendar entry', async () => {
    const event = await make.event(site.database, { dates: [{ places: 1, startsAt: now.add({ hours: 240 }) }] })
    const listId = event.dates[0]?.listId ?? 0
    await site.database.update(registrationLists).set({ offerHours: 48 }).where(eq(registrationLists.id, listId))
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => make.person(site.database)))
    const keys: string[] = []
    for (const person of [first, second, third]) {
      keys.push(await registerOn(site.database, event, { email: person?.email ?? '', now, personId: person?.id }))
    }
    await cancel(site.database, keys[0] ?? '', { actorId: null, now })
    const offer = await lastTo(second?.email ?? '')
    expect(offer.kind).toBe('registration-offered')
    expect(offer.text).toContain('vous est gardée jusqu’au jeudi 26 novembre, 10 h')
    expect(offer.content?.calendar).toBeUndefined()
    await cancel(site.database, keys[2] ?? '', { actorId: null, now })
    const left = await lastTo(third?.email ?? '')
    expect(left.kind).toBe('registration-cancelled')
    expect(left.content?.calendar).toBeUndefined()
    expect((await lastTo(first?.email ?? '')).content?.calendar?.method).toBe('CANCEL')
  })
})

describe('an online date', () => {
  test('EVT-2: its link is in the mail and the calendar of who has a seat, not of who waits', async () => {
    const event = await make.event(site.database, { dates: [{ places: 1 }] })
    const onlineUrl = 'https://visio.exemple.test/salle-7'
    await site.database.update(eventDates).set({ online: true, onlineUrl }).where(eq(eventDates.eventId, event.id))
    const [seated, waiting] = [await make.person(site.database), await make.person(site.database)]
    for (const { id, email } of [seated, waiting]) await registerOn(site.database, event, { email, now, personId: id })
    const seat = await lastTo(seated.email)
    expect(seat.text).toContain(`Lien de connexion : ${onlineUrl}`)
    expect(seat.text).toContain('Lieu : En ligne')
    expect(seat.content?.calendar?.ics.replaceAll('\r\n ', '')).toContain(`LOCATION:${onlineUrl}`)
    const queue = await lastTo(waiting.email)
    expect(queue.kind).toBe('registration-waiting')
    expect(queue.text).not.toContain(onlineUrl)
  })
})

describe('words of the organiser', () => {
  test('REG-8: reach who still comes, as his, and are answered to the contact of the event', async () => {
    const event = await make.event(site.database, {
      event: { contactName: 'Accueil', contactEmail: 'accueil@exemple.test' },
    })
    const [stays, leaves] = [await make.person(site.database), await make.person(site.database)]
    const keys: string[] = []
    for (const { id, email } of [stays, leaves])
      keys.push(await registerOn(site.database, event, { email, now, personId: id }))
    const message = { subject: 'Apportez votre ordinateur', body: 'Une prise\npar table.' }
    const to = { dateId: event.dates[0]?.id ?? 0, kinds: ['direct'] as const, authorId: stays.id }
    await messageRegistrants(site.database, { ...to, ...message }, { key: newKey(), now })
    const { text, content } = await lastTo(stays.email)
    expect(text).toContain('> Une prise\n> par table.\n— Accueil')
    expect(content?.replyTo).toBe('accueil@exemple.test')
    await cancel(site.database, keys[1] ?? '', { actorId: null, now })
    const mails = (await writtenMails()).filter(({ recipient }) => recipient === leaves.email)
    const messages = mails.filter(({ kind }) => kind === 'registration-message')
    expect(messages.map((mail) => mail.content)).toEqual([undefined])
  })
})

test('EVT-4: a cancelled date offers another one on the page of the registration; an event taken offline, the agenda', async () => {
  const event = await make.event(site.database, { title: 'Portes ouvertes' })
  const { id, email } = await make.person(site.database)
  const key = await registerOn(site.database, event, { email, now, personId: id })
  await cancelled(event, 0)
  const { text, content } = await lastTo(email)
  expect(text).toContain(`Choisir une autre date :\nhttps://site.example/inscriptions/${key}`)
  expect(content?.calendar?.method).toBe('CANCEL')
  await site.database.update(contents).set({ state: 'unpublished' }).where(eq(contents.id, event.id))
  const offline = await lastTo(email)
  expect(offline.text).toContain('Évènement annulé : Portes ouvertes')
  expect(offline.text).not.toContain('/evenements/portes')
})
