import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '#features/accounts/tables.ts'
import { structures } from '#features/structures/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { linkIn, loadRhone, professionalForm } from '#tests/account-journey.ts'
import { type Browser, wordsOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { createContentIn } from './actions.ts'
import { authorRequests } from './membership-tables.ts'
import { contentAuthors } from './tables.ts'

const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
let site: TestSite
let admin: Browser
let author: Awaited<ReturnType<typeof make.signedIn>>

beforeAll(async () => {
  site = await openSite({ now: now.toString() })
  await loadRhone(site)
  admin = (await make.signedIn(site, { role: 'administrator' })).browser
  author = await make.signedIn(site, { role: 'professional' })
})
afterAll(() => site.close())

async function structure(title: string) {
  return transact(site.database, async (tx) => {
    const text = {
      title,
      summary: '',
      presentation: '',
      access: 'public',
      state: 'published',
      departements: [],
    } as const
    const made = await createContentIn(tx, { ...text, kind: 'structure', structureId: null, authorId: author.id, now })
    await tx.insert(structures).values({ contentId: made.id, searchName: title.toLowerCase() })
    return { ...made, url: `/structures/${made.slug}-${made.id}` }
  })
}

async function invited(url: string, courriel: string): Promise<string> {
  await author.browser.post(`${url}/auteurs`, { submission: newKey(), geste: 'inviter', courriel })
  const mail = (await site.mails()).findLast(
    ({ kind, recipient }) => kind === 'author-invited' && recipient === courriel,
  )
  return /localhost:3000(\/invitations\/[a-z2-7]{26})/.exec(JSON.stringify(mail?.content))?.[1] ?? ''
}

const authorsOf = (contentId: number) => site.database.$count(contentAuthors, eq(contentAuthors.contentId, contentId))

test('STR-2: invited without an account, one accepts, signs up, and is an author once validated', async () => {
  const { id, url } = await structure('Le Tremplin')
  const link = await invited(url, 'nouvelle@exemple.fr')
  const browser = site.browser()
  expect(wordsOf((await browser.get(link)).body)).toContain('Créer un compte professionnel')
  const accepted = await browser.post(link, { submission: newKey() })
  expect(accepted.headers.location).toBe('/creer-un-compte/professionnel')
  await browser.post('/creer-un-compte/professionnel', professionalForm('nouvelle@exemple.fr'))
  await browser.send(await linkIn(site, 'account-confirm', 'nouvelle@exemple.fr'), { submission: newKey() })
  expect(await authorsOf(id)).toBe(1)
  const [person] = await site.database.select().from(people).where(eq(people.emailKey, 'nouvelle@exemple.fr'))
  await admin.post(`/admin/comptes/${person?.id}/validation`, { submission: newKey(), role: 'professional' })
  expect(await authorsOf(id)).toBe(2)
  expect((await browser.get(`${url}/modifier`)).statusCode).toBe(200)
})

test('STR-2: an invitation works once, for its address, and dies with the rights of who sent it', async () => {
  const { id, url } = await structure('La Fabrique')
  const first = await invited(url, 'collegue@exemple.fr')
  const link = await invited(url, 'collegue@exemple.fr')
  const colleague = await make.signedIn(site, { role: 'professional', email: 'collegue@exemple.fr' })
  expect((await colleague.browser.get(first)).statusCode).toBe(404)
  await site.database.delete(contentAuthors).where(eq(contentAuthors.contentId, id))
  expect((await colleague.browser.post(link, { submission: newKey() })).statusCode).toBe(404)
  expect(await authorsOf(id)).toBe(0)
})

test('B24: an address gets three invitations a day, whoever sends them, with or without an account', async () => {
  await make.person(site.database, { email: 'connue@exemple.fr' })
  const inviters = await Promise.all(['Un', 'Deux'].map((title) => structure(title)))
  for (const courriel of ['cible@exemple.fr', 'connue@exemple.fr']) {
    const answers: number[] = []
    for (const { url } of [...inviters, ...inviters]) {
      const form = { submission: newKey(), geste: 'inviter', courriel }
      answers.push((await author.browser.post(`${url}/auteurs`, form)).statusCode)
    }
    expect(answers).toEqual([303, 303, 303, 429])
    expect((await site.mails()).filter(({ recipient }) => recipient === courriel).length).toBe(3)
  }
})

test('STR-2: ten presses of the same button at once make one author and one mail', async () => {
  const { id, url } = await structure('Le Labo')
  const link = await invited(url, 'presse@exemple.fr')
  const { browser } = await make.signedIn(site, { role: 'professional', email: 'presse@exemple.fr' })
  const answers = await Promise.all(Array.from({ length: 10 }, () => browser.post(link, { submission: newKey() })))
  expect(answers.filter(({ statusCode }) => statusCode === 303).length).toBe(1)
  expect(await authorsOf(id)).toBe(2)
})

test('STR-2: two judges answer the same request at once: one answer, one mail', async () => {
  const { id, url } = await structure('Le Quai')
  const asking = await make.signedIn(site, { role: 'professional', email: 'demande@exemple.fr' })
  await asking.browser.post(`${url}/demandes`, { submission: newKey(), message: '' })
  const [request] = await site.database.select().from(authorRequests).where(eq(authorRequests.contentId, id))
  const base = `/admin/structures/demandes/${request?.id}`
  const answers = await Promise.all([
    admin.post(`${base}/validation`, { submission: newKey() }),
    admin.post(`${base}/refus`, { submission: newKey(), motif: 'Non.' }),
    admin.post(`${base}/validation`, { submission: newKey() }),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409])
  const mails = (await site.mails()).filter(({ recipient }) => recipient === 'demande@exemple.fr')
  expect(mails.length).toBe(1)
})
