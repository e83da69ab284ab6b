import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import type { Browser } from '#tests/browser.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { multipart } from '#tests/multipart.ts'
import { photo } from '#tests/sample-files.ts'
import { openSite, type TestSite } from '#tests/site.ts'

let site: TestSite
let camille: Awaited<ReturnType<typeof make.signedIn>>
let admin: Awaited<ReturnType<typeof make.signedIn>>

beforeAll(async () => {
  site = await openSite({ now: NOW })
  camille = await make.signedIn(site, { role: 'professional', name: 'Camille Dupré' })
  admin = await make.signedIn(site, { role: 'administrator' })
})
afterAll(() => site.close())

let sent = 0
const typed = (more: Record<string, string | readonly string[]> = {}) => ({
  titre: 'Un atelier de plus',
  resume: 'Une accroche CANARI-ACCROCHE.',
  presentation: '<h2>Un titre</h2><p>Le corps CANARI-CORPS.</p>',
  acces: 'public',
  version: '0',
  geste: 'enregistrer',
  submission: `form-${++sent}`,
  ...more,
})

const locationOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers.location)
/** Without what differs from one answer to the next. */
const bare = (body: string) => body.replace(/ nonce="[^"]*"/g, '')
const words = (body: string) => wordsOf(body).replace(/\s+/g, ' ')

/** A new article of Camille’s, through the form; its address. */
async function written(more: Record<string, string | readonly string[]> = {}, by: Browser = camille.browser) {
  const answer = await by.post(addresses.articles.new(), typed(more))
  expect(answer.statusCode).toBe(303)
  return locationOf(answer).replace(/\/modifier$/, '')
}

test('ART-1: the form has the ten fields of the manual, in its words and its order', async () => {
  const { body } = await camille.browser.get(addresses.articles.new())
  const labels = [
    'Le titre de votre article',
    'Une image (illustration ou logo)',
    'Un intertitre',
    'Présentation synthétique',
    'Présentation complète',
    'Fichiers attachés',
    'Départements',
    'Secteurs d’activité',
    'Accès',
    'Garder comme brouillon',
    'Enregistrer',
  ]
  const page = words(body).slice(words(body).indexOf('Écrire un article'))
  const form = page.slice(page.indexOf('Le titre'))
  const places = labels.map((label) => form.indexOf(label))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('ART-1: who does not publish is told so; signed out, one signs in first', async () => {
  const { browser } = await make.signedIn(site, { role: 'reader' })
  expect((await browser.get(addresses.articles.new())).statusCode).toBe(403)
  expect((await site.browser().get(addresses.articles.new())).statusCode).toBe(401)
})

test('ART-2: « Enregistrer » submits; its author sees it wait, nobody else knows of it', async () => {
  const address = await written()
  const own = await camille.browser.get(address)
  expect(words(own.body)).toContain('En attente de validation depuis aujourd’hui')
  const unknown = await site.browser().get('/articles/x-999999')
  expect((await site.browser().get(address)).statusCode).toBe(404)
  expect(bare((await site.browser().get(address)).body)).toBe(bare(unknown.body))
  expect((await site.browser().get(addresses.articles.all())).body).not.toContain('CANARI')
})

test('ART-2: « Garder comme brouillon » needs but a title, and leads back to the form', async () => {
  const answer = await camille.browser.post(
    addresses.articles.new(),
    typed({ resume: '', presentation: '', geste: 'brouillon' }),
  )
  expect(locationOf(answer)).toMatch(/\/modifier$/)
  const empty = await camille.browser.post(addresses.articles.new(), typed({ resume: '', presentation: '' }))
  expect(empty.statusCode).toBe(422)
  expect(words(empty.body)).toContain('Écrivez l’accroche')
  expect(empty.body).toContain('value="Un atelier de plus"')
})

test('ART-3: a published article that its author edits: the public keeps the old text, its author sees the new one', async () => {
  const address = await written({ titre: 'Texte ancien' }, admin.browser)
  const id = address.replace(/^.*-/, '')
  const anonymous = site.browser()
  expect((await anonymous.get(address)).statusCode).toBe(200)
  expect((await anonymous.get(addresses.articles.feed())).body).toContain('Texte ancien')
  await site.database.execute(`insert into content_authors values (${id}, ${camille.id}, now())`)
  const edited = await camille.browser.post(`${address}/modifier`, typed({ titre: 'CANARI-NOUVEAU', version: '1' }))
  expect(edited.statusCode).toBe(303)
  for (const path of [address, addresses.articles.all(), addresses.articles.feed(), '/']) {
    expect((await site.browser().get(path)).body).not.toContain('CANARI-NOUVEAU')
  }
  const own = await camille.browser.get(address)
  expect(own.body).toContain('CANARI-NOUVEAU')
  expect((await camille.browser.get(`${address}?texte=public`)).body).not.toContain('CANARI-NOUVEAU')
})

test('ART-1: an article for professionals: one fixed page for others, and no trace in any list, count, feed or home page', async () => {
  const before = await site.browser().get(addresses.articles.all())
  const address = await written({ titre: 'CANARI-PRO', acces: 'pro' }, admin.browser)
  const anonymous = site.browser()
  const { browser: creator } = await make.signedIn(site, { role: 'creator' })
  for (const browser of [anonymous, creator]) {
    const answer = await browser.get(address)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).not.toMatch(/CANARI|ld\+json/)
    expect((await browser.get(address.replace('canari-pro', 'x'))).statusCode).toBe(403)
    for (const path of [
      addresses.articles.all(),
      addresses.articles.all({ q: 'canari' }),
      addresses.articles.feed(),
      '/',
    ]) {
      expect((await browser.get(path)).body).not.toContain('CANARI-PRO')
    }
  }
  const count = (body: string) => /(\d+|Aucun) articles?/.exec(words(body))?.[0]
  expect(count((await site.browser().get(addresses.articles.all())).body)).toBe(count(before.body))
  const { browser: reader } = await make.signedIn(site, { role: 'reader' })
  expect((await reader.get(address)).body).toContain('CANARI-PRO')
  expect((await reader.get(addresses.proSpace())).body).toContain('CANARI-PRO')
  expect((await reader.get(address)).body).not.toContain('ld+json')
})

test('ART-1: an image transferred without JavaScript is shown on the page, and its private twin to nobody else', async () => {
  const place = addresses.articles.new()
  const form = multipart({
    ...typed({ geste: 'transferer.image' }),
    'image.fichier': { name: 'vue.jpg', bytes: await photo() },
  })
  const shown = await camille.browser.post(place, {}, {})
  expect(shown.statusCode).toBe(422)
  const answer = await site.app.server.inject({
    method: 'POST',
    url: place,
    headers: {
      host: 'localhost:3000',
      cookie: camille.browser.cookieHeader,
      'sec-fetch-site': 'same-origin',
      ...form.headers,
    },
    payload: form.payload,
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('value="Un atelier de plus"')
  const key = /name="image\.cle" value="([^"]+)"/.exec(answer.body)?.[1] ?? ''
  expect(key).not.toBe('')
  const saved = { 'image.cle': key, [`image.${key}.visibilite`]: 'visible', [`image.${key}.alternative`]: 'Une vue' }
  const address = await written({ ...saved, titre: 'Avec image' })
  const own = await camille.browser.get(address)
  expect(own.body).toContain('alt="Une vue"')
  const source = /src="(\/fichiers\/[^"]+)"/.exec(own.body)?.[1] ?? ''
  expect((await site.browser().get(source)).statusCode).toBe(404)
  expect((await camille.browser.get(source)).statusCode).toBe(200)
})

test('R12: two people edit: the second is shown both texts, and nothing typed is lost', async () => {
  const address = await written({ titre: 'À deux', geste: 'brouillon' })
  const edit = `${address}/modifier`
  expect((await camille.browser.post(edit, typed({ titre: 'À deux, un', version: '1' }))).statusCode).toBe(303)
  const second = await admin.browser.post(edit, typed({ titre: 'À deux, deux', version: '1' }))
  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('value="À deux, deux"')
  expect(words(second.body)).toContain('Deux textes à rapprocher')
})
