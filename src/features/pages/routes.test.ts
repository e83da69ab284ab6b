import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { openSite, type TestSite } from '#tests/site.ts'

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

test('search engines are kept from personal pages and from pages found by a key', async () => {
  const { body, headers } = await site.browser().get(addresses.robots())
  expect(headers['content-type']).toContain('text/plain')
  for (const path of ['/mon-espace', '/admin', '/inscriptions/', '/confirmer/'])
    expect(body).toContain(`Disallow: ${path}\n`)
})
