import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { fileParents } from '#features/contents/file-queries.ts'
import { contentFiles, contents } from '#features/contents/tables.ts'
import { fileTasks } from '#features/files/jobs.ts'
import { makeRenditions } from '#features/files/rendition-actions.ts'
import { files } from '#features/files/tables.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { openStorage } from '#platform/files/open-storage.ts'
import { type Browser, wordsOf } from '#tests/browser.ts'
import { eventForm, type SignedIn, signedIn } from '#tests/event-form.ts'
import { formFieldsOf } from '#tests/form-fields.ts'
import { listen } from '#tests/http-client.ts'
import { make, NOW } from '#tests/make.ts'
import { multipart } from '#tests/multipart.ts'
import { pdf, photo } from '#tests/sample-files.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { until } from '#tests/until.ts'

let site: TestSite
let author: SignedIn
let anybody: Browser

beforeAll(async () => {
  site = await openSite({ now: NOW })
  await loadTerritory(site.database, Temporal.Instant.from(NOW))
  author = await signedIn(site, 'professional')
  anybody = site.browser()
})
afterAll(() => site.close())

const NEW = addresses.events.new()
type Form = Parameters<typeof multipart>[0]

async function post(form: Form, url = NEW) {
  const { payload, headers } = multipart(form)
  const sent = { host: 'localhost:3000', cookie: author.browser.cookieHeader, 'sec-fetch-site': 'same-origin' }
  return site.app.server.inject({ method: 'POST', url, payload, headers: { ...headers, ...sent } })
}

const image = async () => ({ 'image.fichier': { name: 'affiche.jpg', bytes: await photo() } })
const programme = { 'fichiers.fichier': { name: 'programme.pdf', bytes: pdf() } }

/** Saves a new event by its form, and opens the page it leads to. */
async function saved(more: Form) {
  const answer = await post({ ...eventForm(), ...more })
  expect(answer.statusCode, wordsOf(answer.body).slice(0, 2000)).toBe(303)
  const location = String(answer.headers.location)
  const id = Number(/-(\d+)(\/|$)/.exec(location)?.[1])
  const rows = await site.database
    .select({ id: files.id, key: files.key, name: files.name, role: contentFiles.role })
    .from(contentFiles)
    .innerJoin(files, eq(files.id, contentFiles.fileId))
    .where(eq(contentFiles.contentId, id))
  return { id, location, ofRole: (role: string) => rows.find((row) => row.role === role)! }
}

test('EVT-1: Parcourir, Transférer, Suivant, Enregistrer without JavaScript: the event shows its image and its files', async () => {
  const sent = await post({ ...eventForm({ geste: 'transferer.image' }), ...(await image()), ...programme })
  expect(sent.statusCode).toBe(200)
  const words = wordsOf(sent.body)
  for (const text of ['Logo ou image', 'Rendre ce fichier visible', 'Enregistrer ce fichier de manière privée']) {
    expect(words).toContain(text)
  }
  expect(words).toContain('Qualifier par « département » et par « secteur d’activité »')
  const typed = formFieldsOf(sent.body, NEW)
  expect(typed.titre).toEqual(['Atelier prévisionnel'])
  expect(typed['date.0.places']).toEqual(['12'])
  const [key = ''] = typed['image.cle'] ?? []
  const next = await post({
    ...{ ...typed, [`image.${key}.alternative`]: 'La salle', geste: `suivant.image.${key}` },
  })
  expect(wordsOf(next.body)).toContain('Visible par tous.')
  const more = await post({ ...formFieldsOf(next.body, NEW), geste: 'ajouter-date' })
  const again = formFieldsOf(more.body, NEW)
  expect(again['image.cle']).toEqual([key])
  const answer = await post({ ...again, geste: 'enregistrer' })
  expect(answer.statusCode, wordsOf(answer.body)).toBe(303)
  const { body } = await anybody.get(String(answer.headers.location))
  expect(body).toContain('alt="La salle"')
  expect(body).toContain(`property="og:image" content="http://localhost:3000/fichiers/${key}/affiche.jpg"`)
  expect(/ld\+json[^>]*>(.*?)<\/script>/s.exec(body)?.[1]).toContain(`fichiers/${key}/affiche.jpg`)
  expect(wordsOf(body)).toContain('programme.pdf')
  expect((await anybody.get(addresses.files.one({ key, name: 'affiche.jpg' }))).statusCode).toBe(200)
})

test('EVT-1: a wrong form keeps the file that came with it, and says what is refused of the others', async () => {
  const drawing = { name: 'plan.svg', bytes: Buffer.from('<svg onload="alert(1)"/>') }
  const wrong = await post({ ...eventForm({ titre: '' }), ...(await image()), 'fichiers.fichier': drawing })
  expect(wrong.statusCode).toBe(422)
  expect(wordsOf(wrong.body)).toContain('« plan.svg » est un dessin SVG')
  const typed = formFieldsOf(wrong.body, NEW)
  expect(typed['image.cle']?.[0]).toMatch(/^[a-z2-7]{26}$/)
  expect(typed['fichiers.cle']).toBeUndefined()
})

test('RES-5: a private file of an event is nobody’s who is signed out, at every size, and the page does not name it', async () => {
  const sent = await post({ ...eventForm({ geste: 'transferer.image' }), ...(await image()), ...programme })
  const typed = formFieldsOf(sent.body, NEW)
  const settings = (['image', 'fichiers'] as const).map(
    (part) => [`${part}.${typed[`${part}.cle`]?.[0]}.visibilite`, 'private'] as const,
  )
  const event = await saved({ ...typed, ...Object.fromEntries(settings), titre: 'Pour nous', geste: 'enregistrer' })
  const storage = openStorage(site.parts.settings, fetch)
  for (const role of ['image', 'attached']) {
    await makeRenditions({ database: site.database, storage }, event.ofRole(role).id)
  }
  const page = await anybody.get(event.location)
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toMatch(/affiche|programme\.pdf|og:image/)
  const ways = [{}, { taille: 320, format: 'jpeg' }, { taille: 320, format: 'webp' }, { taille: 640, format: 'avif' }]
  const { browser: creator } = await signedIn(site, 'creator')
  for (const role of ['image', 'attached']) {
    const { key, name } = event.ofRole(role)
    for (const way of ways) {
      expect((await anybody.get(addresses.files.one({ key, name }, way))).statusCode).toBe(404)
    }
    expect((await creator.get(addresses.files.one({ key, name }))).statusCode).toBe(200)
  }
  const community = await creator.get(event.location)
  expect(community.body).toContain('affiche.jpg')
  expect(community.body).not.toContain('og:image')
})

test('RES-5: the public image of a draft event is hidden until the event is published, and again once it is archived', async () => {
  const draft = await saved({ ...(await image()), geste: 'brouillon', titre: 'Encore caché' })
  const { key, name } = draft.ofRole('image')
  const one = addresses.files.one({ key, name })
  expect((await anybody.get(one)).statusCode).toBe(404)
  expect((await author.browser.get(one)).statusCode).toBe(200)
  const open = await author.browser.get(draft.location)
  const typed = formFieldsOf(open.body, draft.location)
  expect(typed['image.cle']).toEqual([key])
  expect((await post({ ...eventForm(), ...typed, geste: 'enregistrer' }, draft.location)).statusCode).toBe(303)
  expect((await anybody.get(one)).statusCode).toBe(200)
  await site.database.update(contents).set({ state: 'archived' }).where(eq(contents.id, draft.id))
  expect((await anybody.get(one)).statusCode).toBe(404)
})

test('EVT-1: an image of the form stands in the text of the event', async () => {
  const sent = await post({ ...eventForm({ geste: 'transferer.image' }), ...(await image()) })
  const typed = formFieldsOf(sent.body, NEW)
  const [key = ''] = typed['image.cle'] ?? []
  const source = addresses.files.one({ key, name: 'affiche.jpg' })
  const presentation = `<p>Voici</p><figure><img src="${source}" alt="Le plan"></figure>`
  const event = await saved({ ...typed, presentation, titre: 'Illustré', geste: 'enregistrer' })
  expect((await anybody.get(event.location)).body).toContain('alt="Le plan"')
})

test('EVT-1: the agenda shows the image of an event that anybody may see, small, once it is made small', async () => {
  const event = await saved({ ...(await image()), titre: 'Sur la carte' })
  const hidden = await saved({ ...(await image()), titre: 'Sans image' })
  const storage = openStorage(site.parts.settings, fetch)
  for (const one of [event, hidden]) {
    await makeRenditions({ database: site.database, storage }, one.ofRole('image').id)
  }
  await site.database
    .update(files)
    .set({ visibility: 'private' })
    .where(eq(files.id, hidden.ofRole('image').id))
  const { body } = await author.browser.get(addresses.agenda())
  const { key } = event.ofRole('image')
  expect(body).toContain(`src="/fichiers/${key}/affiche.jpg?taille=320&amp;format=webp"`)
  expect(body).not.toContain(hidden.ofRole('image').key)
  expect((await anybody.get(`/fichiers/${key}/affiche.jpg?taille=320&format=webp`)).statusCode).toBe(200)
})

test('a page kept in memory shows the small copies of an image as soon as they are made', async () => {
  const event = await saved({ ...(await image()), titre: 'Gardé en mémoire' })
  const { connect } = await listen(site)
  const client = connect()
  // A page answered from memory carries its ETag.
  const isKept = async () => (await client.get(event.location)).headers.etag !== undefined
  const hasCopies = async () => (await client.get(event.location)).body.includes('format=avif')
  await until(isKept)
  expect(await hasCopies()).toBe(false)
  const make = fileTasks(site.parts, [fileParents])['file-renditions']
  await make?.({ file: event.ofRole('image').id }, { signal: undefined })
  await until(hasCopies)
  client.close()
})

test('STR-3: each save of an event with files is one version, and a text brought back has its files again', async () => {
  const event = await saved({ ...(await image()), ...programme, titre: 'Avec ses fichiers' })
  const edit = `${event.location}/modifier`
  const form = async () => formFieldsOf((await author.browser.get(edit)).body, edit)
  const without = { ...(await form()), 'fichiers.cle': [], geste: 'enregistrer' }
  expect((await post(without, edit)).statusCode).toBe(303)
  expect((await post({ ...(await form()), resume: 'Autre.', geste: 'enregistrer' }, edit)).statusCode).toBe(303)
  const history = `${event.location}/historique`
  const { body } = await author.browser.get(`${history}?version=1`)
  expect(wordsOf(body)).not.toContain('Le site (import)')
  expect(wordsOf(body)).not.toContain('Version 4')
  expect((await author.browser.post(history, formFieldsOf(body, history))).statusCode).toBe(303)
  expect(wordsOf((await anybody.get(event.location)).body)).toContain('programme.pdf')
})

test('the pages of an event with files cost its author five statements at most', async () => {
  const event = await saved({ ...(await image()), ...programme, titre: 'Compté' })
  for (const url of [event.location, `${event.location}/modifier`]) {
    await author.browser.get(url)
    const before = site.database.statements()
    expect((await author.browser.get(url)).statusCode).toBe(200)
    expect(site.database.statements() - before, url).toBeLessThanOrEqual(5)
  }
})

test('EVT-6: an event that is over is archived by its author, who may publish it again', async () => {
  const over = [{ startsAt: Temporal.Instant.from('2026-11-20T09:00:00Z') }]
  const event = await make.event(site.database, { authorId: author.id, title: 'Fini', dates: over })
  const running = await make.event(site.database, { authorId: author.id })
  const archiving = 'Archiver cet évènement'
  const edit = addresses.events.edit({ item: itemOf(event) })
  const { body } = await author.browser.get(addresses.events.edit({ item: itemOf(running) }))
  expect(wordsOf(body)).not.toContain(archiving)
  expect(wordsOf((await author.browser.get(edit)).body)).toContain(archiving)
  const decide = addresses.contents.decide({ content: event.id })
  const press = async (geste: string) => {
    const shown = await author.browser.get(edit)
    return author.browser.post(decide, { ...formFieldsOf(shown.body, decide), geste })
  }
  const one = addresses.events.one({ item: itemOf(event) })
  expect((await press('archive')).statusCode).toBe(303)
  expect((await anybody.get(one)).statusCode).toBe(404)
  expect((await press('publish')).statusCode).toBe(303)
  expect((await anybody.get(one)).statusCode).toBe(200)
})
