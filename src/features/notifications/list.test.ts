import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { newKey } from '#platform/keys.ts'
import { hiddenFieldsOf, wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { makeProject } from '#tests/proofs/access-world-of-projects.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { notifications } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const now = Temporal.Instant.from(NOW)

test('ESP-3: unread notices of a project that is closed to their reader hide none of the others', async () => {
  const [creator, adviser] = [await make.signedIn(site), await make.signedIn(site, { role: 'professional' })]
  const [lost, kept] = [
    await makeProject(site, { ownerId: creator.id, adviserId: adviser.id }),
    await makeProject(site, { ownerId: creator.id, adviserId: adviser.id }),
  ]
  const notice = (cause: string, comment: number, createdAt: Temporal.Instant) => ({
    ...{ personId: adviser.id, cause, kind: 'project-commented', topic: 'comments', createdAt },
    about: { comment, to: adviser.id },
  })
  const earlier = now.subtract({ hours: 5 })
  await site.database
    .insert(notifications)
    .values([
      notice('kept', kept.commentId, earlier),
      ...Array.from({ length: 70 }, (_, index) => notice(`lost-${index}`, lost.commentId, now)),
    ])
  const { withdraw } = addresses.projects
  const form = { submission: newKey() }
  await creator.browser.post(withdraw({ project: lost.id, adviser: lost.adviserId }), form)
  const page = await adviser.browser.get(addresses.mySpace.notifications())
  expect(page.statusCode).toBe(200)
  expect(wordsOf(page.body)).toContain('a commenté « Canari du Pilat »')
  expect(wordsOf(page.body)).not.toContain('Rien pour l’instant')
})

test('ESP-3: « Tout marquer comme lu » leaves unread what came after the page', async () => {
  const [creator, adviser] = [await make.signedIn(site), await make.signedIn(site, { role: 'professional' })]
  const made = await makeProject(site, { ownerId: creator.id, adviserId: adviser.id })
  const notice = (cause: string) => ({
    ...{ personId: creator.id, cause, kind: 'project-commented', topic: 'comments', createdAt: now },
    about: { comment: made.commentId, to: creator.id },
  })
  await site.database.insert(notifications).values([notice('one'), notice('two')])
  const { mySpace } = addresses
  const page = await creator.browser.get(mySpace.notifications())
  await site.database.insert(notifications).values(notice('three'))
  const fields = Object.fromEntries(hiddenFieldsOf(page.body, mySpace.notificationsRead()))
  await creator.browser.post(mySpace.notificationsRead(), fields)
  const own = and(eq(notifications.personId, creator.id), isNull(notifications.readAt))
  const unread = await site.database.select({ cause: notifications.cause }).from(notifications).where(own)
  expect(unread).toEqual([{ cause: 'three' }])
})
