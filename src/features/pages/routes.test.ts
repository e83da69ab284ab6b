import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { wordsOf } from '#tests/browser.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { packages } from './pages/packages.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

test.each(Object.values(addresses.pages).map((address) => address()))('%s is read by anybody', async (path) => {
  const answer = await site.browser().get(path)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('public, no-cache')
})

test('« Sources et licences » names what the site runs on', async () => {
  const { body } = await site.browser().get(addresses.pages.sources())
  const words = wordsOf(body)
  for (const { name } of packages) expect(words).toContain(name)
  for (const engine of ['PostgreSQL', 'Node.js', 'libvips', 'PDFium']) expect(words).toContain(engine)
  expect(words).toContain('Apache-2.0 drizzle-orm')
})

test('search engines are kept from personal pages and from pages found by a key', async () => {
  const { body, headers } = await site.browser().get(addresses.robots())
  expect(headers['content-type']).toContain('text/plain')
  for (const path of ['/mon-espace', '/admin', '/inscriptions/', '/confirmer/'])
    expect(body).toContain(`Disallow: ${path}\n`)
})
