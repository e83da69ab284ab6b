import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { readEmail } from '#kernel/email-address'
import { make } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { nameAdministrator } from './administrator-actions.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

const emailOf = (text: string) => readEmail(text) as Exclude<ReturnType<typeof readEmail>, string>

test('B27: the first administrator is named from a terminal, and chooses a password by the link of a mail', async () => {
  expect(await nameAdministrator(site.parts, emailOf('chef@exemple.test'))).toBe('created')
  const [mail] = await site.mails()
  expect([mail?.kind, mail?.recipient]).toEqual(['account-reset', 'chef@exemple.test'])
})

test('ACC-3: someone who has an account becomes administrator in the sessions under way', async () => {
  const { browser, email } = await make.signedIn(site)
  expect((await browser.get(addresses.admin.accounts())).statusCode).not.toBe(200)
  expect(await nameAdministrator(site.parts, emailOf(email))).toBe('promoted')
  expect((await browser.get(addresses.admin.accounts())).statusCode).toBe(200)
})
