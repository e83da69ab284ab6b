import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#app'
import { listen } from '#tests/http-client.ts'
import { NOW } from '#tests/make.ts'
import { sendRaw, statusOf } from '#tests/raw-http.ts'
import { openSite, type TestSite } from '#tests/site.ts'

let site: TestSite
let port: number
beforeAll(async () => {
  site = await openSite({ now: NOW })
  port = (await listen(site)).port
})
afterAll(() => site.close())
afterEach(async () => {
  expect(statusOf(await sendRaw(port, request('GET /sante')))).toBe(200)
})

const MEGABYTE = 1024 * 1024
const HOST = `Host: localhost:${3000}`
const FORM = 'Content-Type: application/x-www-form-urlencoded'

const request = (line: string, headers: readonly string[] = [], body = ''): string =>
  [`${line} HTTP/1.1`, HOST, 'Connection: close', ...headers, '', body].join('\r\n')

const post = (body: string, type = FORM): string =>
  request('POST /contact', [type, 'Sec-Fetch-Site: same-origin', `Content-Length: ${Buffer.byteLength(body)}`], body)

/** A 4xx, or the line closed: never an effect, never a 5xx. */
async function refuses(bytes: string | Buffer, expected?: number): Promise<void> {
  const status = statusOf(await sendRaw(port, bytes))
  if (expected !== undefined) expect(status).toBe(expected)
  expect(status === 0 || (status >= 400 && status < 500), `${status}`).toBe(true)
}

describe('B26: what no browser sends gets a 4xx, and the site lives on', () => {
  test('a header of 1 MB', () => refuses(request('GET /', [`X-Long: ${'a'.repeat(MEGABYTE)}`])))
  test('5,000 headers', () =>
    refuses(
      request(
        'GET /',
        Array.from({ length: 5000 }, (_, n) => `X-${n}: a`),
      ),
    ))
  test('an address of 100 kB', () => refuses(request(`GET /evenements?q=${'a'.repeat(100_000)}`)))
  test('10,000 fields', () => refuses(post(Array.from({ length: 10_000 }, (_, n) => `a${n}=b`).join('&'))))
  test('a body of 10 MB', () => refuses(post(`message=${'a'.repeat(10 * MEGABYTE)}`)))
  test('texts of 30 MB in a form that takes files', () => {
    const part = `--x\r\nContent-Disposition: form-data; name="titre"\r\n\r\n${'a'.repeat(MEGABYTE - 100)}\r\n`
    const body = `${part.repeat(30)}--x--\r\n`
    return refuses(
      request(
        'POST /evenements/ajouter',
        [
          'Content-Type: multipart/form-data; boundary=x',
          'Sec-Fetch-Site: same-origin',
          `Content-Length: ${Buffer.byteLength(body)}`,
        ],
        body,
      ),
      413,
    )
  })
  test('JSON 100,000 deep', () =>
    refuses(post('['.repeat(100_000) + ']'.repeat(100_000), 'Content-Type: application/json')))
  test('a body longer than it says', () => refuses(`${post('nom=a')}&email=b\r\n`.replace('nom=a', 'nom=')))
  test('a length that is no number', () => refuses(request('POST /contact', [FORM, 'Content-Length: dix'], 'a=b')))
  test('two lengths', () => refuses(request('POST /contact', [FORM, 'Content-Length: 3', 'Content-Length: 5'], 'a=b')))
  test('a length and chunks at once', () =>
    refuses(request('POST /contact', [FORM, 'Content-Length: 3', 'Transfer-Encoding: chunked'], '0\r\n\r\nGET /')))
  test('chunks under another name', () =>
    refuses(request('POST /contact', [FORM, 'Transfer-Encoding: xchunked'], '0\r\n\r\n')))
  test('two hosts', () => refuses(request('GET /', ['Host: evil.test'])))
  test('no host', () => refuses('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'))
  test('a NUL in a header', () => refuses(request('GET /', ['X-A: a\0b'])))
  test('TRACE', () => refuses(request('TRACE /')))
  test('CONNECT', () => refuses(request('CONNECT evil.test:443')))
  test('an unknown verb', () => refuses(request('BREW /')))
  test('a whole address of elsewhere', () => refuses(request('GET http://evil.test/sante2')))
  test('no HTTP at all', () => refuses('bonjour\r\n\r\n'))
  test('a body that says it is compressed', async () => {
    const body = gzipSync(Buffer.alloc(10 * MEGABYTE))
    const head = request('POST /contact', [
      ...[FORM, 'Sec-Fetch-Site: same-origin', 'Content-Encoding: gzip'],
      `Content-Length: ${body.length}`,
    ])
    await refuses(Buffer.concat([Buffer.from(head), body]))
  })
  test.each(['/%', '/%zz', '/%c0%af', '/%ff', '/evenements/%E9', '/evenements/%00', '/%00', '/evenements/a%0d%0ab-1'])(
    'a path that is no text: %s',
    (path) => refuses(request(`GET ${path}`)),
  )
  test('bytes that are no UTF-8 in a path', () => refuses(Buffer.from(request('GET /evenements/\xe9\xff'), 'latin1')))
})

describe('B26: NUL and names of the language are plain words', () => {
  test.each([
    '/evenements?departement=%00',
    '/evenements?__proto__[admin]=1&constructor=2&toString=3',
    '/evenements?page=__proto__',
    '/communes?q=%00%00',
    '/structures?q=%00',
    '/structures?commune=%00&q=__proto__',
    '/services?q=%ed%a0%80',
    '/connexion?retour=%00',
    '/contact?sujet=%00',
  ])('GET %s', async (path) => {
    expect(statusOf(await sendRaw(port, request(`GET ${path}`)))).toBeLessThan(500)
  })

  test('fields called __proto__, constructor and hasOwnProperty change nothing', async () => {
    const answer = await sendRaw(port, post('__proto__=a&constructor=b&hasOwnProperty=c&nom=a&nom=b&nom[]=c'))
    expect(statusOf(answer)).toBe(422)
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })
})

describe('B27: nothing of the inside is served', () => {
  let folder: string
  let built: Awaited<ReturnType<typeof createApp>>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'built-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'assets/site-1.css'), 'a{}')
    await writeFile(join(folder, 'secret.txt'), 'canari')
    built = await createApp(site.parts, { clientFolder: folder })
  })
  afterAll(async () => {
    await built.stop()
    await rm(folder, { recursive: true })
  })

  const get = (url: string) => built.server.inject({ url, headers: { host: 'localhost:3000' } })

  test.each([
    ...['/.git/config', '/.git/HEAD', '/.env', '/.npmrc', '/package.json', '/package-lock.json', '/src/app.ts'],
    ...['/assets/', '/assets/.vite/manifest.json', '/.vite/manifest.json', '/assets/../secret.txt', '/secret.txt'],
    ...['/assets/..%2fsecret.txt', '/assets/%2e%2e/secret.txt', '/assets/..%5csecret.txt', '/assets/site-1.css.map'],
    ...['/assets//etc/passwd', '/assets/%2fetc%2fpasswd', '/server-status', '/phpinfo.php', '/wp-login.php', '/debug'],
    ...['/metrics', '/graphql', '/backup.sql', '/var/secret', '/migrations/0000_house.sql', '/documentation'],
  ])('%s is unknown', async (url) => {
    const answer = await get(url)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).not.toContain('canari')
  })

  test('what the build wrote is served, so the tests above can fail', async () => {
    expect((await get('/assets/site-1.css')).statusCode).toBe(200)
  })

  test('an error of ours shows a number, never its place or its words', async () => {
    const broken = await createApp({
      ...site.parts,
      clock: {
        now: () => {
          throw new Error('canari /src/secret.ts')
        },
      },
    })
    const answer = await broken.server.inject({ url: '/', headers: { host: 'localhost:3000' } })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toMatch(/canari|\.ts|node_modules|at /)
    expect(answer.body).toMatch(/[0-9a-f]{8}/)
    await broken.stop()
  })

  const measuresOf = async (server: FastifyInstance, headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
    (await server.inject({ url: '/metriques', headers, remoteAddress })).statusCode

  test('B27: measures of a site on the loopback are for this machine alone, never through a proxy', async () => {
    const host = 'localhost:3000'
    expect(await measuresOf(built.server, { host })).toBe(200)
    expect(await measuresOf(built.server, { host, 'x-forwarded-for': '127.0.0.1' })).toBe(404)
    expect(await measuresOf(built.server, { host }, '203.0.113.9')).toBe(404)
    expect(await measuresOf(built.server, { host }, '10.0.0.9')).toBe(404)
  })

  test.each([
    ['no token set', {}, 404],
    ['another one', { METRICS_TOKEN: 't'.repeat(32) }, 404],
    ['that one', { METRICS_TOKEN: 'm'.repeat(32) }, 200],
  ])('B27: behind a silent proxy of the same machine, %s: %s answers %s', async (_, settings, status) => {
    const parts = {
      ...site.parts,
      settings: { ...site.parts.settings, PUBLIC_URL: 'https://site.example', ...settings },
    }
    const { server, stop } = await createApp(parts, { clientFolder: folder })
    const bearer = { authorization: `Bearer ${'m'.repeat(32)}` }
    expect(await measuresOf(server, { host: 'site.example', ...bearer })).toBe(status)
    expect(await measuresOf(server, { host: 'site.example' })).toBe(404)
    expect(await measuresOf(server, { host: '127.0.0.1:3000' })).toBe(421)
    await stop()
  })
})
