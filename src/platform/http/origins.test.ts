import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { registrations } from '#features/registrations/tables.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { comesFromOurPages, isOurHost } from './security.ts'

const FORM = 'application/x-www-form-urlencoded'
let site: TestSite
let event: MadeEvent
let cookie: string
beforeAll(async () => {
  site = await openSite({ now: NOW })
  event = await make.event(site.database)
  cookie = (await make.signedIn(site)).browser.cookieHeader
})
afterAll(() => site.close())

type Headers = Record<string, string>

const send = (headers: Headers, method: 'POST' | 'PUT' | 'DELETE' | 'PATCH' = 'POST', more = '') =>
  site.app.server.inject({
    method,
    url: addresses.events.register({ item: itemOf(event) }) + more,
    headers: { host: 'localhost:3000', cookie, 'content-type': FORM, ...headers },
    payload: `date=${event.dates[0]?.listId}&submission=a`,
  })

const effects = () => site.database.$count(registrations)

describe('a form that does not come from a page of the site does nothing', () => {
  test.each<[string, Headers]>([
    ['without any sign of where it comes from', {}],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['typed or from a mail', { 'sec-fetch-site': 'none' }],
    ['from another origin', { origin: 'https://evil.test' }],
    ['from an origin that hides', { origin: 'null' }],
    ['from our name on another port', { origin: 'http://localhost:3001' }],
    ['from our name as a beginning', { origin: 'http://localhost:3000.evil.test' }],
    ['from another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }],
  ])('B12: %s', async (_, headers) => {
    expect((await send(headers)).statusCode).toBe(403)
    expect(await effects()).toBe(0)
  })

  test.each(['text/plain', 'application/json', 'text/xml', 'application/x-www-form-urlencoded, text/plain', ''])(
    'B12: a body of type « %s » is not read as a form',
    async (type) => {
      const answer = await send({ 'sec-fetch-site': 'same-origin', 'content-type': type })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect(await effects()).toBe(0)
    },
  )

  test('B12: neither another verb nor a header or field that overrides it acts', async () => {
    const own = { 'sec-fetch-site': 'same-origin' }
    for (const method of ['PUT', 'DELETE', 'PATCH'] as const) expect((await send(own, method)).statusCode).toBe(404)
    const url = addresses.events.register({ item: itemOf(event) })
    for (const headers of [{ 'x-http-method-override': 'POST' }, { 'x-method-override': 'POST' }]) {
      const answer = await site.app.server.inject({
        url: `${url}?_method=POST`,
        headers: { host: 'localhost:3000', cookie, ...headers },
      })
      expect(answer.statusCode).toBe(404)
    }
    expect(await effects()).toBe(0)
  })

  test('B12: neither GET nor HEAD of a form’s address acts', async () => {
    const url = `${addresses.events.register({ item: itemOf(event) })}?date=${event.dates[0]?.listId}&submission=b`
    for (const method of ['GET', 'HEAD'] as const) {
      await site.app.server.inject({ method, url, headers: { host: 'localhost:3000', cookie } })
    }
    expect(await effects()).toBe(0)
  })

  test('B12: the same form from our own page acts, so the tests above can fail', async () => {
    expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(303)
    expect(await effects()).toBe(1)
  })
})

test('an old browser that only says its origin is believed', () => {
  expect(comesFromOurPages({ origin: 'https://site.example' }, 'https://site.example')).toBe(true)
  expect(comesFromOurPages({}, 'https://site.example')).toBe(false)
})

describe('another name of the host', () => {
  const FOREIGN = [
    'evil.test',
    'localhost:3000.evil.test',
    'localhost:3000@evil.test',
    'localhost.',
    'evil.test:3000',
    'a b',
  ]

  test.each(FOREIGN)('B18: Host: %s is answered 421, with nothing of the site', async (host) => {
    const answer = await site.app.server.inject({ url: '/', headers: { host } })
    expect(answer.statusCode).toBe(421)
    expect(answer.body).not.toContain(host)
  })

  test('B18: a forwarded host changes no link, no redirect, no mail', async () => {
    const headers = { 'x-forwarded-host': 'evil.test', forwarded: 'host=evil.test', 'x-original-host': 'evil.test' }
    const browser = site.browser()
    const form = { submission: 'c', email: (await make.person(site.database)).email }
    const pages = [
      await browser.get(addresses.events.one({ item: itemOf(event) }), headers),
      await browser.get(addresses.agendaCalendar(), headers),
      await browser.post(addresses.account.signInByLink(), form, headers),
    ]
    for (const { body, headers: said } of pages) expect(body + JSON.stringify(said)).not.toContain('evil.test')
    const contents = (await site.mails()).map(({ content }) => JSON.stringify(content))
    expect(contents.length).toBeGreaterThan(0)
    for (const content of contents) {
      expect(content).not.toContain('evil.test')
      expect(content).toContain('http://localhost:3000/')
    }
  })

  test('B18: in production only the public name is ours; a loopback site answers to each name of the loopback', () => {
    expect(isOurHost('site.example', 'site.example')).toBe(true)
    expect(isOurHost('localhost', 'site.example')).toBe(false)
    expect(isOurHost(undefined, 'site.example')).toBe(false)
    expect(isOurHost('127.0.0.1:8080', 'localhost:3000')).toBe(true)
    expect(isOurHost('[::1]:3000', 'localhost:3000')).toBe(true)
  })
})

const EVERY_PAGE = ['/', '/evenements', '/contact', '/inconnu', '/mon-espace', '/evenements/pro-999', '/assets/x.js']

test.each(EVERY_PAGE)('B13: %s cannot be framed, sniffed, nor run a script from elsewhere', async (url) => {
  const { headers } = await site.browser().get(url)
  const policy = String(headers['content-security-policy'] ?? '')
  if (!url.startsWith('/assets/')) {
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).not.toMatch(/unsafe|\*|https?:(?!\/\/)/)
  }
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  })
})

test('B12: on https the session cookie is bound to the host, kept from scripts and from other sites', async () => {
  const secure = await openSite({ now: NOW, settings: { PUBLIC_URL: 'https://site.example' } })
  const { headers } = await secure.app.server.inject({ url: '/', headers: { host: 'site.example' } })
  expect(headers['strict-transport-security']).toContain('max-age=31536000')
  const { sessionCookie } = await import('#features/accounts/session-actions.ts')
  expect(sessionCookie(secure.parts.settings, 'key')).toMatch(
    /^__Host-session=key; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
  )
  await secure.close()
})
