import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Address } from '#addresses'
import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import { type Database, openDatabase, transact, WEB_LIMITS } from '#platform/database/database.ts'
import { page, redirect, signInFirst } from '#platform/http/answers.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import { createHttpServer } from '#platform/http/server.ts'
import { createSite } from '#platform/http/site.ts'
import { createLog } from '#platform/log.ts'
import type { Parts } from '#platform/parts.ts'
import { readSettings } from '#platform/settings.ts'
import { Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { type FreshDatabase, freshDatabase } from '#tests/database.ts'
import { make } from '#tests/make.ts'
import { multipart } from '#tests/multipart.ts'
import { pdf, picture } from '#tests/sample-files.ts'
import { renderPage } from '#ui/render-page.tsx'
import { claimAttachmentsIn, sayOfFileIn } from './attachment-actions.ts'
import { ATTACHED, IMAGE } from './attachment-spec.ts'
import { AttachmentFields } from './pages/attachment-fields.tsx'
import { countBytes } from './quota-actions.ts'
import { keepFilesOf, mostFileBytes, readAttachments } from './routes-attachments.tsx'
import { MOST_BYTES_A_DAY } from './sizes.ts'
import { files } from './tables.ts'

let folder: string
let fresh: FreshDatabase
let database: Database
let server: FastifyInstance
let parts: Parts
let actor: Actor | undefined
const saved: number[][] = []
const choices = { departements: [{ value: '69', text: 'Rhône' }], sectors: [{ value: 'commerce', text: 'Commerce' }] }

/** A form of our own around the part: what any kind of content does. */
async function answer(visit: WebVisit) {
  if (visit.actor === undefined) return signInFirst
  const reading = await readAttachments(visit, parts, { actor: visit.actor, specs: [IMAGE, ATTACHED], present: [] })
  const { values, errors, isGesture, shown, wanted } = reading
  if (!isGesture && Object.keys(errors).length === 0) {
    const all = [...(wanted.image ?? []), ...(wanted.fichiers ?? [])]
    await transact(database, async (tx) => {
      await claimAttachmentsIn(tx, all, visit.actor?.id ?? 0)
      for (const { id, settings } of all) await sayOfFileIn(tx, id, settings)
    })
    saved.push(all.map(({ id }) => id))
    return redirect('/fait')
  }
  const state = { values, errors }
  const body = (
    <form>
      <input name="titre" value={values.titre?.[0]} />
      <AttachmentFields {...{ state, choices }} spec={IMAGE} label="Image" files={shown.image ?? []} />
      <AttachmentFields
        {...{ state, choices }}
        spec={ATTACHED}
        label="Fichiers attachés"
        files={shown.fichiers ?? []}
      />
    </form>
  )
  return page('Essai', body, { status: isGesture ? 200 : 422 })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jcdmr-part-'))
  vi.stubEnv('TMPDIR', folder)
  fresh = await freshDatabase()
  const log = createLog('silent')
  database = openDatabase(fresh.url, WEB_LIMITS, log)
  const settings = readSettings({ PUBLIC_URL: 'http://localhost:3000', FILES_URL: `file:${folder}/store` })
  const clock = { now: () => Temporal.Instant.from('2026-11-24T09:00:00Z') }
  const secret = 'a secret of thirty-two characters, for tests'
  parts = { database, databaseUrl: fresh.url, clock, fetch, log, settings: { ...settings, SECRET: secret } }
  const pages = new PageCache()
  server = await createHttpServer({
    log,
    pages,
    publicUrl: settings.PUBLIC_URL,
    trustedProxies: undefined,
    sessionCookie: 's',
  })
  const dress = (title: string, children: Parameters<typeof renderPage>[0]['children']) =>
    renderPage({
      page: { title },
      assets: { stylesheet: '', fonts: [], icon: undefined, island: () => undefined },
      viewer: { signedIn: false },
      path: '/',
      items: [],
      children,
    })
  const site = createSite<Actor>(server, {
    clock,
    secret,
    pages,
    imageOrigins: [],
    sessionCookie: 's',
    identify: async () => actor,
    actorKey: ({ id }) => String(id),
    mostFileBytes,
    keepFiles: keepFilesOf(parts),
    render: ({ title, body }) => dress(title, body),
    refusal: (refused, visit) => page('Refus', <p>{`${refused.kind} ${visit.form.toString()}`}</p>, { status: 401 }),
  })
  const path = Object.assign(() => '/essai', { path: '/essai' }) as unknown as Address
  const bare = Object.assign(() => '/sans', { path: '/sans' }) as unknown as Address
  site.post(path, answer, { files: true })
  site.post(bare, () => redirect('/fait'))
  const { id, name, email } = await make.person(database, { role: 'professional' })
  actor = { id, name, email, role: 'professional', departements: [], structures: [] }
})
afterAll(async () => {
  await server.close()
  await database.close()
  await fresh.drop()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

type Form = Parameters<typeof multipart>[0]

async function send(form: Form, { url = '/essai', cookie = 's=1' } = {}) {
  const browser = new Browser(server)
  const { payload, headers } = multipart(form)
  const asked = { cookie, host: 'localhost:3000', 'sec-fetch-site': 'same-origin' }
  const answered = await server.inject({ method: 'POST', url, payload, headers: { ...headers, ...asked } })
  return { ...answered, status: answered.statusCode, words: wordsOf(answered.body), body: answered.body, browser }
}

const stored = async () => (await readdir(join(folder, 'store', 'files')).catch(() => [])).length
const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('jcdmr-sent-'))

test('the manual’s way: « Transférer » brings the form back with its file and all that was typed', async () => {
  const form = { titre: 'Mon été', geste: 'transferer.fichiers', 'fichiers.fichier': { name: 'été.pdf', bytes: pdf() } }
  const answered = await send(form)
  expect(answered.status).toBe(200)
  expect(fieldOf(answered.body, 'titre')).toBe('Mon été')
  const key = fieldOf(answered.body, 'fichiers.cle')
  expect(key).toMatch(/^[a-z2-7]{26}$/)
  for (const words of [
    'été.pdf',
    'Rendre ce fichier visible',
    'Enregistrer ce fichier de manière privée',
    'Suivant',
    'Retirer',
  ]) {
    expect(answered.words).toContain(words)
  }
  await vi.waitFor(async () => expect(await left()).toEqual([]))

  const typed = {
    'fichiers.cle': key,
    [`fichiers.${key}.visibilite`]: 'private',
    [`fichiers.${key}.roles`]: ['professional', 'animator'],
    [`fichiers.${key}.description`]: 'Le programme',
    [`fichiers.${key}.departements`]: '69',
  }
  const next = await send({ ...typed, geste: `suivant.fichiers.${key}` })
  expect(next.words).toContain('Privé : les professionnels, les animateurs territoriaux.')
  expect(fieldOf(next.body, `fichiers.${key}.description`)).toBe('Le programme')

  expect((await send({ ...typed, geste: 'enregistrer' })).status).toBe(303)
  const [row] = await database.select().from(files).where(eq(files.key, key))
  expect(row).toMatchObject({
    visibility: 'private',
    roles: ['professional', 'animator'],
    description: 'Le programme',
    departements: ['69'],
  })
  expect(saved.at(-1)).toEqual([row?.id])
  const gone = await send({ ...typed, geste: `retirer-fichier.fichiers.${key}` })
  expect(fieldOf(gone.body, 'fichiers.cle')).toBe('')
})

test('« Transférer » with nothing chosen says so, beside the files that are there', async () => {
  const empty = await send({ titre: 'Mon été', geste: 'transferer.fichiers' })
  expect([empty.status, fieldOf(empty.body, 'titre')]).toEqual([200, 'Mon été'])
  expect(empty.words).toContain('Choisissez d’abord un fichier')
  const sent = await send({ geste: 'transferer.fichiers', 'fichiers.fichier': { name: 'un.pdf', bytes: pdf() } })
  expect(sent.words).not.toContain('Choisissez d’abord un fichier')
  const key = fieldOf(sent.body, 'fichiers.cle')
  const byPieces = await send({ geste: 'transferer.fichiers', 'fichiers.cle': key })
  expect(byPieces.words).not.toContain('Choisissez d’abord un fichier')
  const again = { geste: 'transferer.fichiers', 'fichiers.cle': key, [`fichiers.${key}.visibilite`]: 'visible' }
  expect((await send(again)).words).toContain('Choisissez d’abord un fichier')
})

test('an image asks what it shows, and another takes its place', async () => {
  const one = await send({ geste: 'transferer.image', 'image.fichier': { name: 'a.png', bytes: await picture('png') } })
  expect(one.words).toContain('Texte de remplacement')
  const key = fieldOf(one.body, 'image.cle')
  const two = await send({
    geste: 'transferer.image',
    'image.cle': key,
    'image.fichier': { name: 'b.png', bytes: await picture('png') },
  })
  expect(two.body.match(/name="image.cle"/g)).toHaveLength(1)
  expect(fieldOf(two.body, 'image.cle')).not.toBe(key)
})

test('saved at once, without « Transférer », a file is taken too; a refused one is said, the text and the others kept', async () => {
  const form = {
    titre: 'Gardé',
    geste: 'enregistrer',
    'fichiers.fichier': [
      { name: 'bon.pdf', bytes: pdf() },
      { name: 'dessin.svg', bytes: Buffer.from('<svg onload="alert(1)"/>') },
    ],
  }
  const answered = await send(form)
  expect(answered.status).toBe(422)
  expect(answered.words).toContain('« dessin.svg » est un dessin SVG')
  expect(fieldOf(answered.body, 'titre')).toBe('Gardé')
  expect(fieldOf(answered.body, 'fichiers.cle')).not.toBe('')
})

test('R13, F11: with the cookies gone too, the file of a form is kept until its sender is back', async () => {
  const me = actor
  actor = undefined
  const sent = { titre: 'Long', 'fichiers.fichier': { name: 'plan.pdf', bytes: pdf() } }
  const answered = await send(sent, { cookie: '' })
  actor = me
  expect([answered.status, answered.body]).toEqual([401, expect.stringMatching(/fichiers\.cle=[a-z2-7]{26}/)])
})

test('R13: a file sent as the session ended waits for its sender, who alone finds it with its key', async () => {
  const [me, other] = [actor, await make.person(database, { role: 'professional' })]
  actor = undefined
  const answered = await send({ titre: 'Long', 'fichiers.fichier': { name: 'plan.pdf', bytes: pdf() } })
  const key = /fichiers\.cle=([a-z2-7]{26})/.exec(answered.body)?.[1] ?? ''
  expect([answered.status, key.length]).toEqual([401, 26])
  actor = me
  const again = { titre: 'Long', 'fichiers.cle': key, geste: 'enregistrer' }
  expect((await send(again)).status).toBe(303)
  expect(saved.at(-1)).toHaveLength(1)
  const [row] = await database.select().from(files).where(eq(files.key, key))
  expect(row?.ownerId).toBe(me?.id)
  actor = { ...(me as Actor), id: other.id }
  expect((await send(again)).status).toBe(303)
  expect(saved.at(-1)).toEqual([])
  actor = me
})

test('a page that takes no file says so; a broken form, too many files, a field without end are refused', async () => {
  const one = { name: 'a.pdf', bytes: pdf() }
  const before = await stored()
  expect((await send({ 'fichiers.fichier': one }, { url: '/sans' })).status).toBe(415)
  expect((await send({ 'fichiers.fichier': Array.from({ length: 30 }, () => one) })).status).toBe(400)
  expect((await send({ titre: 'x'.repeat(2_000_000) })).status).toBe(400)
  const cut = multipart({ 'fichiers.fichier': one })
  const headers = { ...cut.headers, cookie: 's=1', host: 'localhost:3000', 'sec-fetch-site': 'same-origin' }
  const payload = cut.payload.subarray(0, 400)
  expect((await server.inject({ method: 'POST', url: '/essai', payload, headers })).statusCode).toBe(400)
  expect(await stored()).toBe(before)
  await vi.waitFor(async () => expect(await left()).toEqual([]))
})

test('F7, F8: when the store is away or full, the form says so and keeps the text', async () => {
  const whole = parts.settings.FILES_URL
  parts.settings.FILES_URL = 's3://a:b@depot?endpoint=http://127.0.0.1:9'
  const answered = await send({ titre: 'Intact', 'fichiers.fichier': { name: 'a.pdf', bytes: pdf() } })
  parts.settings.FILES_URL = whole
  expect(answered.status).toBe(422)
  expect(answered.words).toContain('le stockage ne répond pas. Votre texte est intact')
  expect(fieldOf(answered.body, 'titre')).toBe('Intact')
})

test('RES-4: a form is bounded by what an account sends in a day, and keeps all that was typed', async () => {
  const { id, name, email } = await make.person(database)
  const before = actor
  actor = { id, name, email, role: 'creator', departements: [], structures: [] }
  expect(await countBytes(parts, actor, MOST_BYTES_A_DAY.other, parts.clock.now())).toBe(true)
  const form = {
    titre: 'Mon été',
    geste: 'transferer.fichiers',
    'fichiers.fichier': { name: 'été.pdf', bytes: pdf('x', 40) },
  }
  const answered = await send(form)
  actor = before
  expect(answered.words).toContain('« été.pdf » n’a pas été pris : un compte envoie au plus 200 Mo par jour')
  expect(fieldOf(answered.body, 'titre')).toBe('Mon été')
  expect(fieldOf(answered.body, 'fichiers.cle')).toBe('')
})
