import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKey } from '#platform/keys.ts'
import { MOST_RESENDS } from '#platform/rate-limits/rate-limit.ts'
import { creatorForm, linkIn, loadRhone, openAccount, PASSWORD, professionalForm } from '#tests/account-journey.ts'
import { wordsOf } from '#tests/browser.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { people } from './tables.ts'

const CREATOR = '/creer-un-compte/createur'
const PROFESSIONAL = '/creer-un-compte/professionnel'
let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T09:00:00Z' })
  await loadRhone(site)
})
afterAll(() => site.close())

const attempts = async (email: string) => {
  const [row] = await site.database.select({ count: count() }).from(people).where(eq(people.emailKey, email))
  return row?.count
}
const mailsTo = async (email: string) => (await site.mails()).filter(({ recipient }) => recipient === email)

test('ACC-7: the three benefits of the manual come before the choice of account', async () => {
  const words = wordsOf((await site.browser().get('/creer-un-compte')).body)
  for (const benefit of [
    'Valoriser votre offre de services',
    'Contribuer à la montée en compétences',
    'services réservés aux professionnels',
  ]) {
    expect(words).toContain(benefit)
    expect(words.indexOf(benefit)).toBeLessThan(words.indexOf('Je crée mon entreprise'))
  }
})

test('ACC-1: a creator signs up, opens the link of the mail, presses its button, and is in', async () => {
  const browser = site.browser()
  const left = await browser.send(CREATOR, creatorForm('createur@exemple.fr'))
  expect(wordsOf(left.body)).toContain('Regardez vos mails')
  const link = await linkIn(site, 'account-confirm', 'createur@exemple.fr')
  expect(wordsOf((await browser.get(link)).body)).toContain('Confirmer et ouvrir mon compte')
  const confirmed = await browser.post(link, { submission: newKey() })
  expect(confirmed.statusCode).toBe(303)
  expect(wordsOf((await browser.get('/mon-espace/profil')).body)).toContain('Créateur')
})

test('ACC-6: opening a link three times, as mail scanners do, changes nothing', async () => {
  await site.browser().post(CREATOR, creatorForm('scanner@exemple.fr'))
  const link = await linkIn(site, 'account-confirm', 'scanner@exemple.fr')
  for (let time = 0; time < 3; time++) expect((await site.browser().get(link)).statusCode).toBe(200)
  const [row] = await site.database.select().from(people).where(eq(people.emailKey, 'scanner@exemple.fr'))
  expect(row?.state).toBe('unconfirmed')
  expect((await site.browser().post(link, { submission: newKey() })).statusCode).toBe(303)
})

test('ACC-6: signing up with a known address and an unknown one are answered alike, to the byte', async () => {
  await openAccount(site, 'connue@exemple.fr')
  const known = await site.browser().post(CREATOR, creatorForm('connue@exemple.fr'))
  const unknown = await site.browser().post(CREATOR, creatorForm('neuve0@exemple.fr'))
  expect(known.statusCode).toBe(unknown.statusCode)
  expect(known.body).toBe(unknown.body)
  expect(known.headers.location).toBe(unknown.headers.location)
  expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort())
  expect((await mailsTo('connue@exemple.fr')).map(({ kind }) => kind)).toEqual(['account-confirm', 'account-exists'])
})

test('R5: the same form sent ten times at once makes one account and one mail', async () => {
  const form = creatorForm('double@exemple.fr')
  const browser = site.browser()
  const answers = await Promise.all(Array.from({ length: 10 }, () => browser.post(CREATOR, form)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(303))
  expect(await attempts('double@exemple.fr')).toBe(1)
  expect(await mailsTo('double@exemple.fr')).toHaveLength(1)
})

test('F18: one form sent again and again does not hash a password each time without end', async () => {
  const form = creatorForm('sans-fin@exemple.fr')
  const answers: number[] = []
  for (let time = 0; time <= MOST_RESENDS; time++) answers.push((await site.browser().post(CREATOR, form)).statusCode)
  expect(answers).toEqual([...Array(MOST_RESENDS).fill(303), 429])
})

test('B24: an address gets three sign-up mails a day, whoever asks, and the answer stays the same', async () => {
  const answers: { body: string; statusCode: number }[] = []
  for (let time = 0; time < 5; time++)
    answers.push(await site.browser().post(CREATOR, creatorForm('victime@exemple.fr')))
  expect(new Set(answers.map(({ body, statusCode }) => `${statusCode}${body}`)).size).toBe(1)
  expect(await mailsTo('victime@exemple.fr')).toHaveLength(3)
  expect(await attempts('victime@exemple.fr')).toBe(3)
})

test('N3: two attempts for one address: the link of each opens its own, and the other one goes', async () => {
  const email = 'deux@exemple.fr'
  await site.browser().post(CREATOR, creatorForm(email, { nom: 'Pirate', mot_de_passe: 'un mot du pirate' }))
  const first = await linkIn(site, 'account-confirm', email)
  await site.browser().post(CREATOR, creatorForm(email, { nom: 'Propriétaire' }))
  const second = await linkIn(site, 'account-confirm', email)
  await site.browser().send(second, { submission: newKey() })
  expect((await site.browser().post(first, { submission: newKey() })).statusCode).toBe(404)
  const signIn = (mot_de_passe: string) => site.browser().post('/connexion', { email, mot_de_passe })
  expect((await signIn('un mot du pirate')).statusCode).toBe(422)
  expect((await signIn(PASSWORD)).statusCode).toBe(303)
  expect(await attempts(email)).toBe(1)
})

test('two links of one address pressed at once open one account', async () => {
  const email = 'course@exemple.fr'
  await site.browser().post(CREATOR, creatorForm(email))
  const first = await linkIn(site, 'account-confirm', email)
  await site.browser().post(CREATOR, creatorForm(email))
  const second = await linkIn(site, 'account-confirm', email)
  const answers = await Promise.all([first, second].map((link) => site.browser().post(link, { submission: newKey() })))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 404])
  expect(await attempts(email)).toBe(1)
})

test('ACC-1: a professional gives structure, function, phone and département, and is a creator until validated', async () => {
  const email = 'pro@exemple.fr'
  const browser = site.browser()
  await browser.post(PROFESSIONAL, professionalForm(email, { publier: 'oui' }))
  await browser.send(await linkIn(site, 'account-confirm', email), { submission: newKey() })
  const [row] = await site.database.select().from(people).where(eq(people.emailKey, email))
  expect(row).toMatchObject({
    role: 'creator',
    professionalState: 'pending',
    wantsToPublish: true,
    structureName: 'Maison',
  })
  expect(wordsOf((await browser.get('/mon-espace/profil')).body)).toContain('attend sa validation')
  expect((await browser.get('/admin/comptes')).statusCode).toBe(403)
})

test('a wrong form is shown again with all that was typed, but for the password, and every error in words', async () => {
  const answer = await site.browser().post(PROFESSIONAL, {
    submission: newKey(),
    nom: '<b>D’Ürüm</b>',
    email: 'pas une adresse',
    mot_de_passe: 'court',
    departement: '99',
  })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('&lt;b>D’Ürüm&lt;/b>')
  expect(answer.body).toContain('pas une adresse')
  expect(answer.body).not.toContain('value="court"')
  for (const field of ['email', 'mot_de_passe', 'structure', 'fonction', 'telephone'])
    expect(answer.body).toContain(`champ-${field}-erreur`)
})

test('B14: fields that the form does not have are never stored', async () => {
  const email = 'malin@exemple.fr'
  const more = { role: 'administrator', state: 'active', professionalState: 'validated', id: '1', __proto__: 'x' }
  await site.browser().post(CREATOR, creatorForm(email, more))
  const [row] = await site.database.select().from(people).where(eq(people.emailKey, email))
  expect(row).toMatchObject({ role: 'creator', state: 'unconfirmed', professionalState: 'none' })
})
