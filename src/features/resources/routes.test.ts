import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { importResources } from './import-actions.ts'

let site: TestSite
let camille: Awaited<ReturnType<typeof make.signedIn>>
let admin: Awaited<ReturnType<typeof make.signedIn>>

beforeAll(async () => {
  site = await openSite({ now: NOW })
  camille = await make.signedIn(site, { role: 'professional' })
  admin = await make.signedIn(site, { role: 'administrator' })
})
afterAll(() => site.close())

const LINK = addresses.resources.new({ onglet: 'lien' })
let sent = 0
const typed = (more: Record<string, string | readonly string[]> = {}) => ({
  titre: 'CANARI-TITRE',
  type: 'video',
  lien: 'www.youtube.com/watch?v=abc',
  visibilite: 'visible',
  description: 'CANARI-DESCRIPTION',
  version: '0',
  geste: 'enregistrer',
  submission: `form-${++sent}`,
  ...more,
})

/** A resource that an administrator let in; its address. */
async function published(more: Record<string, string | readonly string[]> = {}) {
  const answer = await admin.browser.post(LINK, typed(more))
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

test('RES-1: the steps of the manual are there, under both tabs', async () => {
  const file = wordsOf((await camille.browser.get(addresses.resources.new())).body)
  for (const words of [
    'Ajouter une ressource',
    'Choisissez un fichier',
    'Transférer',
    'Lien web / vidéo',
    'Enregistrer',
  ]) {
    expect(file).toContain(words)
  }
  const link = wordsOf((await camille.browser.get(LINK)).body)
  for (const words of ['de manière privée', 'les professionnels non contributeurs', 'Description', 'Départements']) {
    expect(link).toContain(words)
  }
})

test('RES-1: what a professional adds waits for the administrator, unknown to others', async () => {
  const answer = await camille.browser.post(LINK, typed())
  const address = String(answer.headers.location)
  expect(wordsOf((await camille.browser.get(address)).body)).toContain('En attente de validation')
  expect((await site.browser().get(address)).statusCode).toBe(404)
  expect((await site.browser().get(addresses.resources.all())).body).not.toContain('CANARI')
})

test('RES-1: a link that is none, or of another scheme, is refused with all that was typed', async () => {
  for (const lien of [
    '',
    'javascript:alert(1)',
    'ftp://exemple.fr/a',
    'mailto:a@exemple.fr',
    'file:///etc/passwd',
    'rien',
  ]) {
    const answer = await camille.browser.post(LINK, typed({ lien }))
    expect(answer.statusCode, lien).toBe(422)
    expect(answer.body).toContain('CANARI-DESCRIPTION')
  }
  const none = await camille.browser.post(addresses.resources.new(), typed())
  expect(none.statusCode).toBe(422)
  expect(wordsOf(none.body)).toContain('Choisissez un fichier, ou prenez l’onglet')
})

test('RES-1: a video is a link to its site: nothing of that site is in the page', async () => {
  const { body } = await site.browser().get(await published({ titre: 'Une vidéo' }))
  expect(wordsOf(body)).toContain('Regarder la vidéo sur YouTube')
  expect(body).not.toMatch(/<(iframe|script|img|video)[^>]*youtube/)
})

const PRIVATE = { visibilite: 'private' }
const ROLES = ['creator', 'professional', 'reader', 'animator', 'administrator'] as const

test('RES-2: a private resource is read by its roles, and by nobody else: page, list, count and « Espace pro »', async () => {
  const cases: { roles: readonly (typeof ROLES)[number][] }[] = [
    { roles: [] },
    { roles: ['professional'] },
    { roles: ['creator'] },
    { roles: ['professional', 'reader', 'animator'] },
    { roles: ['administrator'] },
  ]
  for (const { roles } of cases) {
    const titre = `CANARI-${roles.join('-') || 'tous'}`
    const address = await published({ ...PRIVATE, titre, roles })
    const anonymous = await site.browser().get(address)
    const isForPros = roles.includes('professional') && !roles.includes('creator')
    expect(anonymous.statusCode, titre).toBe(isForPros ? 403 : 404)
    expect(anonymous.body).not.toContain('CANARI')
    for (const role of ROLES) {
      const { browser } = await make.signedIn(site, { role })
      const mayRead = role === 'administrator' || roles.length === 0 || roles.includes(role)
      const answer = await browser.get(address)
      expect([titre, role, answer.statusCode === 200]).toEqual([titre, role, mayRead])
      expect([titre, role, answer.body.includes(titre)]).toEqual([titre, role, mayRead])
      const list = await browser.get(addresses.resources.all({ q: titre }))
      expect([titre, role, list.body.includes(`>${titre}<`)]).toEqual([titre, role, mayRead])
    }
    expect((await site.browser().get(addresses.resources.all({ q: titre }))).body).not.toContain(`>${titre}<`)
  }
})

test('DIR-2: « Espace pro » is for professionals: signed out one signs in, a creator is told so', async () => {
  const { browser: creator } = await make.signedIn(site, { role: 'creator' })
  const { browser: reader } = await make.signedIn(site, { role: 'reader' })
  expect((await site.browser().get(addresses.proSpace())).statusCode).toBe(401)
  const refused = await creator.get(addresses.proSpace())
  expect(refused.statusCode).toBe(403)
  expect(refused.body).not.toContain('CANARI')
  expect((await reader.get(addresses.proSpace())).statusCode).toBe(200)
})

test('RES-3: 135 procedures become resources of their kind; a second import changes nothing', async () => {
  const order = { path: 'data/ressources-demarches-creation-2020.csv', now: Temporal.Instant.from(NOW) }
  const first = await importResources(site.database, order)
  expect(first).toMatchObject({ lines: 135, added: 135, outcome: 'done' })
  expect(first.faults).toHaveLength(2)
  expect(await importResources(site.database, order)).toMatchObject({ added: 0, changed: 0, unchanged: 135 })
  const list = await site.browser().get(addresses.resources.all({ type: 'simulateur' }))
  expect(wordsOf(list.body)).toContain('3 ressources')
})
