import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { people } from '#features/accounts/tables.ts'
import { projectComments } from '#features/projects/tables.ts'
import { daysLater } from '#kernel/time'
import { wordsOf } from '#tests/browser.ts'
import { type SignedIn, signedIn } from '#tests/event-form.ts'
import { make, NOW } from '#tests/make.ts'
import { makeProject } from '#tests/proofs/access-world-of-projects.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { PAGE_SIZE } from './queries.ts'

let site: TestSite
let author: SignedIn
let creator: SignedIn

beforeAll(async () => {
  site = await openSite({ now: NOW })
  author = await signedIn(site, 'professional')
  creator = await signedIn(site, 'creator')
})
afterAll(() => site.close())

const { home, events, eventRegistrations, registrations, profile } = addresses.mySpace

test('« Mon espace » asks to sign in first', async () => {
  expect((await site.browser().get(home())).statusCode).toBe(401)
  expect((await site.browser().get(events())).statusCode).toBe(401)
})

test('ESP-1: a professional creates an event, sees his next dates, all his events and their registrants', async () => {
  const coming = await make.event(site.database, { authorId: author.id, title: 'À venir' })
  await make.event(site.database, { authorId: author.id, title: 'Brouillon caché', state: 'draft' })
  await make.event(site.database, { title: 'D’un autre' })
  const { body } = await author.browser.get(home())
  for (const href of [addresses.events.new(), events(), eventRegistrations(), registrations(), profile()]) {
    expect(body).toContain(`href="${href}"`)
  }
  expect(body).toContain(`href="${addresses.events.one({ item: itemOf(coming) })}"`)
  expect(wordsOf(body)).toContain('0 inscrit sur ses dates à venir')
  expect(body.split('Mes prochaines dates')[1]).not.toContain('Brouillon caché')
  expect(body).not.toContain('D’un autre')
})

test('ESP-1: « Voir tous mes évènements » lists drafts too, with « modifier » in the last column', async () => {
  const words = wordsOf((await author.browser.get(events())).body)
  expect(words).toContain('À venir')
  expect(words).toContain('Brouillon caché')
  expect(words).toContain('modifier : À venir')
  expect(words).not.toContain('D’un autre')
})

test('the table of events has pages, and a wrong page is an empty one', async () => {
  const busy = await signedIn(site, 'professional')
  for (let rank = 0; rank <= PAGE_SIZE; rank++)
    await make.event(site.database, { authorId: busy.id, title: `N ${rank}` })
  expect(wordsOf((await busy.browser.get(events())).body)).toContain('Page 1 sur 2')
  expect(wordsOf((await busy.browser.get(`${events()}?page=2`)).body)).toContain('Page 2 sur 2')
  for (const page of ['99999', '-1', 'x', '%00']) {
    expect((await busy.browser.get(`${events()}?page=${page}`)).statusCode).toBe(200)
  }
})

test('ESP-1: projects entrusted say what moved last, and the last moved is first', async () => {
  const adviser = await make.signedIn(site, { role: 'professional' })
  const owner = await make.person(site.database, {})
  const made = [0, 1].map(() => makeProject(site, { ownerId: owner.id, adviserId: adviser.id }))
  const [first, second] = await Promise.all(made)
  const one = eq(projectComments.projectId, first?.id ?? 0)
  await site.database
    .update(projectComments)
    .set({ createdAt: daysLater(Temporal.Instant.from(NOW), 3) })
    .where(one)
  await site.database.delete(projectComments).where(eq(projectComments.projectId, second?.id ?? 0))
  const { body } = await adviser.browser.get(home())
  const at = (id = 0) => body.indexOf(`href="${addresses.projects.one({ project: id })}"`)
  expect(at(first?.id)).toBeGreaterThan(0)
  expect(at(second?.id)).toBeGreaterThan(at(first?.id))
  expect(wordsOf(body)).toMatch(/Dernier commentaire le .* Modifié le /)
})

test('who asked for a professional account and waits is told so in his space, and nobody else', async () => {
  const waiting = await make.signedIn(site)
  const told = 'Votre compte professionnel attend sa validation'
  expect((await waiting.browser.get(home())).body).not.toContain(told)
  await site.database.update(people).set({ professionalState: 'pending' }).where(eq(people.id, waiting.id))
  expect((await waiting.browser.get(home())).body).toContain(told)
})

test('ESP-2: a creator finds the agenda and his registrations, and nothing to publish', async () => {
  const { body } = await creator.browser.get(home())
  expect(body).toContain(`href="${addresses.agenda()}"`)
  expect(body).toContain(`href="${registrations()}"`)
  expect(body).not.toContain(addresses.events.new())
  expect((await creator.browser.get(events())).statusCode).toBe(403)
})

test('each page of the space costs five statements at most', async () => {
  for (const url of [home(), events()]) {
    const before = site.database.statements()
    await author.browser.get(url)
    expect(site.database.statements() - before).toBeLessThanOrEqual(5)
  }
})
