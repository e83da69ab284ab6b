// Contents as people make them, for the tables of clicks: by the forms of the site where there is one.
import { eq } from 'drizzle-orm'
import { addresses, itemOf } from '#addresses'
import { createContentIn } from '#features/contents/actions.ts'
import { contentAuthors } from '#features/contents/tables.ts'
import { structures as structureRows } from '#features/structures/tables.ts'
import { transact } from '#platform/database/database.ts'
import type { Browser, Form } from '../browser.ts'
import { formFieldsOf } from '../form-fields.ts'
import { make } from '../make.ts'
import type { TestSite } from '../site.ts'
import type { Ready } from './clicks-table.ts'

export type Author = Awaited<ReturnType<typeof make.signedIn>>

export const professional = (site: TestSite): Promise<Author> => make.signedIn(site, { role: 'professional' })
export const administrator = async (site: TestSite): Promise<Browser> =>
  (await make.signedIn(site, { role: 'administrator' })).browser

/** The form that a page shows, with these fields typed over; `action` when it is not the address of the page. */
export async function filled(browser: Browser, page: string, typed: Form, action = page): Promise<Ready> {
  const { body } = await browser.get(page)
  return { browser, url: action, form: { ...formFieldsOf(body, action), ...typed } }
}

/** Sends a form; the item in the address that it leads to. */
export async function sent({ browser, url, form }: Ready): Promise<string> {
  const { statusCode, headers } = await browser.post(url, form)
  if (statusCode !== 303) throw new Error(`${url} answers ${statusCode}`)
  return String(headers.location).split(/[/?]/)[2] ?? ''
}

export async function structureOf({ database, parts }: TestSite, authorId: number | null) {
  const now = parts.clock.now()
  const text = { title: 'Maison de l’entreprise', summary: '', presentation: '', departements: ['69'] }
  const open = { kind: 'structure', access: 'public', state: 'published', structureId: null, authorId, now } as const
  const made = await transact(database, (tx) => createContentIn(tx, { ...text, ...open }))
  await database.insert(structureRows).values({ contentId: made.id, searchName: 'maison' })
  return { id: made.id, item: itemOf(made) }
}

const LONG_AGO = Temporal.Instant.from('2025-01-05T09:00:00Z')

/** A structure that nobody has seen to for long. */
export async function staleStructureOf(site: TestSite, authorId: number): Promise<void> {
  const { id } = await structureOf(site, authorId)
  await site.database.update(structureRows).set({ verifiedAt: LONG_AGO }).where(eq(structureRows.contentId, id))
  await site.database.update(contentAuthors).set({ since: LONG_AGO }).where(eq(contentAuthors.contentId, id))
}

const { articles, resources, services } = addresses
const TEXT = { resume: 'En deux phrases.', presentation: 'Le corps.', acces: 'public' }

export const articleForm = ({ browser }: Author, geste = 'enregistrer'): Promise<Ready> =>
  filled(browser, articles.new(), { ...TEXT, titre: 'Une aide nouvelle', geste })

export function resourceForm({ browser }: Author): Promise<Ready> {
  const url = resources.new({ onglet: 'lien' })
  const link = { titre: 'Un modèle', type: 'video', lien: 'https://exemple.fr/', visibilite: 'visible' }
  return filled(browser, url, { ...link, geste: 'enregistrer' })
}

export async function serviceForm(site: TestSite, { browser, id }: Author): Promise<Ready> {
  const structure = (await structureOf(site, id)).id
  const typed = { titre: 'Un premier rendez-vous', geste: 'enregistrer' }
  return filled(browser, services.new({ structure }), typed, services.new())
}
