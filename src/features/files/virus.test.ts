import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { type Clamd, clamdIsInstalled, startClamd, startClamdStandIn } from '#tests/clamd.ts'
import { make, NOW } from '#tests/make.ts'
import { eicar, pdf, video } from '#tests/sample-files.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { type FileDesk, fileDesk, receiveFile } from './receive-actions.ts'
import { files } from './tables.ts'

const ways = { 'the same words as clamd': startClamdStandIn, ...(clamdIsInstalled() ? { clamd: startClamd } : {}) }

let site: TestSite
let folder: string
beforeAll(async () => {
  site = await openSite({ now: NOW })
  folder = await mkdtemp(join(tmpdir(), 'jcdmr-virus-'))
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

async function send(desk: FileDesk, name: string, bytes: Buffer, ownerId: number | null = null) {
  const path = join(folder, 'sent')
  await writeFile(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('base64url')
  const now = Temporal.Instant.from(NOW)
  return receiveFile(desk, { name, path, bytes: bytes.length, sha256 }, { ownerId, now })
}

const deskOf = (url: string) => fileDesk({ ...site.parts, settings: { ...site.parts.settings, CLAMAV_URL: url } })

describe.each(Object.entries(ways))('B8: with %s', (_name, start) => {
  let clamd: Clamd
  beforeAll(async () => {
    clamd = await start()
  })
  afterAll(() => clamd.stop())

  test('a virus is told, quarantined, and read by nobody, its owner and administrators included', async () => {
    const owner = await make.signedIn(site, { role: 'professional' })
    const admin = await make.signedIn(site, { role: 'administrator' })
    const refused = await send(deskOf(clamd.url), 'lisez.txt', eicar(), owner.id)
    expect(refused).toMatchObject({ ok: false, because: 'virus' })
    const [row] = await site.database.select().from(files).where(eq(files.ownerId, owner.id))
    expect(row).toMatchObject({ state: 'quarantined', name: 'lisez.txt' })
    for (const { browser } of [owner, admin]) {
      const answer = await browser.get(addresses.files.one({ key: row?.key ?? '', name: 'lisez.txt' }))
      expect(answer.statusCode).toBe(404)
    }
  })

  test('what is clean is taken; too large to be looked at, a document is refused and a video taken', async () => {
    const desk = deskOf(clamd.url)
    expect(await send(desk, 'plan.pdf', pdf())).toMatchObject({ ok: true })
    const large = Buffer.concat([pdf(), randomBytes(1_500_000)])
    expect(await send(desk, 'grand.pdf', large)).toMatchObject({ ok: false, because: 'too-large-to-scan' })
    expect(await send(desk, 'film.mp4', video(1_500_000))).toMatchObject({ ok: true })
  })
})

test('B8: a clamd that is away, hangs up or speaks otherwise lets nothing through, and nothing is kept', async () => {
  const store = join(String(site.parts.settings.FILES_URL).replace('file:', ''), 'files')
  const before = await readdir(store)
  for (const answer of ['', 'ERROR\0', 'stream: maybe\0']) {
    const server = createServer((socket) =>
      socket
        .on('error', () => {})
        .resume()
        .end(answer),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const desk = deskOf(`tcp://127.0.0.1:${port}`)
    expect(await send(desk, 'plan.pdf', pdf())).toMatchObject({ ok: false, because: 'scanner-away' })
    await new Promise<unknown>((resolve) => server.close(resolve))
    expect(await send(desk, 'plan.pdf', pdf())).toMatchObject({ ok: false, because: 'scanner-away' })
  }
  expect(await readdir(store)).toEqual(before)
})
