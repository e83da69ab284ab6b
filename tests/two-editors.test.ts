import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { formDrafts } from '#features/drafts/tables.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { type Browser, wordsOf } from './browser.ts'
import { WHOLE_EVENT } from './event-form.ts'
import { formFieldsOf } from './form-fields.ts'
import { make, NOW } from './make.ts'
import { openSite, type TestSite } from './site.ts'

let site: TestSite
let zoe: { id: number; browser: Browser }
let karim: { id: number; browser: Browser }

beforeAll(async () => {
  site = await openSite({ now: NOW })
  await loadTerritory(site.database, Temporal.Instant.from(NOW))
  zoe = await make.signedIn(site, { role: 'administrator', name: 'Zoé Martin' })
  karim = await make.signedIn(site, { role: 'administrator', name: 'Karim Faure' })
})
afterAll(() => site.close())

type Form = Record<string, string | readonly string[]>
type Kind = {
  name: string
  title: string
  addresses: Pick<typeof addresses.articles, 'new' | 'edit'>
  /** The field that becomes the summary, when it is not « resume ». */
  summary?: string
  tab?: string
  whole: Form
}

const TEXTS = { resume: 'En deux phrases.', presentation: 'Le texte.\n\nLa suite.' }

/** In this order: a service needs its structure. */
const KINDS: Kind[] = [
  {
    name: 'structure',
    title: 'nom',
    addresses: addresses.structures as never,
    whole: { ...TEXTS, rue: '20 rue des Tanneurs', code_postal: '42300', ville: 'Roanne', types: ['association'] },
  },
  { name: 'service', title: 'titre', addresses: addresses.services as never, whole: TEXTS },
  { name: 'article', title: 'titre', addresses: addresses.articles as never, whole: { ...TEXTS, acces: 'public' } },
  {
    name: 'resource',
    title: 'titre',
    addresses: addresses.resources as never,
    summary: 'description',
    tab: '?onglet=lien',
    whole: { lien: 'https://www.exemple.fr/guide', visibilite: 'visible', type: 'rapport' },
  },
  { name: 'event', title: 'titre', addresses: addresses.events as never, whole: WHOLE_EVENT },
]

async function openForm(browser: Browser, url: string): Promise<Record<string, string[]>> {
  const answer = await browser.get(url)
  expect(answer.statusCode, url).toBe(200)
  return formFieldsOf(answer.body, url)
}

async function create(kind: Kind): Promise<{ id: number; slug: string }> {
  const url = kind.addresses.new() + (kind.tab ?? '')
  const form = { ...(await openForm(zoe.browser, url)), ...kind.whole, [kind.title]: 'Premier titre' }
  const answer = await zoe.browser.post(url, { ...form, geste: 'enregistrer' })
  expect(answer.statusCode, wordsOf(answer.body).slice(0, 3000)).toBe(303)
  const [row] = await site.database.select().from(contents).orderBy(desc(contents.id)).limit(1)
  await site.database
    .insert(contentAuthors)
    .values({ contentId: row!.id, personId: karim.id, since: Temporal.Instant.from(NOW) })
    .onConflictDoNothing()
  return row!
}

test.each(KINDS)(
  'R12: two people edit the same $name: neither text is lost, each is told of the other',
  async (kind) => {
    const { summary = 'resume' } = kind
    const content = await create(kind)
    const url = kind.addresses.edit({ item: itemOf(content) })
    const [mine, his] = [await openForm(zoe.browser, url), await openForm(karim.browser, url)]
    const save = (browser: Browser, at: string, form: Form) => browser.post(at, { ...form, geste: 'enregistrer' })
    expect((await save(karim.browser, url, { ...his, [kind.title]: 'Titre de Karim' })).statusCode).toBe(303)

    const typed = { ...mine, [kind.title]: 'Titre de Zoé', [summary]: 'Écrit par Zoé « en même temps ».' }
    const draft = addresses.drafts.one({ form: `${kind.name}-${content.id}` })
    expect((await zoe.browser.post(draft, typed)).statusCode).toBe(200)
    const refused = await save(zoe.browser, url, typed)
    expect(refused.statusCode).toBe(409)
    const words = wordsOf(refused.body)
    expect(words).toContain('Deux textes à rapprocher')
    expect(words).toContain('Karim')
    expect(words).toContain('Titre de Karim')
    expect(words).toMatch(/le mardi 24 novembre à 10 h/)
    const again = formFieldsOf(refused.body, kind.addresses.edit({ item: itemOf(await present(content.id)) }))
    expect(again[kind.title]).toEqual(['Titre de Zoé'])
    expect(again[summary]).toEqual(['Écrit par Zoé « en même temps ».'])
    expect(await present(content.id)).toMatchObject({ title: 'Titre de Karim' })
    expect(await site.database.select().from(formDrafts)).toHaveLength(1)

    expect((await save(zoe.browser, url, again)).statusCode).toBe(303)
    expect(await present(content.id)).toMatchObject({
      title: 'Titre de Zoé',
      summary: 'Écrit par Zoé « en même temps ».',
    })
    expect(await site.database.select().from(formDrafts)).toEqual([])
  },
)

async function present(id: number) {
  const [row] = await site.database.select().from(contents).where(eq(contents.id, id))
  return row!
}
