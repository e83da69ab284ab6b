import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type TestSite } from '#tests/site.ts'
import { loadDemoStructures } from '../../demo/structures.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: '2026-11-24T10:00:00Z' })
  console.time('demo')
  await loadDemoStructures(site.database, Temporal.Instant.from('2026-11-24T10:00:00Z'))
  console.timeEnd('demo')
})
afterAll(() => site.close())

test('try', async () => {
  const browser = site.browser()
  for (const url of ['/structures', '/structures?q=initiative', '/services', '/services?etape=idee&commune=roanne', '/structures?commune=Roanne', '/structures?commune=Saint-Denis', '/communes?q=st etie', '/contours.json', '/services/1500']) {
    const before = site.database.statements()
    const t = performance.now()
    const answer = await browser.get(url)
    console.log(url, answer.status, site.database.statements() - before, Math.round(performance.now() - t), String(answer.body ?? answer.text).length)
  }
  expect(1).toBe(1)
})
