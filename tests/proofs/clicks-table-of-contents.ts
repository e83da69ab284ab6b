// The forms of what all contents share, for `clicks.test.ts`.
import { addresses, itemOf } from '#addresses'
import { createContentIn } from '#features/contents/actions.ts'
import { structures as structureRows } from '#features/structures/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import type { Browser, Form } from '../browser.ts'
import { formFieldsOf } from '../form-fields.ts'
import { make } from '../make.ts'
import type { TestSite } from '../site.ts'
import type { Line, Ready } from './clicks-table.ts'

const { articles, structures } = addresses

const professional = (site: TestSite) => make.signedIn(site, { role: 'professional' })

/** The form that a page shows, with these fields typed over. */
async function filled(browser: Browser, url: string, typed: Form): Promise<Ready> {
  const { body } = await browser.get(url)
  return { browser, url, form: { ...formFieldsOf(body, url), ...typed } }
}

async function structureOf({ database, parts }: TestSite, authorId: number | null) {
  const now = parts.clock.now()
  const text = { title: 'Maison de l’entreprise', summary: '', presentation: '', departements: ['69'] }
  const open = { kind: 'structure', access: 'public', state: 'published', structureId: null, authorId, now } as const
  const made = await transact(database, (tx) => createContentIn(tx, { ...text, ...open }))
  await database.insert(structureRows).values({ contentId: made.id, searchName: 'maison' })
  return itemOf(made)
}

const ARTICLE = {
  titre: 'Une aide nouvelle',
  resume: 'En deux phrases.',
  presentation: 'Le corps.',
  acces: 'public',
  geste: 'enregistrer',
}

export const LINES_OF_CONTENTS: readonly Line[] = [
  {
    route: articles.new.path,
    ready: async (site) => filled((await professional(site)).browser, articles.new(), ARTICLE),
  },
  {
    route: articles.edit.path,
    async ready(site) {
      const { browser } = await professional(site)
      const { url, form } = await filled(browser, articles.new(), ARTICLE)
      const saved = await browser.post(url, form)
      const item = String(saved.headers.location).split('/')[2] ?? ''
      return filled(browser, articles.edit({ item }), { titre: 'Un autre titre', geste: 'enregistrer' })
    },
  },
  {
    route: structures.request.path,
    async ready(site) {
      const { browser } = await professional(site)
      const url = structures.request({ item: await structureOf(site, null) })
      return filled(browser, url, { message: 'J’y travaille.' })
    },
  },
  {
    route: structures.checks.path,
    async ready(site) {
      const { browser, id } = await professional(site)
      const url = structures.checks({ item: await structureOf(site, id) })
      return { browser, url, form: { submission: newKey() } }
    },
  },
  {
    route: structures.edit.path,
    async ready(site) {
      const { browser, id } = await professional(site)
      const url = structures.edit({ item: await structureOf(site, id) })
      return filled(browser, url, { resume: 'Une autre présentation.', geste: 'enregistrer' })
    },
  },
]
