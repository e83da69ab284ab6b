import { eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, contentPage } from '#addresses'
import { people } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { creatorForm } from '#tests/account-journey.ts'
import { wordsOf } from '#tests/browser.ts'
import { formFieldsOf } from '#tests/form-fields.ts'
import { make, NOW } from '#tests/make.ts'
import { KINDS, type Kind, type Made, makeContents } from '#tests/proofs/content-access-world.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { forgetRecommendations } from './actions.ts'
import { recommendations } from './tables.ts'

type SignedIn = Awaited<ReturnType<typeof make.signedIn>>

let site: TestSite
let author: SignedIn
let made: readonly Made[]
beforeAll(async () => {
  site = await openSite({ now: NOW })
  author = await make.signedIn(site, { role: 'professional', name: 'Camille Durand', structureName: 'La Fabrique' })
  const colleague = await make.person(site.database, { role: 'professional' })
  const people = { authorId: author.id, colleagueId: colleague.id }
  made = (await makeContents(site, people, (situation) => situation === 'published')).made
})
afterAll(() => site.close())

function one(kind: Kind, access: 'public' | 'pro' = 'public'): Made {
  const found = made.find((content) => content.kind === kind && content.access === access)
  if (found === undefined) throw new Error(`no ${kind} ${access}`)
  return found
}

const professional = () => make.signedIn(site, { role: 'professional', name: 'Inès Roux', structureName: 'Les Halles' })
const formOf = ({ id }: { id: number }) => addresses.contents.recommend({ content: id })
let count = 0
const someone = () => `proche${++count}@exemple.test`
const filled = (email: string, mot = '') => ({ submission: `recommande-${++count}`, email, mot })
const mailTo = async (recipient: string) => (await site.mails({ kind: 'recommended', recipient })).at(-1)?.content
const received = addresses.mySpace.recommendations()
const sentList = addresses.mySpace.recommendations({ vue: 'envoyees' })

describe('REC-1: « Recommander »', () => {
  test.each(KINDS)('is at the foot of each %s, for who contributes and nobody else', async (kind) => {
    const content = one(kind)
    const page = contentPage[kind]({ item: content.item })
    for (const role of ['professional', 'animator', 'administrator'] as const) {
      const { browser } = await make.signedIn(site, { role })
      const { body } = await browser.get(page)
      expect(formFieldsOf(body, formOf(content)), role).toMatchObject({ email: [''], mot: [''] })
      expect(wordsOf(body)).toContain('Adresse e-mail de la personne que vous accompagnez')
    }
    for (const role of ['creator', 'reader'] as const) {
      const { browser } = await make.signedIn(site, { role })
      expect((await browser.get(page)).body, role).not.toContain(formOf(content))
    }
    expect((await site.browser().get(page)).body).not.toContain(formOf(content))
  })

  test('is on each line of the base ressource, for who contributes and nobody else', async () => {
    const own = made.filter(({ kind }) => kind === 'resource').map(formOf)
    const { body } = await (await professional()).browser.get(addresses.resources.all())
    for (const href of own) expect(body).toContain(`href="${href}"`)
    for (const browser of [site.browser(), (await make.signedIn(site)).browser])
      expect((await browser.get(addresses.resources.all())).body).not.toContain('/recommandation')
  })

  test.each(KINDS)(
    'sends the link of a %s, by the page alone, with an account offered to who has none',
    async (kind) => {
      const content = one(kind)
      const { browser } = await professional()
      const { body } = await browser.get(formOf(content))
      const email = someone()
      const typed = { ...formFieldsOf(body, formOf(content)), email, mot: 'À lire\navant jeudi.' }
      const answer = await browser.post(formOf(content), typed)
      const page = contentPage[kind]({ item: content.item })
      expect([answer.statusCode, answer.headers.location]).toEqual([303, page])
      expect(wordsOf((await browser.get(page)).body)).toContain(`Recommandé à ${email}.`)
      const mail = await mailTo(email)
      const text = JSON.stringify(mail)
      expect(mail?.subject).toMatch(
        /^Inès Roux vous recommande (un|une) (structure|service|article|ressource|évènement)$/,
      )
      for (const said of [`http://localhost:3000${page}`, `Titre ${content.canary}`, `Resume ${content.canary}`])
        expect(text).toContain(said)
      expect(text).toContain('Inès Roux (Les Halles)')
      expect(text).toContain('À lire\\navant jeudi.')
      expect(text).toContain(`http://localhost:3000${addresses.account.signUpCreator()}`)
      expect(mail?.unsubscribe).toMatch(/^http:\/\/localhost:3000\/ne-plus-recevoir\//)
      expect(mail?.foot?.map(({ href }) => href)).toEqual([mail?.unsubscribe])
    },
  )

  test('who has an account is not asked to make one', async () => {
    const { email } = await make.person(site.database)
    await (await professional()).browser.post(formOf(one('article')), filled(email))
    const mail = await mailTo(email)
    expect(JSON.stringify(mail)).toContain(one('article').canary)
    expect(JSON.stringify(mail)).not.toContain(addresses.account.signUpCreator())
  })
})

describe('REC-2: what is reserved to professionals', () => {
  test.each(KINDS)('is said before sending a %s, in the window and on the page', async (kind) => {
    const { browser } = await professional()
    const warning = 'Un créateur ne pourra pas le voir : son mail ne dira ni le titre ni le résumé'
    for (const content of [one(kind, 'pro'), one(kind)])
      for (const url of [contentPage[kind]({ item: content.item }), formOf(content)])
        expect(wordsOf((await browser.get(url)).body).includes(warning), url).toBe(content.access === 'pro')
  })

  test.each(KINDS)(
    'a creator gets neither title, nor summary, nor link of a %s, and reads nothing of it',
    async (kind) => {
      const content = one(kind, 'pro')
      const creator = await make.signedIn(site)
      const stranger = someone()
      const { browser } = await professional()
      for (const email of [creator.email, stranger]) await browser.post(formOf(content), filled(email))
      for (const email of [creator.email, stranger]) {
        const text = JSON.stringify(await mailTo(email))
        expect(text).toContain('réservé aux professionnels')
        expect(text).toContain(addresses.account.signUpProfessional())
        expect(text).not.toContain(content.canary)
        expect(text).not.toContain(content.item)
      }
      const list = (await creator.browser.get(received)).body
      expect(wordsOf(list)).toContain('Vous ne pouvez pas lire')
      expect(list).not.toContain(content.canary)
      expect((await creator.browser.get(contentPage[kind]({ item: content.item }))).statusCode).toBe(403)
    },
  )

  test('a professional reads it whole; a right lost before the mail leaves takes the title out of it', async () => {
    const content = one('article', 'pro')
    const reader = await make.signedIn(site, { role: 'reader' })
    await (await professional()).browser.post(formOf(content), filled(reader.email))
    expect(JSON.stringify(await mailTo(reader.email))).toContain(content.canary)
    expect((await reader.browser.get(received)).body).toContain(content.canary)
    await site.database.update(people).set({ role: 'creator' }).where(eq(people.id, reader.id))
    expect(JSON.stringify(await mailTo(reader.email))).not.toContain(content.canary)
    expect((await reader.browser.get(received)).body).not.toContain(content.canary)
  })

  test('nothing leaves of a content taken away meanwhile, nor of who may no longer recommend', async () => {
    const content = one('service', 'pro')
    const [kept, sender] = [await make.person(site.database, { role: 'reader' }), await professional()]
    await sender.browser.post(formOf(content), filled(kept.email))
    expect(await mailTo(kept.email)).toBeDefined()
    await site.database.update(contents).set({ state: 'unpublished' }).where(eq(contents.id, content.id))
    expect(await mailTo(kept.email)).toBeUndefined()
    expect((await sender.browser.get(formOf(content))).statusCode).toBe(404)
    await site.database.update(contents).set({ state: 'published' }).where(eq(contents.id, content.id))
    expect(await mailTo(kept.email)).toBeDefined()
    await site.database.update(people).set({ role: 'reader' }).where(eq(people.id, sender.id))
    expect(await mailTo(kept.email)).toBeUndefined()
    expect((await sender.browser.post(formOf(content), filled(someone()))).statusCode).toBe(403)
  })
})

describe('REC-3: what is found again', () => {
  test('« Reçues » has the word and who sent it, « Envoyées » what one sent; a creator has no « Envoyées »', async () => {
    const creator = await make.signedIn(site)
    const sender = await professional()
    await sender.browser.post(formOf(one('event')), filled(creator.email, '<b>Venez</b> & voyez'))
    const list = await creator.browser.get(received)
    expect(list.body).toContain('&lt;b>Venez&lt;/b> &amp; voyez')
    expect(wordsOf(list.body)).toMatch(new RegExp(`Titre ${one('event').canary}.*Par Inès Roux \\(Les Halles\\)`))
    expect(wordsOf(list.body)).not.toContain('Envoyées')
    const page = await sender.browser.get(sentList)
    expect(page.body).toContain(`Titre ${one('event').canary}`)
    expect((await creator.browser.get(sentList)).body).toContain('Par Inès Roux')
    expect(wordsOf((await sender.browser.get(received)).body), 'what he sent, when he received nothing').toContain(
      `À ${creator.email}`,
    )
    expect(wordsOf((await (await professional()).browser.get(sentList)).body)).toContain('Vous n’avez rien recommandé')
    expect((await site.browser().get(received)).statusCode).toBe(401)
  })

  test('what waited for an address is in its space once the account is confirmed, and not before', async () => {
    const email = `Attente${++count}@exemple.test`
    const { browser } = await professional()
    await browser.post(formOf(one('article')), filled(email.toLowerCase(), 'Pour vous'))
    const visitor = site.browser()
    await visitor.post(addresses.account.signUpCreator(), creatorForm(email))
    expect((await visitor.get(received)).statusCode).toBe(401)
    const [mail] = await site.mails({ kind: 'account-confirm', recipient: email })
    const link = /http:\/\/localhost:3000(\/[^"\\]*confirm[^"\\]*)/.exec(JSON.stringify(mail?.content))?.[1] ?? ''
    await visitor.get(link)
    expect((await visitor.get(received)).statusCode).toBe(401)
    await visitor.send(link, { submission: `confirme-${count}` })
    const list = wordsOf((await visitor.get(received)).body)
    expect(list).toContain('Pour vous')
    expect(list).toContain(`Titre ${one('article').canary}`)
  })
})

test('« Envoyées » says to whom for thirty days, an account or none alike; then no address is left', async () => {
  const creator = await make.person(site.database)
  const stranger = someone()
  const { browser } = await professional()
  for (const email of [creator.email, stranger]) await browser.post(formOf(one('event')), filled(email, 'Un mot'))
  for (const email of [creator.email, stranger])
    expect(wordsOf((await browser.get(sentList)).body)).toContain(`À ${email}, le`)
  const in31Days = Temporal.Instant.from(NOW).add({ hours: 24 * 31 })
  await forgetRecommendations(site.database, in31Days)
  const later = (await browser.get(sentList)).body
  for (const email of [creator.email, stranger]) expect(later).not.toContain(email)
  expect(await site.database.$count(recommendations, isNotNull(recommendations.email))).toBe(0)
})

describe('what is refused', () => {
  const wrong = [
    ['nothing', '', '', /E-mail|adresse/i],
    ['no address', 'pas une adresse', 'mon mot', /adresse/i],
    [
      'four hundred addresses',
      Array.from({ length: 400 }, (_, n) => `n${n}@exemple.test`).join(', '),
      'mot',
      /adresse/i,
    ],
    ['ten thousand characters', 'a@exemple.test', 'é'.repeat(10_000), /500 caractères au plus/],
    ['a text pasted from a page', 'a@exemple.test', '<p style="x">Collé</p>'.repeat(40), /500 caractères au plus/],
    ['an invisible sign', 'a@exemple.test', 'mot\0', /caractère invisible/],
  ] as const

  test.each(wrong)(
    '%s: 422, said in French beside the field, what was typed kept, nothing sent',
    async (_name, email, mot, why) => {
      const { browser } = await professional()
      const before = (await site.mails()).length
      const answer = await browser.post(formOf(one('article')), filled(email, mot))
      expect(answer.statusCode).toBe(422)
      expect(formFieldsOf(answer.body, formOf(one('article')))).toMatchObject({
        email: [email],
        mot: [mot.replace('\0', '\ufffd')],
      })
      expect(wordsOf(answer.body)).toMatch(why)
      expect(answer.body).toMatch(/aria-invalid="true"[^>]*aria-describedby|aria-describedby="[^"]*"[^>]*aria-invalid/)
      expect((await site.mails()).length).toBe(before)
    },
  )

  test('one’s own address, and the same page to the same address within a week, are said as such', async () => {
    const { browser, email } = await professional()
    const own = await browser.post(formOf(one('article')), filled(email, 'À moi'))
    expect(own.statusCode).toBe(422)
    expect(wordsOf(own.body)).toContain('C’est votre adresse')
    const to = someone()
    await browser.post(formOf(one('article')), filled(to))
    const again = await browser.post(formOf(one('article')), filled(to.toUpperCase(), 'Encore'))
    expect(again.statusCode).toBe(422)
    expect(wordsOf(again.body)).toContain('déjà recommandé cette page à cette adresse')
    expect(formFieldsOf(again.body, formOf(one('article')))).toMatchObject({
      email: [to.toUpperCase()],
      mot: ['Encore'],
    })
    site.at('2026-12-01T09:00:01Z')
    expect((await browser.post(formOf(one('article')), filled(to, 'Encore'))).statusCode).toBe(303)
    site.at(NOW)
  })

  test('the same form sent twice recommends once', async () => {
    const { browser } = await professional()
    const form = filled(someone())
    const answers = await Promise.all([1, 2, 3].map(() => browser.post(formOf(one('service')), form)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
    expect(await site.mails({ kind: 'recommended', recipient: form.email })).toHaveLength(1)
  })
})

test('« Mes recommandations » costs the same few statements, whatever it holds', async () => {
  const creator = await make.signedIn(site)
  const costs: number[] = []
  for (const kind of KINDS) {
    await (await professional()).browser.post(formOf(one(kind)), filled(creator.email))
    const before = site.database.statements()
    await creator.browser.get(received)
    costs.push(site.database.statements() - before)
  }
  expect(new Set(costs).size).toBe(1)
  expect(costs[0]).toBeLessThanOrEqual(4)
})
