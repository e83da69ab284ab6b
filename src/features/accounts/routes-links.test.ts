import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newKey } from '#platform/keys.ts'
import { mails } from '#platform/mail/tables.ts'
import { rateLimits } from '#platform/rate-limits/tables.ts'
import { creatorForm, linkIn, openAccount, PASSWORD } from '#tests/account-journey.ts'
import { wordsOf } from '#tests/browser.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { sweepAccounts } from './jobs.ts'
import { RESETS_PER_NETWORK } from './rules.ts'
import { accountTokens, people } from './tables.ts'

const NOW = '2026-11-24T09:00:00Z'
const EMAIL = 'zoe@exemple.fr'
const NEW = 'une autre phrase'
let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
  await openAccount(site, EMAIL)
})
beforeEach(async () => {
  site.at(NOW)
  await site.database.delete(rateLimits)
})
afterAll(() => site.close())

const ask = (purpose: 'link' | 'reset', email = EMAIL) =>
  site.browser().post(purpose === 'link' ? '/connexion/lien' : '/mot-de-passe-oublie', { submission: newKey(), email })

async function linkFor(purpose: 'link' | 'reset'): Promise<string> {
  await ask(purpose)
  return linkIn(site, `account-${purpose}`, EMAIL)
}
const press = (link: string, form: Record<string, string> = {}) =>
  site.browser().post(link, { submission: newKey(), ...form })

test('ACC-4: the link of a mail opens a page, and its button signs in, once', async () => {
  const link = await linkFor('link')
  const browser = site.browser()
  expect(wordsOf((await browser.get(link)).body)).toContain('Me connecter')
  expect((await browser.get('/mon-espace/profil')).statusCode).toBe(401)
  expect((await browser.post(link, { submission: newKey() })).statusCode).toBe(303)
  expect((await browser.get('/mon-espace/profil')).statusCode).toBe(200)
  expect((await press(link)).statusCode).toBe(404)
})

test('R5: the button pressed twice gives the same session both times', async () => {
  const link = await linkFor('link')
  const form = { submission: newKey() }
  const answers = await Promise.all([site.browser().post(link, form), site.browser().post(link, form)])
  const keys = answers.map(({ cookies }) => cookies.find(({ name }) => name === 'session')?.value)
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect(keys[0]).toBeTruthy()
  expect(keys[0]).toBe(keys[1])
})

test('B22: of two browsers that press one link at once, one gets in', async () => {
  const link = await linkFor('link')
  const answers = await Promise.all([press(link), press(link), press(link)])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 404, 404])
})

test('B22: a link of another purpose, cut, in capitals, too old, or for a former address opens nothing', async () => {
  const link = await linkFor('link')
  const key = link.split('/').at(-1) ?? ''
  const wrong = [
    `/mot-de-passe/${key}`,
    `/confirmer/${key}`,
    link.slice(0, -1),
    link.replace(key, key.toUpperCase()),
    `/connexion/lien/${newKey()}`,
  ]
  const stale = await site.browser().get(`/connexion/lien/${newKey()}`)
  for (const address of wrong) {
    expect((await site.browser().get(address)).body.replace(/nonce="[^"]*"/g, '')).toBe(
      stale.body.replace(/nonce="[^"]*"/g, ''),
    )
    expect((await press(address, { mot_de_passe: NEW })).statusCode).toBe(404)
  }
  site.at('2026-11-24T10:00:01Z')
  expect((await press(link)).statusCode).toBe(404)
  site.at(NOW)
  await site.database.update(people).set({ emailVersion: 2 }).where(eq(people.emailKey, EMAIL))
  expect((await press(link)).statusCode).toBe(404)
  await site.database.update(people).set({ emailVersion: 1 }).where(eq(people.emailKey, EMAIL))
  expect((await press(link)).statusCode).toBe(303)
})

test('R18: the tables and the outbox hold nothing that opens an account', async () => {
  const key = (await linkFor('link')).split('/').at(-1) ?? ''
  const kept = JSON.stringify([
    await site.database.select().from(accountTokens),
    await site.database.select().from(mails),
  ])
  expect(kept).not.toContain(key)
})

test('R18: a new password ends every session, drops the other links, and is told by mail', async () => {
  const thief = site.browser()
  await thief.post('/connexion', { email: EMAIL, mot_de_passe: PASSWORD })
  const waiting = await linkFor('link')
  const link = await linkFor('reset')
  const browser = site.browser()
  expect((await browser.post(link, { submission: newKey(), mot_de_passe: 'court' })).statusCode).toBe(422)
  expect((await browser.post(link, { submission: newKey(), mot_de_passe: NEW })).statusCode).toBe(303)
  expect((await browser.get('/mon-espace/profil')).statusCode).toBe(200)
  expect((await thief.get('/mon-espace/profil')).statusCode).toBe(401)
  expect((await press(waiting)).statusCode).toBe(404)
  const signIn = (mot_de_passe: string) => site.browser().post('/connexion', { email: EMAIL, mot_de_passe })
  expect((await signIn(PASSWORD)).statusCode).toBe(422)
  expect((await signIn(NEW)).statusCode).toBe(303)
  expect((await site.mails()).filter(({ kind }) => kind === 'account-password-changed')).toHaveLength(1)
})

test.each(['link', 'reset'] as const)(
  'ACC-6: asking a %s for any address is answered alike, by as many statements',
  async (purpose) => {
    await openAccount(site, `suspendue-${purpose}@exemple.fr`)
    await site.database
      .update(people)
      .set({ state: 'suspended' })
      .where(eq(people.emailKey, `suspendue-${purpose}@exemple.fr`))
    await site.browser().post('/creer-un-compte/createur', creatorForm(`attente-${purpose}@exemple.fr`))
    const seen: string[] = []
    for (const email of [
      EMAIL,
      'inconnu@exemple.fr',
      `suspendue-${purpose}@exemple.fr`,
      `attente-${purpose}@exemple.fr`,
    ]) {
      const before = site.database.statements()
      const { body, statusCode, headers } = await ask(purpose, email)
      seen.push(
        JSON.stringify([statusCode, body, headers.location, Object.keys(headers), site.database.statements() - before]),
      )
    }
    expect(new Set(seen).size).toBe(1)
    const written = await site.mails()
    expect(written.filter(({ recipient }) => recipient === 'inconnu@exemple.fr')).toEqual([])
    expect(
      written
        .filter(({ recipient }) => recipient === 'personne@sans-compte.invalid')
        .every(({ content }) => content === undefined),
    ).toBe(true)
  },
)

test('R17: choosing a password costs work, so a network without a good link soon waits', async () => {
  const choose = () => press(`/mot-de-passe/${newKey()}`, { mot_de_passe: NEW })
  const answers: number[] = []
  for (let time = 0; time <= RESETS_PER_NETWORK.tries; time++) answers.push((await choose()).statusCode)
  expect(answers).toEqual([...Array(RESETS_PER_NETWORK.tries).fill(404), 429])
})

test('B24: an address gets three mails of a kind a day', async () => {
  const before = (await site.mails()).length
  for (let time = 0; time < 5; time++) await ask('link')
  expect((await site.mails()).length - before).toBe(3)
})

test('an attempt that nobody confirmed is erased after seven days, its links with it', async () => {
  const email = 'oubli@exemple.fr'
  await site.browser().post('/creer-un-compte/createur', creatorForm(email))
  const link = await linkIn(site, 'account-confirm', email)
  await sweepAccounts(site.database, Temporal.Instant.from('2026-12-01T08:59:00Z'))
  expect((await site.browser().get(link)).statusCode).toBe(200)
  await sweepAccounts(site.database, Temporal.Instant.from('2026-12-01T09:01:00Z'))
  expect((await site.browser().get(link)).statusCode).toBe(404)
  expect(await site.database.select().from(people).where(eq(people.emailKey, email))).toEqual([])
})
