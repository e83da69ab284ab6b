import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { people } from '#features/accounts/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { formFieldsOf } from '#tests/form-fields.ts'
import { make } from '#tests/make.ts'
import { makeEntrusted } from '#tests/proofs/access-world-of-projects.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { projectAdvisers, projects as projectRows } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T10:00:00Z' })
})
afterAll(() => site.close())

const { projects, admin } = addresses
let count = 0
const form = (fields: Record<string, string>) => ({ submission: `projets-${++count}`, ...fields })

async function withAdviser() {
  const { creator, adviser, made } = await makeEntrusted(site)
  return { creator, adviser, made, of: { project: made.id } }
}

const emailOf = async (id: number) =>
  (await site.database.select({ email: people.email }).from(people).where(eq(people.id, id)))[0]?.email ?? ''

test('PRJ-1, PRJ-2, PRJ-3: written, entrusted, commented, answered; the mails of each turn', async () => {
  const creator = await make.signedIn(site)
  const adviser = await make.signedIn(site, { role: 'professional' })
  const page = await creator.browser.get(projects.new())
  const typed = { ...formFieldsOf(page.body, projects.new()), nom: 'La Fournée', idea: 'Du pain', geste: 'enregistrer' }
  const { location } = (await creator.browser.post(projects.new(), typed)).headers
  const project = Number(String(location).split('/').at(-1))
  const of = { project }
  expect((await adviser.browser.get(projects.one(of))).statusCode).toBe(404)
  const email = await emailOf(adviser.id)
  const asked = await creator.browser.post(projects.advisers(of), form({ email, depuis: 'fiche' }))
  expect([asked.statusCode, asked.headers.location]).toEqual([303, projects.advisers(of)])
  const [told] = await site.mails({ kind: 'project-authorised', recipient: email })
  expect(JSON.stringify(told?.content)).toContain(projects.one(of))
  const sheet = wordsOf((await adviser.browser.get(projects.one(of))).body)
  expect(sheet).toContain('Du pain')
  expect(sheet).toContain('Ajoutez un commentaire')
  const words = form({ objet: 'Le local', commentaire: 'Trop cher ?' })
  expect((await adviser.browser.post(projects.comment(of), words)).statusCode).toBe(303)
  const owner = await emailOf(creator.id)
  const [mail] = await site.mails({ kind: 'project-commented', recipient: owner })
  expect(JSON.stringify(mail?.content)).toContain('Trop cher ?')
  const shown = await creator.browser.get(projects.one(of))
  const thread = /id="commentaire-(\d+)"/.exec(shown.body)?.[1] ?? ''
  await creator.browser.post(projects.comment(of), form({ fil: thread, commentaire: 'Je vais négocier.' }))
  const answers = await site.mails({ kind: 'project-commented', recipient: email })
  expect(JSON.stringify(answers.at(-1)?.content)).toContain('Je vais négocier.')
})

test('PRJ-2: whether an address has an account is not told: same answer, same line, one mail each', async () => {
  const { creator, of } = await withAdviser()
  const known = await make.person(site.database, { role: 'professional' })
  const waiting = await make.person(site.database, {})
  const emails = [await emailOf(known.id), await emailOf(waiting.id), 'personne@exemple.test']
  const seen: string[] = []
  for (const email of emails) {
    const answer = await creator.browser.post(projects.advisers(of), form({ email, depuis: 'fiche' }))
    const list = wordsOf((await creator.browser.get(projects.advisers(of))).body)
    const line = list.slice(list.lastIndexOf(email), list.lastIndexOf(email) + email.length + 60)
    seen.push(`${answer.statusCode} ${answer.headers.location} ${line}`.replaceAll(email, 'X'))
    const mails = [
      ...(await site.mails({ kind: 'project-authorised', recipient: email })),
      ...(await site.mails({ kind: 'project-invited', recipient: email })),
    ]
    expect(mails).toHaveLength(1)
  }
  expect(new Set(seen).size).toBe(1)
})

test('ESP-1, ESP-2: the projects are a side of « Mon espace », and tell their writer who reads them', async () => {
  const { creator, adviser } = await withAdviser()
  const [mine, theirs] = [await creator.browser.get(projects.all()), await adviser.browser.get(projects.all())]
  for (const { body } of [mine, theirs]) expect(body).toContain(`href="${projects.all()}" aria-current="page"`)
  expect(wordsOf(mine.body)).toContain('ne sont lus que par vous-même et par les professionnels que vous autorisez')
  expect(wordsOf(theirs.body)).toContain('par le créateur lui-même et par les professionnels qu’il a autorisés')
})

test('PRJ-2: an address without account reads in the mail how to stop such mails', async () => {
  const { creator, of } = await withAdviser()
  const recipient = 'sans-compte@exemple.test'
  await creator.browser.post(projects.advisers(of), form({ email: recipient, depuis: 'fiche' }))
  const [mail] = await site.mails({ kind: 'project-invited', recipient })
  expect(mail?.content?.foot?.map(({ href }) => href)).toEqual([
    expect.stringMatching(/^http:\/\/localhost:3000\/ne-plus-recevoir\/\w+$/),
  ])
})

test('PRJ-2: who asked for his professional account already is not told to ask for one', async () => {
  const { creator, of } = await withAdviser()
  const mailTo = async (professionalState: 'none' | 'pending') => {
    const { id } = await make.person(site.database, {})
    await site.database.update(people).set({ professionalState }).where(eq(people.id, id))
    const recipient = await emailOf(id)
    await creator.browser.post(projects.advisers(of), form({ email: recipient, depuis: 'fiche' }))
    return JSON.stringify((await site.mails({ kind: 'project-authorised', recipient }))[0]?.content)
  }
  const signUp = `http://localhost:3000${addresses.account.signUpProfessional()}`
  expect(await mailTo('none')).toContain(signUp)
  const waiting = await mailTo('pending')
  expect(waiting).toContain('attend sa validation')
  expect(waiting).not.toContain(signUp)
})

test('PRJ-2: withdrawn, he reads nothing more from the next request on, and his words come back to him', async () => {
  const { creator, adviser, made, of } = await withAdviser()
  expect((await adviser.browser.get(projects.one(of))).statusCode).toBe(200)
  await creator.browser.post(projects.withdraw({ ...of, adviser: made.adviserId }), form({}))
  expect((await adviser.browser.get(projects.one(of))).statusCode).toBe(404)
  const words = { objet: 'Encore', commentaire: 'Ce que j’allais dire' }
  const answer = await adviser.browser.post(projects.comment(of), form(words))
  expect(answer.statusCode).toBe(404)
  expect(wordsOf(answer.body)).toContain('Ce que j’allais dire')
  expect(answer.body).not.toContain('Canari')
  expect(await site.mails({ kind: 'project-withdrawn', recipient: await emailOf(adviser.id) })).toHaveLength(0)
})

test('PRJ-2: « Qui lit ce projet » names nobody who reads it no more', async () => {
  const { creator, adviser, made, of } = await withAdviser()
  const page = async () => wordsOf((await creator.browser.get(projects.advisers(of))).body).split('Qui ne le lit plus')
  const email = await emailOf(adviser.id)
  const name = (await site.database.select().from(people).where(eq(people.id, adviser.id)))[0]?.name ?? email
  expect((await page())[0]).toContain(name)
  expect(await page()).toHaveLength(1)
  await creator.browser.post(projects.withdraw({ ...of, adviser: made.adviserId }), form({}))
  const [reading, ended] = await page()
  expect(reading).toContain('Vous seul, pour l’instant.')
  expect(ended).toContain('autorisation retirée')
})

test('PRJ-2: an adviser who is no professional any more reads nothing', async () => {
  const { adviser, of } = await withAdviser()
  await site.database.update(people).set({ role: 'creator' }).where(eq(people.id, adviser.id))
  expect((await adviser.browser.get(projects.one(of))).statusCode).toBe(404)
})

test('N9: an administrator reads nothing, but for an hour through the glass, which its creator is told', async () => {
  const { creator, of } = await withAdviser()
  const { browser } = await make.signedIn(site, { role: 'administrator' })
  expect((await browser.get(projects.one(of))).statusCode).toBe(404)
  const reason = 'Le créateur a demandé de retrouver un document.'
  expect((await browser.get(admin.home())).body).toContain(`href="${admin.glass()}"`)
  const pasted = `https://je-cree.example${projects.one(of)}/360`
  const opening = await browser.post(admin.glass(), form({ projet: pasted, motif: reason }))
  expect(opening.headers.location).toBe(projects.one(of))
  expect((await browser.get(projects.one(of))).statusCode).toBe(200)
  expect((await browser.post(projects.comment(of), form({ objet: 'a', commentaire: 'b' }))).statusCode).toBe(403)
  const [mail] = await site.mails({ kind: 'glass-broken', recipient: await emailOf(creator.id) })
  expect(JSON.stringify(mail?.content)).toContain(reason)
  expect(wordsOf((await creator.browser.get(projects.journal(of))).body)).toContain(reason)
  site.at('2026-11-24T11:00:01Z')
  expect((await browser.get(projects.one(of))).statusCode).toBe(404)
  site.at('2026-11-24T10:00:00Z')
})

test('R12: two windows on one sheet: the second is shown both texts, and nothing is lost', async () => {
  const { creator, of } = await withAdviser()
  const url = projects.edit(of)
  const { body } = await creator.browser.get(url)
  const fields = { ...formFieldsOf(body, url), geste: 'enregistrer' }
  await creator.browser.post(url, { ...fields, ...form({}), idea: 'La première' })
  const second = await creator.browser.post(url, { ...fields, ...form({}), idea: 'La seconde' })
  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('La première')
  expect(second.body).toContain('La seconde')
})

test('a sheet with its comments costs its reader few statements, whatever it holds', async () => {
  const { adviser, of } = await withAdviser()
  await adviser.browser.get(projects.one(of))
  const before = site.database.statements()
  await adviser.browser.get(projects.one(of))
  expect(site.database.statements() - before).toBeLessThanOrEqual(6)
})

test('B24: sixty comments an hour, each a mail; the next is 429 with its words, and an hour later it goes', async () => {
  const { adviser, made, of } = await withAdviser()
  for (let nth = 0; nth < 60; nth++)
    await adviser.browser.post(projects.comment(of), form({ objet: 'Encore', commentaire: `Mot ${nth}` }))
  const mail = { kind: 'project-commented', recipient: await emailOf(await ownerOf(made.id)) }
  expect(await site.mails(mail)).toHaveLength(60)
  const typed = form({ objet: 'Encore', commentaire: 'Le mot de trop' })
  const refused = await adviser.browser.post(projects.comment(of), typed)
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '600'])
  expect(refused.body).toContain('Le mot de trop')
  expect(wordsOf(refused.body)).toContain('Soixante commentaires en une heure')
  const note = addresses.canvas.comment({ ...of, canvas: 1, note: made.noteId })
  expect((await adviser.browser.post(note, form({ commentaire: 'Sous un post-it' }))).body).toContain('Sous un post-it')
  expect(await site.mails(mail)).toHaveLength(60)
  site.at('2026-11-24T11:00:01Z')
  expect((await adviser.browser.post(projects.comment(of), typed)).statusCode).toBe(303)
  site.at('2026-11-24T10:00:00Z')
})

const ownerOf = async (id: number) =>
  (await site.database.select({ id: projectRows.ownerId }).from(projectRows).where(eq(projectRows.id, id)))[0]?.id ?? 0

test('PRJ-6: an adviser sees which of his projects he never opened, and what others said since he last did', async () => {
  const { creator, adviser, of } = await withAdviser()
  await site.database
    .update(projectAdvisers)
    .set({ openedAt: null, seenAt: null })
    .where(eq(projectAdvisers.projectId, of.project))
  const cards = async () => {
    const [home, list] = [addresses.mySpace.home(), projects.all()].map((page) => adviser.browser.get(page))
    return [wordsOf((await home)?.body ?? ''), wordsOf((await list)?.body ?? '')]
  }
  for (const words of await cards()) expect(words).toContain('Pas encore ouvert')
  await adviser.browser.get(projects.one(of))
  for (const words of await cards()) expect(words).not.toMatch(/Pas encore ouvert|nouveaux? commentaire/)
  site.at('2026-11-24T10:05:00Z')
  await creator.browser.post(projects.comment(of), form({ objet: 'Le local', commentaire: 'J’ai signé.' }))
  await creator.browser.post(projects.comment(of), form({ objet: 'Le four', commentaire: 'Il arrive.' }))
  await adviser.browser.post(projects.comment(of), form({ objet: 'Bravo', commentaire: 'Bravo.' }))
  for (const words of await cards()) expect(words).toContain('2 nouveaux commentaires')
  for (const page of [projects.all(), addresses.mySpace.home()])
    expect(wordsOf((await creator.browser.get(page)).body)).not.toMatch(/Pas encore ouvert|nouveaux? commentaire/)
  const line = addresses.canvas.live({ ...of, canvas: 1 }, { suite: 'non' })
  await adviser.browser.get(line, { accept: 'text/event-stream' })
  for (const words of await cards()) expect(words, 'a line that opens by itself is no visit').toContain('2 nouveaux')
  await adviser.browser.get(projects.one(of))
  for (const words of await cards()) expect(words).not.toMatch(/nouveaux? commentaire/)
  site.at('2026-11-24T10:00:00Z')
})
