import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditLog } from '#features/audit/tables.ts'
import { newKey } from '#platform/keys.ts'
import { linkIn, loadRhone, professionalForm } from '#tests/account-journey.ts'
import { type Browser, wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { people, personDepartements } from './tables.ts'

let site: TestSite
let admin: Browser
let animator: Browser
let elsewhere: Browser
let made = 0

beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T09:00:00Z' })
  await loadRhone(site)
  admin = (await make.signedIn(site, { role: 'administrator', email: 'admin@exemple.fr' })).browser
  const [here, there] = [
    await make.signedIn(site, { role: 'animator', email: 'ici@exemple.fr' }),
    await make.signedIn(site, { role: 'animator', email: 'ailleurs@exemple.fr' }),
  ]
  await site.database.insert(personDepartements).values([
    { personId: here.id, departement: '69' },
    { personId: there.id, departement: '74' },
  ])
  animator = here.browser
  elsewhere = there.browser
})
afterAll(() => site.close())

/** Signs up a professional of the Rhône, confirmed; returns her browser and number. */
async function waiting(more: Record<string, string> = {}) {
  const email = `pro${++made}@exemple.fr`
  const browser = site.browser()
  await browser.post('/creer-un-compte/professionnel', professionalForm(email, { nom: `Pro ${made}`, ...more }))
  await browser.send(await linkIn(site, 'account-confirm', email), { submission: newKey() })
  const [row] = await site.database.select({ id: people.id }).from(people).where(eq(people.emailKey, email))
  return { browser, email, id: row?.id ?? 0, name: `Pro ${made}` }
}

const validate = (by: Browser, id: number | string, role = 'professional') =>
  by.post(`/admin/comptes/${id}/validation`, { submission: newKey(), role })
const refuse = (by: Browser, id: number, motif: string) =>
  by.post(`/admin/comptes/${id}/refus`, { submission: newKey(), motif })
const stateOf = async (id: number) => {
  const [row] = await site.database.select().from(people).where(eq(people.id, id))
  return [row?.role, row?.professionalState]
}
const mailsOf = async (email: string) =>
  (await site.mails())
    .filter(({ recipient, kind }) => recipient === email && kind !== 'account-confirm')
    .map(({ kind }) => kind)

test('ACC-2: administrators and the animator of the département are told by mail, others are not', async () => {
  const { id } = await waiting()
  const told = (await site.mails())
    .filter(({ kind }) => kind === 'account-to-validate')
    .map(({ recipient }) => recipient)
  expect(told.sort()).toEqual(['admin@exemple.fr', 'ici@exemple.fr'])
  await validate(admin, id)
})

test('ACC-2: the queue shows who, structure, function, département and age; validating gives the role and a mail', async () => {
  const { browser, email, id, name } = await waiting({ publier: 'oui' })
  const words = wordsOf((await animator.get('/admin/comptes')).body)
  for (const word of [name, 'Maison', 'Conseillère', 'Rhône', 'aujourd’hui', 'Souhaite publier'])
    expect(words).toContain(word)
  expect((await validate(animator, id)).statusCode).toBe(303)
  expect(await stateOf(id)).toEqual(['professional', 'validated'])
  expect(await mailsOf(email)).toEqual(['account-validated'])
  expect(wordsOf((await browser.get('/mon-espace/profil')).body)).toContain('Professionnel')
  const [line] = await site.database
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `person:${id}`))
  expect(line?.verb).toBe('account-validated')
})

test('ACC-2: refusing wants a reason, which the person reads in a mail and on her profile', async () => {
  const { browser, email, id } = await waiting()
  const empty = await refuse(admin, id, '  ')
  expect(empty.statusCode).toBe(422)
  expect(await stateOf(id)).toEqual(['creator', 'pending'])
  const reason = 'Nous n’avons pas trouvé votre structure.\n\n<b>Écrivez-nous</b>.'
  expect((await refuse(admin, id, reason)).statusCode).toBe(303)
  expect(await stateOf(id)).toEqual(['creator', 'refused'])
  const mail = (await site.mails()).find(({ recipient, kind }) => recipient === email && kind === 'account-refused')
  expect(mail?.content?.body).toContainEqual({ kind: 'quote', text: reason })
  expect((await browser.get('/mon-espace/profil')).body).toContain('&lt;b>Écrivez-nous')
})

test('ACC-3: an animator neither sees nor judges the accounts of other départements', async () => {
  const { id, name } = await waiting()
  expect(wordsOf((await elsewhere.get('/admin/comptes')).body)).not.toContain(name)
  const [refused, unknown] = [await validate(elsewhere, id), await validate(elsewhere, 999_999)]
  expect(refused.statusCode).toBe(404)
  const plain = (body: string) => body.replace(/nonce="[^"]*"/g, '')
  expect(plain(refused.body)).toBe(plain(unknown.body))
  expect((await elsewhere.post(`/admin/comptes/${id}/refus`, { motif: '' })).statusCode).toBe(404)
  expect(await stateOf(id)).toEqual(['creator', 'pending'])
  await validate(admin, id)
})

test.each(['creator', 'professional', 'reader'] as const)(
  'a %s gets 403 on the queue and its acts, a visitor 401',
  async (role) => {
    const { browser } = await make.signedIn(site, { role })
    expect((await browser.get('/admin/comptes')).statusCode).toBe(403)
    expect((await validate(browser, 1)).statusCode).toBe(403)
    expect((await refuse(browser, 1, 'non')).statusCode).toBe(403)
    expect((await validate(site.browser(), 1)).statusCode).toBe(401)
  },
)

test('one request judged by two at once gets one answer, one mail, and a 409 for the other', async () => {
  const { email, id } = await waiting()
  const answers = await Promise.all([validate(admin, id), refuse(animator, id, 'Non.')])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  expect(await mailsOf(email)).toHaveLength(1)
})

test('R5: « Valider » pressed ten times validates once', async () => {
  const { email, id } = await waiting()
  const form = { submission: newKey(), role: 'reader' }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => admin.post(`/admin/comptes/${id}/validation`, form)),
  )
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([303]))
  expect(await mailsOf(email)).toEqual(['account-validated'])
  expect(await stateOf(id)).toEqual(['reader', 'validated'])
})

test('B14: no form makes an administrator or an animator', async () => {
  const { id } = await waiting()
  for (const role of ['administrator', 'animator', 'creator', ''])
    expect((await validate(admin, id, role)).statusCode).toBe(422)
  expect(await stateOf(id)).toEqual(['creator', 'pending'])
})

test('the queue costs five statements at most, session included', async () => {
  const before = site.database.statements()
  await admin.get('/admin/comptes')
  expect(site.database.statements() - before).toBeLessThanOrEqual(5)
})
