import { randomBytes } from 'node:crypto'
import { readdir, utimes } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addresses } from '#addresses'
import { fileParents } from '#features/contents/file-queries.ts'
import { contentFiles } from '#features/contents/tables.ts'
import { openStorage } from '#platform/files/open-storage.ts'
import { StorageFailure } from '#platform/files/storage.ts'
import type { Browser } from '#tests/browser.ts'
import { listen } from '#tests/http-client.ts'
import { make, NOW } from '#tests/make.ts'
import { pdf, video } from '#tests/sample-files.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { sweepFiles } from './sweep-actions.ts'
import { files, uploads } from './tables.ts'

let site: TestSite
let port: number
let sender: { id: number; browser: Browser }
let folder: string

beforeAll(async () => {
  site = await openSite({ now: NOW })
  port = (await listen(site)).port
  sender = await make.signedIn(site, { role: 'professional' })
  folder = String(site.parts.settings.FILES_URL).replace('file:', '')
})
afterAll(() => site.close())

type Answer = { status: number; headers: Record<string, string | string[] | undefined> }
type Call = { method: string; path: string; headers?: Record<string, string>; body?: Buffer; cutAfter?: number }

/** One call over a real connection; `cutAfter` breaks it once so many bytes have left. */
function call(
  { method, path, headers = {}, body = Buffer.alloc(0), cutAfter }: Call,
  browser = sender.browser,
): Promise<Answer> {
  const ours = { cookie: browser.cookieHeader, 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0' }
  return new Promise((resolve, reject) => {
    const length = body.length > 0 ? { 'content-length': String(body.length) } : {}
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { ...ours, ...length, ...headers } })
    sent.on('error', reject)
    sent.on('response', (response) => {
      response.resume().on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    })
    if (cutAfter === undefined) return void sent.end(body)
    sent.write(body.subarray(0, cutAfter), () => setTimeout(() => sent.destroy(new Error('cut')), 30))
  })
}

const begin = async (name: string, length: number) => {
  const metadata = `filename ${Buffer.from(name).toString('base64')}`
  const headers = { 'upload-length': String(length), 'upload-metadata': metadata }
  const { status, headers: answered } = await call({ method: 'POST', path: addresses.files.uploads(), headers })
  expect(status).toBe(201)
  return String(answered.location)
}

const patch = (path: string, offset: number, body: Buffer, cutAfter?: number) =>
  call({
    method: 'PATCH',
    path,
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body,
    cutAfter,
  })

/** Begins a piece whose second half does not come until it is cut. */
function slowly(path: string, body: Buffer): { cut(): void } {
  const ours = { cookie: sender.browser.cookieHeader, 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0' }
  const tus = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  const headers = { ...ours, ...tus, 'content-length': String(body.length) }
  const sent = request({ host: '127.0.0.1', port, method: 'PATCH', path, headers })
  sent.on('error', () => undefined)
  sent.write(body.subarray(0, body.length / 2))
  return { cut: () => sent.destroy() }
}

const offsetOf = async (path: string) => Number((await call({ method: 'HEAD', path })).headers['upload-offset'])
const fileRow = async (key: unknown) =>
  (
    await site.database
      .select()
      .from(files)
      .where(eq(files.key, String(key)))
  )[0]
const piecesLeft = async () =>
  (await readdir(join(folder, 'uploads'), { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
    .length

test('R11, F9: cut at ten offsets, resumed each time: what had arrived is not sent again, the file is whole', async () => {
  const bytes = Buffer.concat([video(0), randomBytes(3_000_000)])
  const path = await begin('film.mp4', bytes.length)
  for (let turn = 1; turn <= 10; turn++) {
    const from = await offsetOf(path)
    await expect(patch(path, from, bytes.subarray(from), 200_000)).rejects.toThrow('cut')
    await vi.waitFor(async () => expect(await offsetOf(path)).toBeGreaterThan(from))
  }
  const from = await offsetOf(path)
  const { status, headers } = await patch(path, from, bytes.subarray(from))
  expect([status, headers['upload-offset']]).toEqual([204, String(bytes.length)])
  const row = await fileRow(headers['upload-file'])
  expect(row).toMatchObject({ name: 'film.mp4', kind: 'video', bytes: bytes.length, ownerId: sender.id })
  const url = addresses.files.one({ key: String(headers['upload-file']), name: 'film.mp4' })
  expect((await sender.browser.get(url)).rawPayload.equals(bytes)).toBe(true)
  expect(await piecesLeft()).toBe(0)
  expect((await call({ method: 'HEAD', path })).headers['upload-file']).toBe(headers['upload-file'])
})

test('RES-4: 200 MB in pieces, cut half way and resumed', async () => {
  const PIECE = 8 * 1024 * 1024
  const length = 200 * 1024 * 1024
  const beginning = video(PIECE - 24)
  const piece = randomBytes(PIECE)
  const path = await begin('long.mp4', length)
  let last: Answer | undefined
  for (let offset = 0; offset < length; offset += PIECE) {
    const body = offset === 0 ? beginning : piece
    if (offset === PIECE * 12) await expect(patch(path, offset, body, 1_000_000)).rejects.toThrow('cut')
    if (offset === PIECE * 12) await vi.waitFor(async () => expect(await offsetOf(path)).toBeGreaterThan(offset))
    const from = await offsetOf(path)
    last = await patch(path, from, body.subarray(from - offset))
  }
  expect(await fileRow(last?.headers['upload-file'])).toMatchObject({ bytes: length, kind: 'video' })
})

test('a wrong offset, a piece too many, another’s upload, a length without end are refused', async () => {
  const path = await begin('a.pdf', 1000)
  expect((await patch(path, 10, Buffer.alloc(10))).status).toBe(409)
  expect((await patch(path, 0, Buffer.alloc(2000))).status).toBe(413)
  expect(await offsetOf(path)).toBe(0)
  const other = await make.signedIn(site, { role: 'professional' })
  expect((await call({ method: 'HEAD', path }, other.browser)).status).toBe(404)
  expect((await call({ method: 'HEAD', path }, site.browser())).status).toBe(401)
  const headers = { 'upload-length': String(600 * 1024 * 1024) }
  expect((await call({ method: 'POST', path: addresses.files.uploads(), headers })).status).toBe(413)
  expect((await call({ method: 'DELETE', path })).status).toBe(204)
  expect((await call({ method: 'HEAD', path })).status).toBe(404)
})

test('two tabs that send the same piece make one file, byte for byte', async () => {
  const bytes = pdf()
  const path = await begin('deux.pdf', bytes.length)
  const answers = await Promise.all([1, 2, 3].map(() => patch(path, 0, bytes)))
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses[0]).toBe(204)
  expect(statuses.slice(1).every((status) => status === 409 || status === 423)).toBe(true)
  expect(await offsetOf(path)).toBe(bytes.length)
  const key = String(answers.find(({ status }) => status === 204)?.headers['upload-file'])
  const url = addresses.files.one({ key, name: 'deux.pdf' })
  expect((await sender.browser.get(url)).rawPayload.equals(bytes)).toBe(true)
})

test('RES-4: while a piece arrives another is told 423 and takes nothing; a piece that was cut leaves the way free', async () => {
  const bytes = Buffer.concat([video(0), randomBytes(400_000)])
  const path = await begin('en-cours.mp4', bytes.length)
  const other = Buffer.alloc(bytes.length, 1)
  const slow = slowly(path, bytes)
  await vi.waitFor(async () => {
    const [row] = await site.database
      .select()
      .from(uploads)
      .where(eq(uploads.key, path.split('/').at(-1) ?? ''))
    expect(row?.receivingUntil).not.toBeNull()
  })
  expect((await patch(path, 0, other)).status).toBe(423)
  slow.cut()
  await vi.waitFor(async () => expect(await offsetOf(path)).toBeGreaterThan(0))
  const from = await offsetOf(path)
  const { status, headers } = await patch(path, from, bytes.subarray(from))
  expect(status).toBe(204)
  const url = addresses.files.one({ key: String(headers['upload-file']), name: 'en-cours.mp4' })
  expect((await sender.browser.get(url)).rawPayload.equals(bytes)).toBe(true)
})

test('RES-4: a piece whose process died keeps the others away for a minute', async () => {
  const bytes = pdf()
  const path = await begin('mort.pdf', bytes.length)
  const until = Temporal.Instant.from(NOW).add({ seconds: 60 })
  await site.database.update(uploads).set({ receivingUntil: until }).where(eq(uploads.name, 'mort.pdf'))
  expect((await patch(path, 0, bytes)).status).toBe(423)
  site.at('2026-11-24T09:01:01Z')
  expect((await patch(path, 0, bytes)).status).toBe(204)
  site.at(NOW)
})

test('RES-4: what an account sends in a day is bounded, and says the figure; what did not come is given back', async () => {
  const creator = await make.signedIn(site, { role: 'creator' })
  const ask = (megabytes: number) =>
    call(
      {
        method: 'POST',
        path: addresses.files.uploads(),
        headers: { 'upload-length': String(megabytes * 1024 * 1024) },
      },
      creator.browser,
    )
  const two = await Promise.all([ask(120), ask(120)])
  expect(two.map(({ status }) => status).sort()).toEqual([201, 429])
  const first = two.find(({ status }) => status === 201)
  const refused = await creator.browser.post(
    addresses.files.uploads(),
    {},
    { 'upload-length': String(120 * 1024 * 1024) },
  )
  expect([refused.statusCode, refused.body]).toEqual([
    429,
    '« fichier » n’a pas été pris : un compte envoie au plus 200 Mo par jour, 2 Go s’il publie. Réessayez demain.',
  ])
  expect((await ask(80)).status).toBe(201)
  expect((await call({ method: 'DELETE', path: String(first?.headers.location) }, creator.browser)).status).toBe(204)
  expect((await ask(120)).status).toBe(201)
  expect((await ask(1)).status).toBe(429)
  site.at('2026-11-25T09:00:01Z')
  const last = await ask(1)
  expect(last.status).toBe(201)
  await call({ method: 'DELETE', path: String(last.headers.location) }, creator.browser)
  site.at(NOW)
})

test('a refused file says why, and leaves nothing', async () => {
  const bytes = Buffer.from('<svg xmlns="x"><script/></svg>')
  const path = await begin('logo.svg', bytes.length)
  const { headers } = await patch(path, 0, bytes)
  expect(decodeURIComponent(String(headers['upload-refusal']))).toContain('« logo.svg » est un dessin SVG')
  expect(await piecesLeft()).toBe(0)
})

test('R11: killed between bytes and row, between row and copies, in the middle: swept after an hour, never before', async () => {
  const storage = openStorage(site.parts.settings, fetch)
  const sweeping = { database: site.database, storage, place: site.parts.settings, parents: [fileParents] }
  const orphan = 'files/11111111-1111-4111-8111-111111111111'
  await storage.put(orphan, Buffer.from('x'), 1)
  const kept = await site.database.select({ key: files.storageKey }).from(files)
  const sweep = () => sweepFiles(sweeping, Temporal.Now.instant())
  const before = (await Array.fromAsync(storage.list('files'))).length
  expect((await sweep()).orphans).toBe(0)
  const old = new Date(Date.now() - 2 * 3_600_000)
  for (const { key } of await Array.fromAsync(storage.list('files'))) await utimes(join(folder, key), old, old)
  expect((await sweep()).orphans).toBe(1)
  await expect(storage.get(orphan)).rejects.toThrow(StorageFailure)
  expect((await Array.fromAsync(storage.list('files'))).length).toBe(before - 1)
  for (const { key } of kept) await expect(storage.get(key)).resolves.toBeDefined()
})

test('what nothing shows goes after a month, what has no owner after two days, an abandoned upload too', async () => {
  const storage = openStorage(site.parts.settings, fetch)
  const sweeping = { database: site.database, storage, place: site.parts.settings, parents: [fileParents] }
  const [one] = await site.database.select().from(files).limit(1)
  await site.database.insert(files).values({
    ...{ key: 'a'.repeat(26), name: 'x.pdf', mediaType: 'application/pdf', kind: 'document', bytes: 1, sha256: '' },
    ...{ state: 'ready', storageKey: 'files/x', createdAt: Temporal.Instant.from(NOW), ownerId: null },
  })
  const at = async (days: number) => {
    const swept = await sweepFiles(sweeping, Temporal.Instant.from(NOW).add({ hours: 24 * days }))
    return [swept.files, await site.database.$count(files)]
  }
  const count = await site.database.$count(files)
  expect(await at(1)).toEqual([0, count])
  expect(await at(3)).toEqual([1, count - 1])
  expect(await site.database.$count(uploads)).toBe(0)
  const content = await make.event(site.database)
  await site.database.insert(contentFiles).values({ contentId: content.id, fileId: one?.id ?? 0, role: 'attached' })
  expect(await at(29)).toEqual([0, count - 1])
  expect(await at(31)).toEqual([count - 2, 1])
})
