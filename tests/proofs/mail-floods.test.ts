import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { makeProject } from './access-world-of-projects.ts'
import { MAIL_FORMS, type MailForm } from './mail-forms.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())
beforeEach(() => site.database.execute(sql`delete from rate_limits`))

let count = 0
const someone = () => `y${String(++count).padStart(6, '0')}@exemple.test`
const pathOf = (url = '') => url.replace('http://localhost:3000', '')
const mailsTo = async (recipient: string) => (await site.mails()).filter((mail) => mail.recipient === recipient)

describe('B24: floods of mail', () => {
  const [recommend, authorise] = MAIL_FORMS as [MailForm, MailForm]

  test('an address without account gets three mails a day, whoever sends them and by whichever form', async () => {
    const email = someone()
    for (const form of [recommend, authorise, authorise, recommend, authorise])
      expect((await (await form.open(site)).send(email)).statusCode).toBe(303)
    expect(await mailsTo(email)).toHaveLength(3)
    site.at('2026-11-25T09:00:01Z')
    await (await recommend.open(site)).send(email)
    expect(await mailsTo(email)).toHaveLength(4)
    site.at(NOW)
  })

  test('each mail to an address without account has the way out, which holds for every form, and for what waits', async () => {
    const email = someone()
    for (const form of [recommend, authorise]) await (await form.open(site)).send(email)
    const mails = await mailsTo(email)
    const links = new Set(mails.map(({ content }) => content?.unsubscribe))
    expect([mails.length, links.size]).toEqual([2, 1])
    const [link = ''] = links
    expect((await site.browser().get(pathOf(link))).statusCode).toBe(200)
    expect(
      (await mailsTo(email)).every(({ content }) => content !== undefined),
      'a look stops nothing',
    ).toBe(true)
    expect((await site.browser().post(pathOf(link))).statusCode).toBe(200)
    expect((await mailsTo(email)).map(({ content }) => content)).toEqual([undefined, undefined])
    for (const form of [recommend, authorise]) await (await form.open(site)).send(email)
    expect(await mailsTo(email)).toHaveLength(2)
    const other = someone()
    await (await recommend.open(site)).send(other)
    expect((await mailsTo(other))[0]?.content).toBeDefined()
  })

  test('a professional recommends thirty pages a day; the next is kept as typed', async () => {
    const asker = await recommend.open(site)
    const statuses: number[] = []
    for (let rank = 0; rank < 30; rank++) statuses.push((await asker.send(someone())).statusCode)
    expect(new Set(statuses)).toEqual(new Set([303]))
    const email = someone()
    const answer = await asker.send(email, { mot: 'Ce que j’ai écrit' })
    expect(answer.statusCode).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.body).toContain(email)
    expect(answer.body).toContain('Ce que j’ai écrit')
    expect(await mailsTo(email)).toHaveLength(0)
    site.at('2026-11-25T09:00:01Z')
    expect((await asker.send(email)).statusCode).toBe(303)
    site.at(NOW)
  })

  test('a page goes to an address once a week, over all professionals, at once or in turn', async () => {
    const event = await make.event(site.database)
    const url = addresses.contents.recommend({ content: event.id })
    for (const email of [someone(), (await make.person(site.database, { email: someone() })).email]) {
      const browsers = await Promise.all(Array.from({ length: 6 }, () => make.signedIn(site, { role: 'professional' })))
      const answers = await Promise.all(
        browsers.flatMap(({ browser }) =>
          [1, 2].map(() => browser.post(url, { submission: `semaine-${++count}`, email })),
        ),
      )
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(6).fill(303), ...Array(6).fill(422)])
      expect(await mailsTo(email)).toHaveLength(1)
      site.at('2026-11-30T09:00:00Z')
      const late = await make.signedIn(site, { role: 'professional' })
      await late.browser.post(url, { submission: `semaine-${++count}`, email })
      expect(await mailsTo(email)).toHaveLength(1)
      site.at('2026-12-07T09:00:01Z')
      const later = await make.signedIn(site, { role: 'professional' })
      await later.browser.post(url, { submission: `semaine-${++count}`, email })
      expect(await mailsTo(email)).toHaveLength(2)
      site.at(NOW)
    }
  })

  test('an account gets ten recommendations a day by mail; the others are in its space', async () => {
    const { email, browser } = await make.signedIn(site, { email: someone() })
    for (let rank = 0; rank < 12; rank++) await (await recommend.open(site)).send(email)
    expect(await mailsTo(email)).toHaveLength(10)
    const { body } = await browser.get(addresses.mySpace.recommendations())
    expect(body.match(/Oser se lancer/g)).toHaveLength(12)
  })

  test('a creator authorises twenty addresses a day; the next is kept as typed', async () => {
    const asker = await authorise.open(site)
    for (let rank = 0; rank < 20; rank++) expect((await asker.send(someone())).statusCode).toBe(303)
    const email = someone()
    const answer = await asker.send(email)
    expect(answer.statusCode).toBe(429)
    expect(answer.body).toContain(email)
    expect(await mailsTo(email)).toHaveLength(0)
  })

  test('authorised and withdrawn again and again, a professional gets three mails a day of one project', async () => {
    const creator = await make.signedIn(site)
    const { email } = await make.person(site.database, { email: someone(), role: 'professional' })
    const made = await makeProject(site, { ownerId: creator.id, adviserId: creator.id })
    const url = addresses.projects.advisers({ project: made.id })
    for (let rank = 0; rank < 6; rank++) {
      expect((await creator.browser.post(url, { submission: `encore-${++count}`, email })).statusCode).toBe(303)
      const adviser = /\/professionnels\/(\d+)\/[a-z]+"/g
      const [last] = [...(await creator.browser.get(url)).body.matchAll(adviser)]
        .map(([, id]) => Number(id))
        .sort((a, b) => b - a)
      await creator.browser.post(addresses.projects.withdraw({ project: made.id, adviser: last ?? 0 }), {
        submission: `retrait-${++count}`,
      })
    }
    const told = (await mailsTo(email)).filter(({ kind }) => kind === 'project-authorised')
    expect(told).toHaveLength(3)
  })
})
