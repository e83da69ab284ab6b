// Every rule of a file × what shows it × who asks × way of asking, against an expectation written from trust.md, section 2.
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { ROLES, type Role } from '#features/accounts/actor.ts'
import { createContentIn } from '#features/contents/actions.ts'
import { contentFiles, contents } from '#features/contents/tables.ts'
import { transact } from '#platform/database/database.ts'
import { openStorage } from '#platform/files/open-storage.ts'
import { newKey } from '#platform/keys.ts'
import type { Browser } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { pdf, photo } from '#tests/sample-files.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { fileDesk, receiveFile } from './receive-actions.ts'
import { makeRenditions } from './rendition-actions.ts'
import { files } from './tables.ts'

type State = 'draft' | 'submitted' | 'to-correct' | 'published' | 'refused' | 'unpublished' | 'archived' | 'trashed'
const STATES: State[] = [
  'draft',
  'submitted',
  'to-correct',
  'published',
  'refused',
  'unpublished',
  'archived',
  'trashed',
]

let site: TestSite
let folder: string
let author: { id: number; browser: Browser }
const readers: Partial<Record<Role | 'anonymous', Browser>> = {}
const now = Temporal.Instant.from(NOW)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jcdmr-download-'))
  site = await openSite({ now: NOW })
  author = await make.signedIn(site, { role: 'professional' })
  readers.anonymous = site.browser()
  for (const role of ROLES) readers[role] = (await make.signedIn(site, { role })).browser
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

async function send(name: string, bytes: Buffer): Promise<{ id: number; key: string; name: string }> {
  const path = join(folder, newKey())
  await writeFile(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('base64url')
  const sent = { name, path, bytes: bytes.length, sha256 }
  const received = await receiveFile(fileDesk(site.parts), sent, { ownerId: author.id, now })
  if (!received.ok) throw new Error(received.because)
  const storage = openStorage(site.parts.settings, fetch)
  await makeRenditions({ database: site.database, storage }, received.id)
  return received
}

/** A content of that state that shows the file, its author apart from the readers. */
async function show(fileId: number, state: State, access: 'public' | 'pro' = 'public'): Promise<number> {
  return transact(site.database, async (tx) => {
    const text = { title: 'Vu', summary: '', presentation: '', departements: [] }
    const writer = await make.person(site.database, { role: 'professional' })
    const whole = { ...text, kind: 'article' as const, structureId: null, authorId: writer.id, access, state, now }
    const { id } = await createContentIn(tx, whole)
    await tx.insert(contentFiles).values({ contentId: id, fileId, role: 'attached', position: 0 })
    return id
  })
}

const RULES: { visibility: 'visible' | 'private'; roles: Role[] }[] = [
  { visibility: 'visible', roles: [] },
  { visibility: 'private', roles: [] },
  { visibility: 'private', roles: [...ROLES] },
  ...ROLES.map((role) => ({ visibility: 'private' as const, roles: [role] })),
  ...ROLES.map((one) => ({ visibility: 'private' as const, roles: ROLES.filter((role) => role !== one) })),
]

type Who = Role | 'anonymous' | 'owner'

/** Section 2, rule 3, and rule 1 for the content: written again here, from the page. */
function expected(rule: (typeof RULES)[number], shown: { state: State; access: 'public' | 'pro' }, who: Who): boolean {
  const role = who === 'owner' ? 'professional' : who
  const passes =
    rule.visibility === 'visible' || (role !== 'anonymous' && (rule.roles.length === 0 || rule.roles.includes(role)))
  const isPro = role !== 'anonymous' && role !== 'creator'
  const readsParent = shown.state === 'published' && (shown.access === 'public' || isPro)
  return passes && (readsParent || who === 'owner' || who === 'administrator')
}

/** The answer to an unknown key, but for what changes at each answer. */
const bare = (answer: { statusCode: number; body: string; headers: object }) => ({
  status: answer.statusCode,
  body: answer.body.replace(/nonce-[\w-]+|nonce="[^"]*"|[a-z2-7]{26}|value="[^"]*"/g, ''),
  names: Object.keys(answer.headers).sort(),
})

test('R15: 13 rules × 9 situations × 7 people × every way: the bytes, or the answer of an unknown key', async () => {
  const file = await send('canari-nom.jpg', await photo())
  const contentId = await show(file.id, 'published')
  const ways = [{}, { taille: 320, format: 'avif' }, { taille: 640, format: 'webp' }, { taille: 320, format: 'jpeg' }]
  const situations = [
    ...STATES.map((state) => ({ state, access: 'public' as const })),
    { state: 'published' as const, access: 'pro' as const },
  ]
  let cells = 0
  for (const rule of RULES) {
    await site.database.update(files).set(rule).where(eq(files.id, file.id))
    for (const [turn, shown] of situations.entries()) {
      await site.database
        .update(contents)
        .set({ ...shown, publishedAt: now, submittedAt: now })
        .where(eq(contents.id, contentId))
      for (const [who, browser] of [...Object.entries(readers), ['owner', author.browser] as const]) {
        const way = ways[(cells + turn) % ways.length]
        const url = addresses.files.one(file, way)
        const allowed = expected(rule, shown, who as Who)
        const answer = await browser.get(url, cells % 3 === 0 ? { range: 'bytes=0-99' } : {})
        const seen = `${JSON.stringify({ rule, shown, who, way })}`
        expect([seen, [200, 206].includes(answer.statusCode)]).toEqual([seen, allowed])
        if (!allowed) expect(answer.body).not.toContain('canari')
        if (!allowed && cells % 6 === 0) {
          const unknown = await browser.get(addresses.files.one({ ...file, key: newKey() }, way))
          expect(bare(answer)).toEqual(bare(unknown))
        }
        cells += 1
      }
    }
  }
  expect(cells).toBe(RULES.length * situations.length * 7)
})

test('R15: shown by two contents, one of which may be read, it is read; by none, by its owner and administrators alone', async () => {
  const file = await send('deux.pdf', pdf())
  const url = addresses.files.one(file)
  const statuses = async () =>
    Promise.all(
      [readers.anonymous, readers.professional, author.browser, readers.administrator].map((one) => one?.get(url)),
    )
  expect((await statuses()).map((answer) => answer?.statusCode)).toEqual([404, 404, 200, 200])
  await show(file.id, 'draft')
  await show(file.id, 'published', 'pro')
  expect((await statuses()).map((answer) => answer?.statusCode)).toEqual([404, 200, 200, 200])
  await show(file.id, 'published')
  expect((await statuses()).map((answer) => answer?.statusCode)).toEqual([200, 200, 200, 200])
})

test('RES-4: HEAD, ranges and conditions are answered as players and browsers ask', async () => {
  const file = await send('été.pdf', pdf())
  await show(file.id, 'published')
  const url = addresses.files.one(file)
  const visitor = site.browser()
  const whole = await visitor.get(url)
  expect(whole.rawPayload).toEqual(pdf())
  expect(whole.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(pdf().length),
    'content-disposition': `attachment; filename="ete.pdf"; filename*=UTF-8''%C3%A9t%C3%A9.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'public, max-age=0, must-revalidate',
    'accept-ranges': 'bytes',
  })
  const head = await site.app.server.inject({ method: 'HEAD', url, headers: { host: 'localhost:3000' } })
  expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', String(pdf().length)])
  const part = await visitor.get(url, { range: 'bytes=0-7' })
  expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
    206,
    '%PDF-1.4',
    `bytes 0-7/${pdf().length}`,
  ])
  expect((await visitor.get(url, { range: 'bytes=9999999-' })).statusCode).toBe(416)
  expect((await visitor.get(url, { 'if-none-match': String(whole.headers.etag) })).statusCode).toBe(304)
  expect((await visitor.get(url, { range: 'bytes=0-7', 'if-range': '"old"' })).statusCode).toBe(200)
  expect((await visitor.get(addresses.files.one({ ...file, name: 'x.pdf' }))).headers.location).toBe(url)
})

test('RES-2: what is private, or read only by some, is never kept by a cache', async () => {
  const file = await send('prive.pdf', pdf())
  const contentId = await show(file.id, 'published')
  const cacheOf = async (browser: Browser | undefined) =>
    (await browser?.get(addresses.files.one(file)))?.headers['cache-control']
  expect(await cacheOf(readers.creator)).toBe('public, max-age=0, must-revalidate')
  await site.database.update(contents).set({ access: 'pro' }).where(eq(contents.id, contentId))
  expect(await cacheOf(readers.professional)).toBe('private, no-store')
  await site.database.update(files).set({ visibility: 'private' }).where(eq(files.id, file.id))
  expect(await cacheOf(readers.professional)).toBe('private, no-store')
})

test('R16: the way to the right name of a file that not everybody may know is not kept by a cache', async () => {
  const file = await send('augmentations.pdf', pdf())
  const moved = await author.browser.get(addresses.files.one({ key: file.key, name: 'autre.pdf' }))
  expect(moved.headers.location).toContain('augmentations.pdf')
  expect(moved.headers['cache-control']).toBe('no-store')
})

test('RES-4: an image loses its place and its camera, in every copy; a PDF shows its first page', async () => {
  const image = await send('photo.jpg', await photo())
  await show(image.id, 'published')
  for (const way of [
    {},
    { taille: 320, format: 'jpeg' },
    { taille: 640, format: 'webp' },
    { taille: 640, format: 'avif' },
  ]) {
    const { rawPayload } = await site.browser().get(addresses.files.one(image, way))
    expect(rawPayload.includes('CANARI-APPAREIL')).toBe(false)
    expect((await sharp(rawPayload).metadata()).exif).toBeUndefined()
  }
  expect((await sharp(await photo()).metadata()).exif).toBeDefined()
  const document = await send('plan.pdf', pdf('Bonjour'))
  await show(document.id, 'published')
  const preview = await site.browser().get(addresses.files.one(document, { taille: 640, format: 'webp' }))
  const { channels } = await sharp(preview.rawPayload).stats()
  expect(channels[0]?.min).toBeLessThan(100)
  expect(channels[0]?.max).toBeGreaterThan(250)
})

test('F8: bytes that the store does not find are 503, not 404; the page of a stranger stays 404', async () => {
  const file = await send('perdu.pdf', pdf())
  await show(file.id, 'published')
  await site.database.update(files).set({ storageKey: 'files/nowhere' }).where(eq(files.id, file.id))
  const answer = await site.browser().get(addresses.files.one(file))
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
})
