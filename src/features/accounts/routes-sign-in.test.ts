import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newKey } from '#platform/keys.ts'
import { rateLimits } from '#platform/rate-limits/tables.ts'
import { openAccount, PASSWORD } from '#tests/account-journey.ts'
import { type Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { people, sessions } from './tables.ts'

const NOW = '2026-11-24T09:00:00Z'
const EMAIL = 'zoe@exemple.fr'
let site: TestSite
let known: Browser
beforeAll(async () => {
  site = await openSite({ now: NOW })
  known = await openAccount(site, EMAIL)
})
beforeEach(async () => {
  site.at(NOW)
  await site.database.delete(rateLimits)
})
afterAll(() => site.close())

const from = (browser: Browser, email: string, mot_de_passe: string, headers: Record<string, string> = {}) =>
  browser.post('/connexion', { submission: newKey(), email, mot_de_passe }, headers)
const statusOf = async (browser: Browser, password = 'faux mot de passe') =>
  (await from(browser, EMAIL, password)).statusCode

test('signing in by password opens the personal space, with a session cookie that scripts cannot read', async () => {
  const answer = await from(site.browser(), '  ZOE@Exemple.fr ', PASSWORD)
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/mon-espace')
  const cookies = [answer.headers['set-cookie']].flat()
  expect(cookies.find((cookie) => cookie?.startsWith('session='))).toMatch(
    /Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  )
})

test('B12: on https the cookie is bound to the host', async () => {
  const secure = await openSite({ now: NOW, settings: { PUBLIC_URL: 'https://localhost:3000' } })
  await openAccount(secure, EMAIL)
  const answer = await from(secure.browser(), EMAIL, PASSWORD)
  const cookies = [answer.headers['set-cookie']].flat().join('\n')
  expect(cookies).toMatch(/^__Host-session=[a-z2-7]{26}; Path=\/; .*; Secure$/m)
  await secure.close()
})

test('ACC-6: a wrong password, an unknown address and a suspended account are answered alike, to the byte', async () => {
  const suspended = await openAccount(site, 'suspendue@exemple.fr')
  await site.database.update(people).set({ state: 'suspended' }).where(eq(people.emailKey, 'suspendue@exemple.fr'))
  expect((await suspended.get('/mon-espace/profil')).statusCode).toBe(401)
  const answers = [
    await from(site.browser(), EMAIL, 'faux mot de passe'),
    await from(site.browser(), 'inconnu@exemple.fr', PASSWORD),
    await from(site.browser(), 'suspendue@exemple.fr', PASSWORD),
  ]
  const plain = answers.map(({ body, statusCode }) => statusCode + body.replace(/(nonce|value)="[^"]*"/g, ''))
  expect(plain[0]).toContain('ne vont pas ensemble')
  expect(new Set(plain).size).toBe(1)
})

test('R17: the sixth try from one network waits, right or wrong, known address or not', async () => {
  const stranger = site.browser()
  for (let time = 0; time < 5; time++) expect(await statusOf(stranger)).toBe(422)
  const refused = await from(stranger, EMAIL, PASSWORD)
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800)
  for (let time = 0; time < 5; time++) await from(stranger, 'inconnu@exemple.fr', 'faux mot de passe')
  expect((await from(stranger, 'inconnu@exemple.fr', 'faux mot de passe')).statusCode).toBe(429)
  site.at('2026-11-24T09:16:00Z')
  expect(await statusOf(stranger, PASSWORD)).toBe(303)
})

test('R17: the owner enters from a known browser while others are shut out', async () => {
  const attacker = site.browser()
  for (let time = 0; time < 6; time++) await from(attacker, EMAIL, 'faux mot de passe')
  expect(await statusOf(site.browser(), PASSWORD)).toBe(429)
  await known.post('/deconnexion')
  expect(await statusOf(known, PASSWORD)).toBe(303)
})

test('R17: a forged mark of a known browser gives nothing', async () => {
  const attacker = site.browser()
  for (let time = 0; time < 6; time++) await from(attacker, EMAIL, 'faux mot de passe')
  attacker.setCookie('appareil', `${newKey()}.${'A'.repeat(43)}`)
  expect(await statusOf(attacker, PASSWORD)).toBe(429)
})

test('R17: fifty tries an hour from one network, whatever the addresses and a forged X-Forwarded-For', async () => {
  const attacker = site.browser()
  const statuses = await Promise.all(
    Array.from({ length: 52 }, (_, rank) =>
      from(attacker, `cible${rank}@exemple.fr`, 'faux mot de passe', { 'x-forwarded-for': `10.0.0.${rank}` }).then(
        ({ statusCode }) => statusCode,
      ),
    ),
  )
  expect(statuses.filter((status) => status === 422)).toHaveLength(50)
  expect(statuses.filter((status) => status === 429)).toHaveLength(2)
})

test('R17: tries that succeed are not held against a network', async () => {
  for (let time = 0; time < 8; time++) expect(await statusOf(site.browser(), PASSWORD)).toBe(303)
  const rows = await site.database.select().from(rateLimits)
  expect(rows.filter(({ count }) => count > 0)).toEqual([])
})

test('B20: a key given beforehand is never taken over: the session has a new one', async () => {
  const browser = site.browser()
  browser.setCookie('session', newKey())
  const before = browser.cookieHeader
  await from(browser, EMAIL, PASSWORD)
  expect(browser.cookieHeader).not.toContain(before)
  expect((await browser.get('/mon-espace/profil')).statusCode).toBe(200)
})

test('B20: after signing out the old cookie opens nothing', async () => {
  const { browser } = await make.signedIn(site)
  const old = browser.cookieHeader
  await browser.post('/deconnexion')
  expect((await site.browser().get('/mon-espace/profil', { cookie: old })).statusCode).toBe(401)
})

test('B20: signing out everywhere ends every browser of that person and of nobody else', async () => {
  const other = await make.signedIn(site)
  const phone = site.browser()
  const desk = site.browser()
  await from(phone, EMAIL, PASSWORD)
  await from(desk, EMAIL, PASSWORD)
  const { rows } = await site.database.execute(
    sql`select count(*)::int n from sessions s join people p on p.id = s.person_id where p.email_key = ${EMAIL}`,
  )
  expect(wordsOf((await desk.get('/mon-espace/profil')).body)).toContain(`ouvert sur ${rows[0]?.n} appareils`)
  const answer = await desk.post('/mon-espace/profil/deconnexions')
  expect(answer.headers.location).toBe('/connexion')
  expect((await phone.get('/mon-espace/profil')).statusCode).toBe(401)
  expect((await other.browser.get('/mon-espace/profil')).statusCode).toBe(200)
})

test.each([
  ['creator', '2026-12-24T08:00:00Z', 200],
  ['creator', '2026-12-24T10:00:00Z', 401],
  ['administrator', '2026-11-24T16:30:00Z', 200],
  ['administrator', '2026-11-24T17:30:00Z', 401],
] as const)('B20: the session of a %s not seen until %s answers %i', async (role, until, status) => {
  const { browser } = await make.signedIn(site, { role })
  site.at(until)
  expect((await browser.get('/mon-espace/profil')).statusCode).toBe(status)
})

test('an administrator who keeps working stays signed in', async () => {
  const { browser } = await make.signedIn(site, { role: 'administrator' })
  for (const hour of ['13', '17', '21']) {
    site.at(`2026-11-24T${hour}:00:00Z`)
    expect((await browser.get('/mon-espace/profil')).statusCode).toBe(200)
  }
})

test('a change of role or a suspension holds from the next request', async () => {
  const { browser, id } = await make.signedIn(site, { role: 'administrator' })
  expect((await browser.get('/admin/comptes')).statusCode).toBe(200)
  await site.database.update(people).set({ role: 'creator' }).where(eq(people.id, id))
  expect((await browser.get('/admin/comptes')).statusCode).toBe(403)
  await site.database.update(people).set({ state: 'suspended' }).where(eq(people.id, id))
  expect((await browser.get('/admin/comptes')).statusCode).toBe(401)
})

test('what the table holds of a session opens nothing', async () => {
  const [row] = await site.database.select().from(sessions)
  const answer = await site.browser().get('/mon-espace/profil', { cookie: `session=${row?.keyHash}` })
  expect(answer.statusCode).toBe(401)
})

test('the page of 401 comes back where one was going', async () => {
  const browser = site.browser()
  const asked = await browser.get('/mon-espace/profil?a=1')
  expect(asked.statusCode).toBe(401)
  const retour = fieldOf(asked.body, 'retour')
  const answer = await browser.post('/connexion', { retour, email: EMAIL, mot_de_passe: PASSWORD })
  expect(answer.headers.location).toBe('/mon-espace/profil?a=1')
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  '/%0d%0aevil',
  'http://a@b',
  '',
  '/connexion',
])('B11: « %s » never leads out of the site', async (retour) => {
  const answer = await site.browser().post('/connexion', { retour, email: EMAIL, mot_de_passe: PASSWORD })
  expect(String(answer.headers.location)).toMatch(/^\/(?![/\\])/)
  expect(String(answer.headers.location)).not.toMatch(/^\/connexion/)
})

test('R13: a form sent after the end of its session is kept, and leaves once signed in again', async () => {
  const browser = site.browser()
  const lost = await browser.post('/mon-espace/profil', { submission: newKey(), nom: 'Zoé « la » N’Guessan & co' })
  expect(lost.statusCode).toBe(401)
  const form = { retour: fieldOf(lost.body, 'retour'), reprise: fieldOf(lost.body, 'reprise') }
  const again = await browser.post('/connexion', { ...form, email: EMAIL, mot_de_passe: 'faux mot de passe' })
  expect(fieldOf(again.body, 'reprise')).toBe(fieldOf(lost.body, 'reprise'))
  const resumed = await browser.post('/connexion', { ...form, email: EMAIL, mot_de_passe: PASSWORD })
  expect(wordsOf(resumed.body)).toContain('Ce que vous aviez tapé n’est pas encore parti')
  expect(resumed.body).toContain('action="/mon-espace/profil"')
  const nom = fieldOf(resumed.body, 'nom')
  await browser.send('/mon-espace/profil', { submission: fieldOf(resumed.body, 'submission'), nom })
  const [row] = await site.database.select().from(people).where(eq(people.emailKey, EMAIL))
  expect(row?.name).toBe('Zoé « la » N’Guessan & co')
})

test('B12: a form that comes from another site signs nobody in', async () => {
  const form = { email: EMAIL, mot_de_passe: PASSWORD }
  const answer = await site.browser().post('/connexion', form, { 'sec-fetch-site': 'cross-site' })
  expect(answer.statusCode).toBe(403)
  expect(answer.headers['set-cookie']).toBeUndefined()
})
