import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { files } from '#features/files/tables.ts'
import { newKey } from '#platform/keys.ts'
import { type Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { multipart } from '#tests/multipart.ts'
import { photo } from '#tests/sample-files.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { contents } from './tables.ts'

let site: TestSite
let author: Browser
let admin: Browser
beforeAll(async () => {
  site = await openSite({ now: NOW })
  author = (await make.signedIn(site, { role: 'professional' })).browser
  admin = (await make.signedIn(site, { role: 'administrator' })).browser
})
afterAll(() => site.close())

type Sent = Parameters<typeof multipart>[0]

function send(url: string, form: Sent) {
  const { payload, headers } = multipart({ submission: newKey(), geste: 'enregistrer', acces: 'public', ...form })
  const own = { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', cookie: author.cookieHeader }
  return site.app.server.inject({ method: 'POST', url, payload, headers: { ...headers, ...own } })
}

const text = { titre: 'Une image', resume: 'Un résumé.', presentation: 'Un texte.' }

async function publish(id: number): Promise<void> {
  const page = (await admin.get(addresses.admin.content({ content: id }))).body
  const form = { submission: newKey(), revision: fieldOf(page, 'revision'), version: fieldOf(page, 'version') }
  const done = await admin.post(addresses.admin.content({ content: id }), { ...form, geste: 'publish' })
  expect(done.statusCode).toBe(303)
}

test('ART-3: what is said of a file of a published article is public once accepted, like its text', async () => {
  const image = { name: 'photo.jpg', bytes: await photo() }
  expect((await send(addresses.articles.new(), { ...text, version: '0', 'image.fichier': image })).statusCode).toBe(303)
  const [content] = await site.database.select().from(contents).where(eq(contents.title, text.titre))
  const [file] = await site.database.select().from(files)
  if (content === undefined || file === undefined) throw new Error('nothing was saved')
  const said = (alternative: string, visibility = 'visible') => ({
    'image.cle': file.key,
    [`image.${file.key}.visibilite`]: visibility,
    [`image.${file.key}.alternative`]: alternative,
  })
  const item = itemOf(content)
  const [page, form] = [addresses.articles.one({ item }), addresses.articles.edit({ item })]
  const save = async (more: Sent) => {
    const version = fieldOf((await author.get(form)).body, 'version')
    expect((await send(form, { ...text, version, ...more })).statusCode).toBe(303)
  }
  await save(said('Deux personnes'))
  await publish(content.id)
  await save(said('Une publicité', 'private'))
  const pageOf = async (browser: Browser) => (await browser.get(page)).body
  expect(await pageOf(site.browser())).toContain('alt="Deux personnes"')
  expect((await site.browser().get(addresses.files.one(file))).statusCode).toBe(200)
  expect(await pageOf(author)).toContain('alt="Une publicité"')
  expect(fieldOf((await author.get(form)).body, `image.${file.key}.alternative`)).toBe('Une publicité')
  const judged = wordsOf((await admin.get(addresses.admin.content({ content: content.id }))).body)
  expect(judged).toMatch(/ajouté : privé .*ajouté : publicité/)
  await publish(content.id)
  expect(await pageOf(author)).toContain('alt="Une publicité"')
  expect((await site.browser().get(addresses.files.one(file))).statusCode).toBe(404)
})
