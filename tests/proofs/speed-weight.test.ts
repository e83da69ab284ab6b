import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { make, NOW } from '#tests/make.ts'
import { proved } from '#tests/proof.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { blockingScripts, resourcesOf } from '../../bench/first-visit.ts'

const BUILD = `import { buildWhenNeeded } from './scripts/build.mjs'; await buildWhenNeeded()`

let site: TestSite
let event: string

/** Weights are those of the build: it is made when a source changed since. */
beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', BUILD], { env: {} })
  site = await openSite({ now: NOW })
  event = itemOf(await make.event(site.database, { dates: [{}, {}, {}] }))
}, 120_000)

afterAll(() => site.close())

describe('Speed: the first visit of an event page', () => {
  const get = (address: string) => site.app.server.inject({ url: address, headers: { 'accept-encoding': 'br' } })

  test('weighs 25 kB of HTML, CSS and JS at most, 60 kB in all, in 10 requests, none of which blocks', async () => {
    const html = (await site.browser().get(addresses.events.one({ item: event }))).body
    const files = await Promise.all(resourcesOf(html).map(async (address) => ({ address, answer: await get(address) })))
    const page = brotliCompressSync(html).length
    const sum = (kind: RegExp) =>
      files.reduce((all, { address, answer }) => all + (kind.test(address) ? answer.rawPayload.length : 0), page)
    proved('Speed', 'bytes of HTML + CSS + JS, first visit of an event page', sum(/\.(css|js)$/), 'goal ≤ 25,000')
    proved('Speed', 'bytes in all, first visit of an event page', sum(/./), 'goal ≤ 60,000')
    expect(files.length).toBeGreaterThan(2)
    expect(files.length + 1).toBeLessThanOrEqual(10)
    expect(sum(/\.(css|js)$/)).toBeLessThanOrEqual(25_000)
    expect(sum(/./)).toBeLessThanOrEqual(60_000)
    expect(blockingScripts(html)).toBe(0)
    expect(files.filter(({ address }) => !address.startsWith('/'))).toEqual([])
  })

  test('loads files that are compressed beforehand and kept for a year', async () => {
    const html = (await site.browser().get(addresses.home())).body
    const texts = resourcesOf(html).filter((address) => /\.(css|js)$/.test(address))
    expect(texts.length).toBeGreaterThan(1)
    for (const address of texts) {
      const { statusCode, headers } = await get(address)
      expect([address, statusCode, headers['content-encoding']]).toEqual([address, 200, 'br'])
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    }
  })
})
