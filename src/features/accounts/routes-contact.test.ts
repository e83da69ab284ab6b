import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKey } from '#platform/keys.ts'
import { fieldOf } from '#tests/browser.ts'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T09:00:00Z' })
})
afterAll(() => site.close())

const form = { nom: 'Zoé', email: 'zoe@exemple.fr', sujet: 'structure', message: 'Je suis de la Maison.\nMerci.' }

test('ACC-7: a message goes to the administrators, who answer to its sender', async () => {
  const browser = site.browser()
  const answer = await browser.send('/contact', { submission: newKey(), ...form })
  expect(answer.body).toContain('Votre message est parti')
  const [mail] = await site.mails()
  expect(mail?.recipient).toBe(site.parts.settings.CONTACT_MAIL)
  expect(mail?.content).toMatchObject({ subject: 'Contact : Préciser ma structure', replyTo: 'zoe@exemple.fr' })
})

test('ACC-7: the form opens on the subject of its address, with the name and address of who is signed in', async () => {
  const { browser, email, name } = await make.signedIn(site)
  const { body } = await browser.get('/contact?sujet=structure')
  expect(body).toMatch(/<option selected value="structure"|<option value="structure" selected/)
  expect(fieldOf(body, 'email')).toBe(email)
  expect(fieldOf(body, 'nom')).toBe(name)
})

test.each(['zoe@exemple.fr\r\nBcc: a@b.fr', 'a@exemple.fr, b@exemple.fr', '"x" <a@exemple.fr>', 'a@exemple.fr\u2028b'])(
  'B10: « %s » is not an address',
  async (email) => {
    const before = (await site.mails()).length
    expect((await site.browser().post('/contact', { ...form, email })).statusCode).toBe(422)
    expect((await site.mails()).length).toBe(before)
  },
)

test('B10: nothing typed goes into the subject, whatever the name holds', async () => {
  await site.browser().post('/contact', { ...form, submission: newKey(), nom: 'Zoé\r\nBcc: a@b.fr' })
  expect((await site.mails()).at(-1)?.content?.subject).toBe('Contact : Préciser ma structure')
})

test('the eleventh message of an hour from one network waits', async () => {
  const statuses: number[] = []
  for (let time = 0; time < 11; time++) {
    statuses.push((await site.browser().post('/contact', { ...form, submission: newKey() })).statusCode)
  }
  expect(statuses.at(-1)).toBe(429)
})
