import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { type ContentText, createContentIn, type NewContent } from '#features/contents/actions.ts'
import { contentRevisions } from '#features/contents/revision-tables.ts'
import { contents } from '#features/contents/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '#tests/browser.ts'
import { eventForm, type SignedIn, signedIn } from '#tests/event-form.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { PAGE_SIZE } from './queries.ts'

let site: TestSite
let author: SignedIn
const now = Temporal.Instant.from(NOW)
const { contents: table, newContent, home } = addresses.mySpace

beforeAll(async () => {
  site = await openSite({ now: NOW })
  author = await signedIn(site, 'professional')
})
afterAll(() => site.close())

type Given = Partial<ContentText & Pick<NewContent, 'kind' | 'structureId' | 'authorId' | 'now'>>

const content = (given: Given) =>
  transact(site.database, (tx) =>
    createContentIn(tx, {
      ...{ title: 'Sans titre', summary: '', presentation: '', access: 'public', state: 'published', departements: [] },
      ...{ kind: 'article', structureId: null, authorId: author.id, now },
      ...given,
    }),
  )

const propose = (contentId: number, title: string, state: 'pending' | 'to-correct', reason: string | null = null) =>
  site.database.insert(contentRevisions).values({
    ...{ contentId, number: 1, state, reason, authorId: author.id, createdAt: now.subtract({ hours: 72 }) },
    data: { content: { title } as never, own: {} },
  })

const see = async (query = '', person = author) => wordsOf((await person.browser.get(table() + query)).body)

test('ESP-1: « Voir tous mes contenus » has every kind, its state in words, its age, its reason, « modifier » last', async () => {
  const structure = await content({ kind: 'structure', title: 'Ma structure' })
  await content({ kind: 'service', title: 'Service de ma structure', structureId: structure.id, authorId: null })
  await content({ title: 'Attend', state: 'submitted', now: now.subtract({ hours: 49 }) })
  const refused = await content({ title: 'Refusé hier', state: 'refused' })
  await site.database.update(contents).set({ reason: 'Déjà publié ailleurs' }).where(eq(contents.id, refused.id))
  const online = await content({ title: 'Ancien titre' })
  await propose(online.id, 'Nouveau titre', 'pending')
  await content({ title: 'À la corbeille', state: 'trashed' })
  await content({ title: 'D’une autre', authorId: null })
  const { body } = await author.browser.get(table())
  const words = wordsOf(body)
  expect(words).toMatch(/Attend Article En attente de validation depuis 2/)
  expect(words).toContain('Refusé Motif : Déjà publié ailleurs')
  expect(words).toMatch(/Nouveau titre Article Publié, une modification en attente de validation depuis 3/)
  expect(words).toContain('Service de ma structure')
  expect(words).toContain('modifier : Ma structure')
  expect(body).toContain(`href="${addresses.structures.edit({ item: itemOf(structure) })}"`)
  expect(words).toContain('5 contenus')
  for (const title of ['À la corbeille', 'D’une autre']) expect(words).not.toContain(title)
})

test('ESP-1: filters by type and state, with counts, chips to take them away, and nonsense left out', async () => {
  expect(await see('?type=service')).toMatch(/1 contenu .*Service de ma structure/)
  const waiting = await see('?etat=attente&type=article')
  expect(waiting).toContain('2 contenus')
  expect(waiting).toContain('Retirer le filtre : Article')
  expect(waiting).toContain('En attente de validation (2)')
  expect(await see('?etat=publie')).toContain('Nouveau titre')
  expect(await see('?etat=corbeille')).toMatch(/1 contenu .*À la corbeille/)
  expect(await see('?etat=nimporte&type=page&page=-1')).toContain('5 contenus')
  expect(await see('?page=9999')).toContain('Aucun contenu ici')
})

test('ESP-1: the table has pages', async () => {
  const busy = await signedIn(site, 'professional')
  for (let rank = 0; rank <= PAGE_SIZE; rank++) await content({ authorId: busy.id, title: `N ${rank}` })
  expect(await see('?type=article', busy)).toContain('Page 1 sur 2')
  expect((await busy.browser.get(`${table()}?type=article`)).body).toContain('type=article&amp;page=2')
})

test('ESP-1: the five last contents are on « Mon espace », with the ways to begin one', async () => {
  const { body } = await author.browser.get(home())
  const words = wordsOf(body)
  expect(words).toContain('Mes derniers contenus')
  for (const label of ['Voir tous mes contenus', 'Ajouter un contenu', 'Ajouter une ressource', 'Créer un évènement']) {
    expect(words).toContain(label)
  }
  expect([...words.matchAll(/modifier :/g)]).toHaveLength(5)
})

test('ESP-1: « Ajouter un contenu » offers article, event, resource and service', async () => {
  const { body } = await author.browser.get(newContent())
  const { articles, events, resources, services } = addresses
  for (const kind of [articles, events, resources, services]) expect(body).toContain(`href="${kind.new()}"`)
})

test('ART-5: what was begun and never saved stands above the table, with the way back', async () => {
  const writer = await signedIn(site, 'professional')
  const event = await make.event(site.database, { authorId: writer.id })
  const page = newKey()
  const typed = eventForm({ submission: page, titre: 'Commencé <i>' })
  await writer.browser.post(addresses.drafts.one({ form: `event-${event.id}` }), typed)
  const { body } = await writer.browser.get(table())
  expect(wordsOf(body)).toContain('Textes commencés, pas encore enregistrés')
  expect(body).toContain('Commencé &lt;i>')
  expect(body).toContain(`/evenements/${event.id}/modifier?brouillon=${page}`)
  const moved = await writer.browser.get(`/evenements/${event.id}/modifier?brouillon=${page}`)
  expect(moved.headers.location).toBe(`${addresses.events.edit({ item: itemOf(event) })}?brouillon=${page}`)
})

test('who opens it: signed out 401, who does not publish 403', async () => {
  const creator = await signedIn(site, 'creator')
  for (const address of [table(), newContent()]) {
    expect((await site.browser().get(address)).statusCode).toBe(401)
    expect((await creator.browser.get(address)).statusCode).toBe(403)
  }
})

test('each page costs five statements at most', async () => {
  for (const url of [home(), table(), newContent()]) {
    const before = site.database.statements()
    await author.browser.get(url)
    expect(site.database.statements() - before).toBeLessThanOrEqual(5)
  }
})
