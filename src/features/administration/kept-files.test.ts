import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { contents } from '#features/contents/tables.ts'
import { files } from '#features/files/tables.ts'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { multipart } from '#tests/multipart.ts'
import { pdf } from '#tests/sample-files.ts'
import { openSite, type TestSite } from '#tests/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

test('RES-2: a judge kept from a private file reads who it is for; once he is among them, its name opens it', async () => {
  const author = (await make.signedIn(site, { role: 'professional' })).browser
  const admin = (await make.signedIn(site, { role: 'administrator' })).browser
  const text = {
    titre: 'Avec un fichier',
    resume: 'Un résumé.',
    presentation: 'Un texte.',
    acces: 'public',
    version: '0',
  }
  const file = { name: 'interne.pdf', bytes: pdf() }
  const form = { submission: newKey(), geste: 'enregistrer', ...text, 'fichiers.fichier': file }
  const { payload, headers } = multipart(form)
  const own = { host: 'localhost:3000', 'sec-fetch-site': 'same-origin', cookie: author.cookieHeader }
  const url = addresses.articles.new()
  const sent = await site.app.server.inject({ method: 'POST', url, payload, headers: { ...headers, ...own } })
  expect(sent.statusCode).toBe(303)
  const [content] = await site.database.select().from(contents).where(eq(contents.title, text.titre))
  const [row] = await site.database.select().from(files)
  const keep = (roles: ('professional' | 'administrator')[]) =>
    site.database.update(files).set({ visibility: 'private', roles })
  const read = async () => (await admin.get(addresses.admin.content({ content: content?.id ?? 0 }))).body
  const download = addresses.files.one({ key: row?.key ?? '', name: 'interne.pdf' })
  await keep(['professional'])
  const kept = await read()
  expect(wordsOf(kept)).toContain('interne.pdf Fichier réservé à : les professionnels (vous n’y avez pas accès)')
  expect(kept).not.toContain(download)
  expect((await admin.get(download)).statusCode).toBe(404)
  await keep(['professional', 'administrator'])
  expect(await read()).toContain(download)
  expect((await admin.get(download)).statusCode).toBe(200)
})
