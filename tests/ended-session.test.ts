import naughty from 'big-list-of-naughty-strings'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { readKeptForm } from '#features/accounts/kept-form.ts'
import { credentials } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { newKey } from '#platform/keys.ts'
import { hashPassword } from '#platform/passwords.ts'
import { type Browser, fieldOf, hiddenFieldsOf } from './browser.ts'
import { eventForm } from './event-form.ts'
import { make, NOW } from './make.ts'
import { openSite, type TestSite } from './site.ts'

const PASSWORD = 'une phrase de passe'
const LONG = 'À « suivre » & <b>fin</b>, 100 %\n'.repeat(3500)

let site: TestSite
let author: { id: number; email: string }

beforeAll(async () => {
  site = await openSite({ now: NOW })
  await loadTerritory(site.database, Temporal.Instant.from(NOW))
  author = await make.person(site.database, { role: 'professional' })
  const passwordHash = await hashPassword(PASSWORD)
  await site.database
    .insert(credentials)
    .values({ personId: author.id, passwordHash, changedAt: Temporal.Instant.from(NOW) })
})
afterAll(() => site.close())

/** Sent without a session, then signed in: the form of the page that proposes to send it again. */
async function sendAndSignIn(browser: Browser, url: string, form: [string, string][]): Promise<[string, string][]> {
  const lost = await browser.post(url, entriesAsForm(form))
  expect(lost.statusCode).toBe(401)
  const signIn = { retour: fieldOf(lost.body, 'retour'), reprise: fieldOf(lost.body, 'reprise') }
  const resumed = await browser.post('/connexion', { ...signIn, email: author.email, mot_de_passe: PASSWORD })
  expect(resumed.statusCode).toBe(200)
  return hiddenFieldsOf(resumed.body, url)
}

function entriesAsForm(entries: readonly [string, string][]): Record<string, string[]> {
  const form: Record<string, string[]> = {}
  for (const [name, value] of entries) form[name] = [...(form[name] ?? []), value]
  return form
}

test('R13: every form that asks for a session carries a long text, whole, through the page that signs in', async () => {
  const params: Record<string, string> = { item: 'x-1', form: 'event-1', key: newKey() }
  const posts = site.app.site.routes().filter(({ method }) => method === 'POST')
  const asked: string[] = []
  for (const { path } of posts) {
    const url = path.replace(/:([a-z]+)/gi, (_, name: string) => params[name] ?? '1')
    const browser = site.browser()
    const typed: [string, string][] = [
      ['submission', newKey()],
      ['titre', 'É'],
      ['liste', 'a'],
      ['liste', 'b'],
      ['texte', LONG],
    ]
    const first = await browser.post(url, entriesAsForm(typed))
    expect(first.statusCode, url).toBeLessThan(500)
    if (first.statusCode !== 401) continue
    asked.push(path)
    expect(readKeptForm(fieldOf(first.body, 'reprise')), url).toEqual(typed)
    expect(fieldOf(first.body, 'retour')).toBe(url)
  }
  const long = posts.map(({ path }) => path).filter((path) => /\/(?:ajouter|modifier)$/.test(path))
  expect(long).toContain(addresses.events.edit.path)
  expect(long.filter((path) => !asked.includes(path))).toEqual([])
})

test('R13: the same text reaches the base, once, and what the autosave kept goes with it', async () => {
  const typed = Object.entries(eventForm({ titre: 'Après la fin de session', presentation: LONG.slice(0, 18_000) }))
  const browser = site.browser()
  const fields = await sendAndSignIn(browser, addresses.events.new(), typed)
  expect(fields).toEqual(typed)
  const [one, other] = [
    await browser.post(addresses.events.new(), Object.fromEntries(fields)),
    await browser.post(addresses.events.new(), Object.fromEntries(fields)),
  ]
  expect([one.statusCode, other.statusCode]).toEqual([303, 303])
  expect(other.headers.location).toBe(one.headers.location)
  const rows = await site.database.select().from(contents).where(eq(contents.title, 'Après la fin de session'))
  expect(rows).toHaveLength(1)
  expect(rows[0]?.presentation).toContain('suivre')
  expect(one.headers.location).toBe(addresses.events.one({ item: itemOf(rows[0] as { id: number; slug: string }) }))
})

test('R13: strange texts come through signing in as they were, in no more room than they took', async () => {
  const url = addresses.events.new()
  const typed: [string, string][] = naughty.slice(0, 400).map((text, rank) => [`champ.${rank}`, text.toWellFormed()])
  expect(await sendAndSignIn(site.browser(), url, typed)).toEqual(typed)
  const wide: [string, string][] = [['texte', '創業'.repeat(50_000)]]
  expect(await sendAndSignIn(site.browser(), url, wide)).toEqual(wide)
})

test('R13: a wrong password on the way keeps the text; a password that was in the form is never carried', async () => {
  const url = addresses.mySpace.profile()
  const browser = site.browser()
  const lost = await browser.post(url, { nom: 'Zoé', mot_de_passe: 'secret à moi' })
  expect(lost.body).not.toContain('secret à moi')
  const signIn = { retour: fieldOf(lost.body, 'retour'), reprise: fieldOf(lost.body, 'reprise') }
  const again = await browser.post('/connexion', { ...signIn, email: author.email, mot_de_passe: 'faux, vraiment' })
  expect(again.statusCode).toBe(422)
  expect(fieldOf(again.body, 'reprise')).toBe(signIn.reprise)
})

test('R13: signing in by the link of a mail keeps the form on its page: once in, it is sent, once', async () => {
  const typed = Object.entries(eventForm({ titre: 'Par le lien', presentation: LONG.slice(0, 18_000) }))
  const browser = site.browser()
  const url = addresses.events.new()
  const lost = await browser.post(url, entriesAsForm(typed))
  expect(lost.body).toContain(`formaction="${addresses.account.signInByLink()}"`)
  const kept = { retour: fieldOf(lost.body, 'retour'), reprise: fieldOf(lost.body, 'reprise') }
  const ask = { submission: fieldOf(lost.body, 'submission'), ...kept, mot_de_passe: '' }
  const slip = await browser.post(addresses.account.signInByLink(), { ...ask, email: 'pas une adresse' })
  expect([slip.statusCode, fieldOf(slip.body, 'reprise')]).toEqual([422, kept.reprise])
  const left = await browser.post(addresses.account.signInByLink(), { ...ask, email: author.email })
  expect(left.statusCode).toBe(200)
  const fields = hiddenFieldsOf(left.body, url)
  expect(fields).toEqual(typed)
  const again = await browser.post(addresses.account.signInByLink(), { ...ask, email: author.email })
  expect(hiddenFieldsOf(again.body, url)).toEqual(typed)
  const mails = await site.mails({ kind: 'account-link', recipient: author.email })
  expect(mails).toHaveLength(1)
  expect((await browser.post(url, entriesAsForm(fields))).statusCode).toBe(401)
  const link = /localhost:3000(\/connexion\/lien\/[a-z2-7]{26})/.exec(JSON.stringify(mails[0]?.content))?.[1] ?? ''
  expect((await site.browser().get(link)).body).not.toContain('Par le lien')
  expect((await browser.post(link, { submission: newKey() })).statusCode).toBe(303)
  expect((await browser.post(url, entriesAsForm(fields))).statusCode).toBe(303)
  expect(await site.database.$count(contents, eq(contents.title, 'Par le lien'))).toBe(1)
})

test.each(['{', '[[1,2]]', '"x"', '[["a"]]', 'null'])(
  'B14: « %s » in place of a kept form is no form',
  async (reprise) => {
    const form = { retour: '/mon-espace/profil', reprise, email: author.email, mot_de_passe: PASSWORD }
    const answer = await site.browser().post('/connexion', form)
    expect(answer.statusCode).toBe(200)
    expect(hiddenFieldsOf(answer.body, '/mon-espace/profil')).toEqual([])
  },
)

test('P4: signing up and writing to us need no session: refused, both come back with all that was typed', async () => {
  const contact = { nom: 'Zoé « & »', email: 'pas une adresse', sujet: '', message: LONG.slice(0, 4000) }
  const written = await site.browser().post(addresses.contact(), { ...contact, submission: newKey() })
  expect(written.statusCode).toBe(422)
  expect(fieldOf(written.body, 'nom')).toBe(contact.nom)
  expect(written.body).toContain('suivre » &amp; &lt;b>fin&lt;/b>, 100 %')
  const signUp = { nom: 'Zoé « & »', email: 'pas une adresse', mot_de_passe: 'court', submission: newKey() }
  const refused = await site.browser().post(addresses.account.signUpCreator(), signUp)
  expect(refused.statusCode).toBe(422)
  expect(fieldOf(refused.body, 'nom')).toBe(signUp.nom)
  expect(fieldOf(refused.body, 'email')).toBe(signUp.email)
  expect(refused.body).not.toContain('court"')
})
