import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { auditLog } from '#features/audit/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { events } from '#features/events/tables.ts'
import { hours } from '#kernel/time'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { registrationLists, registrations } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const { mySpace, registrants } = addresses
const now = Temporal.Instant.from(NOW)
let made = 0

type Row = Partial<typeof registrations.$inferInsert>

async function register(listId: number, given: Row = {}): Promise<{ id: number; email: string }> {
  const email = `inscrit${++made}@exemple.test`
  const [row] = await site.database
    .insert(registrations)
    .values({
      ...{ key: newKey(), receipt: newKey(), listId, name: `Personne ${made}`, email, emailKey: email },
      ...{ state: 'confirmed' as const, verifiedAt: now, createdAt: now },
      ...given,
    })
    .returning({ id: registrations.id })
  return { id: row?.id ?? 0, email }
}

/** An organiser with one date of two lists, three days from now unless said otherwise. */
async function organised({ places = 2, prescription = 3, inHours = 72 } = {}) {
  const author = await make.signedIn(site, { role: 'professional', name: 'Camille Roux' })
  const startsAt = now.add(hours(inHours))
  const event = await make.event(site.database, {
    authorId: author.id,
    title: 'Atelier prévisionnel',
    dates: [{ places, prescription, startsAt }],
  })
  const [date] = event.dates
  if (date === undefined) throw new Error('no date')
  return { ...author, event, date, listId: date.listId }
}

const formOf = (more: Record<string, string | string[]> = {}) => ({ submission: newKey(), ...more })
const stateOf = async (id: number) => {
  const [row] = await site.database.select().from(registrations).where(eq(registrations.id, id))
  return row
}
const listOf = async (id: number) => {
  const [row] = await site.database.select().from(registrationLists).where(eq(registrationLists.id, id))
  return row
}

test('REG-7: who belongs to the structure that organises sees the list; another professional does not', async () => {
  const { browser, event, listId } = await organised()
  const { email } = await register(listId)
  const house = await make.event(site.database, { title: 'La maison' })
  await site.database.update(contents).set({ structureId: house.id }).where(eq(contents.id, event.id))
  const url = mySpace.eventRegistrations({ liste: listId })
  expect((await browser.get(url)).body).toContain(email)
  const other = await make.signedIn(site, { role: 'professional' })
  const refused = await other.browser.get(url)
  expect(refused.statusCode).toBe(404)
  expect(refused.body).not.toContain(email)
})

test('REG-7: an export takes the columns of its purpose, and says so under the page', async () => {
  const { browser, listId } = await organised()
  await register(listId, { name: 'Zoé', phone: '06 12 34 56 78' })
  await register(listId, { name: 'Léa', state: 'cancelled' })
  const csv = (query: Record<string, string | string[]>) =>
    browser.get(mySpace.eventRegistrationsExport({ liste: listId, ...query }))
  expect((await csv({ usage: 'emargement' })).body.split('\r\n')).toEqual([
    '\uFEFFNom;Présence;Évènement;Date;Heure',
    'Zoé;;Atelier prévisionnel;27/11/2026;10:00',
    '',
  ])
  expect((await csv({ usage: 'bilan' })).body).not.toMatch(/Zoé|Léa|@/)
  expect((await csv({ usage: 'choix', colonnes: ['etat', 'nom', 'mot_de_passe'] })).body.split('\r\n')).toEqual([
    '\uFEFFNom;État',
    'Zoé;confirmée',
    'Léa;annulée',
    '',
  ])
  const nothing = await csv({ usage: 'choix' })
  expect([nothing.statusCode, nothing.headers.location]).toEqual([303, mySpace.eventRegistrations({ liste: listId })])
  const page = wordsOf((await browser.get(mySpace.eventRegistrations({ liste: listId }))).body)
  expect(page).toContain('Dernières consultations')
  expect(page).toContain('Camille Roux : liste exportée en CSV (nom et état), 2 lignes')
  expect(page).toContain('liste exportée en CSV (nom, présence, évènement, date et heure), 1 ligne')
  const lines = await site.database
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `list:${listId}`))
  expect(lines.map(({ verb }) => verb)).toEqual([
    ...Array.from({ length: 3 }, () => 'registrants-exported'),
    'registrants-read',
  ])
  expect(JSON.stringify(lines)).not.toMatch(/Zoé|inscrit\d/)
})

test('REG-7: the .xlsx export is a spreadsheet, and notes its format', async () => {
  const { browser, listId } = await organised()
  await register(listId)
  const answer = await browser.get(mySpace.eventRegistrationsWorkbook({ liste: listId }))
  expect(answer.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  expect(answer.headers['content-disposition']).toBe(
    'attachment; filename="inscrits-atelier-previsionnel-2026-11-27.xlsx"',
  )
  expect(answer.rawPayload.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  const [line] = await site.database
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `list:${listId}`))
  expect(line?.details).toMatchObject({ format: 'xlsx', rows: 1 })
})

test('REG-8: the sheet has a line to sign for each who comes, in the order of names, and blank ones', async () => {
  const { browser, date, listId } = await organised({ places: 9 })
  await register(listId, { name: 'Zoé' })
  await register(date.prescriptionListId, { name: 'Élodie' })
  await register(listId, { name: 'Fatou' })
  await register(listId, { name: 'Absente', state: 'waiting' })
  const { body } = await browser.get(registrants.sheet({ date: date.id }))
  expect([...body.matchAll(/<th scope="row">([^<]*)</g)].map(([, name]) => name)).toEqual(['Élodie', 'Fatou', 'Zoé'])
  expect(body.match(/<tr>/g)).toHaveLength(1 + 3 + 5)
  expect(wordsOf(body)).toContain('Maison de l’entreprise')
})

test('REG-8: presences are noted from two hours before the date, counted, and taken back', async () => {
  const { browser, date, listId } = await organised({ places: 9, inHours: 3 })
  const zoe = await register(listId, { name: 'Zoé' })
  const lea = await register(date.prescriptionListId, { name: 'Léa' })
  const waiting = await register(listId, { name: 'Ada', state: 'waiting' })
  const url = registrants.presences({ date: date.id })
  expect((await browser.get(url)).body).not.toContain('type="radio"')
  const form = {
    ...{ [`presence.${zoe.id}`]: 'present', [`presence.${lea.id}`]: 'absent', [`presence.${waiting.id}`]: 'present' },
  }
  const early = await browser.send(url, formOf(form))
  expect(wordsOf(early.body)).toContain('Les présences se notent à partir de deux heures avant le début')
  expect(await stateOf(zoe.id)).toMatchObject({ presence: null })
  site.at(now.add(hours(1)).toString())
  expect((await browser.get(url)).body.match(/type="radio"/g)).toHaveLength(6)
  const saved = await browser.send(url, formOf(form))
  expect(wordsOf(saved.body)).toContain('1 présent, 1 absent, 0 à noter')
  expect(await stateOf(lea.id)).toMatchObject({ presence: 'absent' })
  expect(await stateOf(waiting.id)).toMatchObject({ presence: null })
  await browser.post(url, formOf({ [`presence.${zoe.id}`]: '' }))
  expect(await stateOf(zoe.id)).toMatchObject({ presence: null })
  site.at(NOW)
})

test('REG-8: a message is shown with the number of those who get it before it leaves, then sent once', async () => {
  const { browser, date, listId } = await organised({ places: 9 })
  const zoe = await register(listId, { name: 'Zoé' })
  await register(listId, { state: 'waiting' })
  const url = registrants.message({ date: date.id })
  const typed = { listes: ['direct', 'prescription'], objet: 'Le café', message: 'À 8 h.' }
  const wrong = await browser.post(url, formOf({ objet: '', message: 'Ici.' }))
  expect(wrong.statusCode).toBe(422)
  expect(wordsOf(wrong.body)).toContain('Donnez un objet')
  expect(wrong.body).toContain('Ici.')
  const preview = await browser.post(url, formOf({ ...typed, geste: 'relire' }))
  const words = wordsOf(preview.body)
  expect(words).toContain('1 personne recevra ce mail')
  for (const said of [
    'Objet : Le café : Atelier prévisionnel',
    'Bonjour [nom de la personne],',
    'À 8 h.',
    'Gérer mon inscription',
  ])
    expect(words, 'the mail itself').toContain(said)
  expect(await site.mails({ kind: 'registration-message', recipient: zoe.email })).toHaveLength(0)
  const form = formOf({ ...typed, geste: 'envoyer' })
  const sent = await browser.send(url, form)
  expect(wordsOf(sent.body)).toContain('Votre message est parti : 1 personne va le recevoir.')
  await browser.send(url, form)
  const mails = await site.mails({ kind: 'registration-message', recipient: zoe.email })
  expect(mails.map(({ content }) => content?.subject)).toEqual(['Le café : Atelier prévisionnel'])
  const page = await browser.get(url)
  expect(wordsOf(page.body)).toContain('Déjà envoyés')
})

test('REG-8: nobody to write to is said before anything leaves', async () => {
  const { browser, date } = await organised()
  const url = registrants.message({ date: date.id })
  const typed = { listes: 'direct', objet: 'Le café', message: 'À 8 h.' }
  const answer = await browser.post(url, formOf({ ...typed, geste: 'relire' }))
  expect([answer.statusCode, wordsOf(answer.body)]).toEqual([422, expect.stringContaining('Personne n’a de place')])
})

test('REG-8: the organiser takes somebody off, who is told; the first who waits moves up', async () => {
  const { browser, listId } = await organised({ places: 1 })
  const zoe = await register(listId, { name: 'Zoé' })
  const lea = await register(listId, { name: 'Léa', state: 'waiting' })
  const url = registrants.removal({ liste: listId, inscription: zoe.id })
  const asked = await browser.get(url)
  expect(wordsOf(asked.body)).toContain('Retirer Zoé de la liste ?')
  expect(wordsOf(asked.body)).toContain('La place reviendra à la première personne de la liste d’attente')
  const done = await browser.send(url, formOf())
  expect(wordsOf(done.body)).toContain('Cette personne n’est plus sur la liste. Un mail l’en prévient.')
  expect(await stateOf(zoe.id)).toMatchObject({ state: 'cancelled' })
  expect(await stateOf(lea.id)).toMatchObject({ state: 'confirmed' })
  expect(await site.mails({ kind: 'registration-removed', recipient: zoe.email })).toHaveLength(1)
  const elsewhere = await organised()
  const stolen = registrants.removal({ liste: elsewhere.listId, inscription: lea.id })
  expect((await elsewhere.browser.post(stolen, formOf())).statusCode).toBe(404)
  expect(await stateOf(lea.id)).toMatchObject({ state: 'confirmed' })
})

test('REG-4: free places go from one list to the other, those who wait there move up, never under those taken', async () => {
  const { browser, date, listId } = await organised({ places: 4, prescription: 1 })
  await register(listId)
  await register(date.prescriptionListId)
  const waiting = await register(date.prescriptionListId, { state: 'waiting' })
  const send = (places: string) =>
    browser.send(registrants.places({ date: date.id }), formOf({ depuis: 'direct', places }))
  const wrong = await send('4')
  expect(wrong.statusCode).toBe(422)
  expect(wordsOf(wrong.body)).toContain('Vous pouvez en déplacer 3 au plus')
  expect((await send('beaucoup')).statusCode).toBe(422)
  const moved = await send('3')
  expect(wordsOf(moved.body)).toContain('3 places ont changé de liste, et 1 personne qui attendait est prévenue.')
  expect([await listOf(listId), await listOf(date.prescriptionListId)]).toMatchObject([{ places: 1 }, { places: 4 }])
  expect(await stateOf(waiting.id)).toMatchObject({ state: 'confirmed' })
})

test('B24: those who come on a date are not written to without end; the text that was typed is kept', async () => {
  const { browser, date, listId } = await organised()
  const { email } = await register(listId)
  const url = registrants.message({ date: date.id })
  const words = (rank: number) =>
    formOf({ listes: 'direct', objet: `Message ${rank}`, message: 'Il y aura du café.', geste: 'envoyer' })
  for (let rank = 1; rank <= 10; rank++) expect((await browser.post(url, words(rank))).statusCode).toBe(303)
  const refused = await browser.post(url, words(11))
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Message 11')
  expect((await site.mails()).filter(({ recipient }) => recipient === email)).toHaveLength(10)
})

test('REG-7: the dates to come are chosen from first, the nearest before all, then those that passed', async () => {
  const { browser, id } = await make.signedIn(site, { role: 'professional' })
  const inDays = (days: number) => ({ places: 2, startsAt: now.add(hours(24 * days)) })
  const event = await make.event(site.database, {
    authorId: id,
    dates: [inDays(9), inDays(-40), inDays(2), inDays(-3)],
  })
  const { body } = await browser.get(mySpace.eventRegistrations({ evenement: event.id }))
  const offered = body.split('name="date"')[1]?.split('</select>')[0] ?? ''
  const [late, old, next, last] = event.dates.map((date) => String(date.id))
  expect([...offered.matchAll(/value="(\d+)"/g)].map(([, value]) => value)).toEqual([next, late, last, old])
})

test('REG-7: whose name was erased is said so in what is taken away too', async () => {
  const { browser, listId } = await organised()
  await register(listId, { name: '', email: '', state: 'cancelled', anonymisedAt: now })
  const { body } = await browser.get(mySpace.eventRegistrationsExport({ liste: listId }))
  expect(body.split('\r\n')[1]).toMatch(/^Nom effacé;;;annulée/)
})

test('REG-8: where the answers to a message go is said, and that they go nowhere', async () => {
  const { browser, date, event } = await organised()
  const words = async () => wordsOf((await browser.get(registrants.message({ date: date.id }))).body)
  expect(await words()).toContain('L’évènement n’a pas d’e-mail de contact : personne ne pourra répondre.')
  await site.database.update(events).set({ contactEmail: 'accueil@exemple.test' }).where(eq(events.contentId, event.id))
  expect(await words()).toContain('Les réponses vont à accueil@exemple.test.')
})
