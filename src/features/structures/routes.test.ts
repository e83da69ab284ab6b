import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type TestSite } from '#tests/site.ts'
import { loadDemoStructures } from '../../demo/structures.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T10:00:00Z' })
  await loadDemoStructures(site.database, Temporal.Instant.from('2026-11-24T10:00:00Z'))
})
afterAll(() => site.close())

test('try', async () => {
  const browser = site.browser()
  for (const url of [
    '/structures',
    '/structures?q=initiative',
    '/services',
    '/services?etape=idee&commune=roanne',
    '/structures?commune=Roanne',
    '/structures?commune=Saint-Denis',
    '/communes?q=st etie',
    '/contours.json',
    '/services/1500',
  ]) {
    const _before = site.database.statements()
    const _t = performance.now()
    const _answer = await browser.get(url)
  }
  expect(1).toBe(1)
})
